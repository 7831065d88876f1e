import type { Store } from "../../core/store.ts";

/** So many times within so many milliseconds. */
export interface Limit {
  readonly most: number;
  readonly within: number;
}

interface Try {
  /** Milliseconds since 1970. */
  readonly at: number;
  /** What was tried, where trying the same again costs nothing. */
  readonly what?: string;
}

/** Another process changed the record in between: tried again so often. */
const CONFLICTS = 50;

/** Counts tries over all processes, in a window that moves along with the time. What was typed is not kept. */
export class Tries {
  readonly #store: Store;
  readonly #now: () => Date;

  constructor(store: Store, now: () => Date) {
    this.#store = store;
    this.#now = now;
  }

  /**
   * Takes one try of those left. Returns "locked" when there is none, or when it cannot be counted.
   * @param what the same `what` again within the time costs nothing
   * @throws AppError `store_down`
   */
  async take(key: string, { most, within }: Limit, what?: string): Promise<"free" | "locked"> {
    for (let i = 0; i < CONFLICTS; i++) {
      const { tries, version } = await this.#read(key, within);
      if (what !== undefined && tries.some((one) => one.what === what)) return "free";
      if (tries.length >= most) return "locked";
      const next = [...tries, { at: this.#now().getTime(), ...(what !== undefined && { what }) }];
      const written = await this.#store.put(key, next, { ifVersion: version, ttl: within });
      if (written !== "conflict") return "free";
    }
    return "locked";
  }

  /**
   * Whether any try is left, without taking one.
   * @throws AppError `store_down`
   */
  async left(key: string, { most, within }: Limit): Promise<boolean> {
    return (await this.#read(key, within)).tries.length < most;
  }

  async #read(key: string, within: number) {
    const stored = await this.#store.get(key);
    const since = this.#now().getTime() - within;
    const tries = ((stored?.value ?? []) as readonly Try[]).filter(({ at }) => at > since);
    return { tries, version: stored?.version ?? 0 };
  }
}
