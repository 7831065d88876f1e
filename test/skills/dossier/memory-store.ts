import type { PutOptions, Store, Stored } from "../../../src/core/store.ts";

interface Kept extends Stored {
  readonly until: number;
}

/** A store in memory, for tests; several skills may share it as processes share theirs. */
export class MemoryStore implements Store {
  readonly #records = new Map<string, Kept>();
  readonly #now: () => Date;

  constructor(now: () => Date) {
    this.#now = now;
  }

  /** All that is kept, as JSON. */
  get text(): string {
    return JSON.stringify([...this.#records]);
  }

  async get(key: string): Promise<Stored | undefined> {
    return this.#read(key);
  }

  async put(key: string, value: unknown, { ifVersion, ttl }: PutOptions = {}): Promise<number | "conflict"> {
    const before = this.#read(key)?.version ?? 0;
    if (ifVersion !== undefined && ifVersion !== before) return "conflict";
    const until = ttl === undefined ? Number.POSITIVE_INFINITY : this.#now().getTime() + ttl;
    this.#records.set(key, { value: structuredClone(value), version: before + 1, until });
    return before + 1;
  }

  async delete(key: string): Promise<void> {
    this.#records.delete(key);
  }

  async list(prefix: string): Promise<readonly (Stored & { readonly key: string })[]> {
    const keys = [...this.#records.keys()].filter((key) => key.startsWith(prefix)).sort();
    return keys.flatMap((key) => {
      const stored = this.#read(key);
      return stored ? [{ key, ...stored }] : [];
    });
  }

  async claim(): Promise<(() => Promise<void>) | undefined> {
    return async () => {};
  }

  #read(key: string): Stored | undefined {
    const kept = this.#records.get(key);
    return kept && kept.until > this.#now().getTime() ? { value: kept.value, version: kept.version } : undefined;
  }
}
