import type { PutOptions, Store, Stored } from "../../../src/core/store.ts";

/** A store in memory that can be taken away, and that tells what was written. */
export class MemoryStore implements Store {
  readonly written: { readonly key: string; readonly value: unknown; readonly ttl?: number | undefined }[] = [];
  readonly claims = new Set<string>();
  /** Calls that fail from now on. */
  readonly away = new Set<"get" | "put" | "claim">();
  readonly #records = new Map<string, Stored>();

  async get(key: string): Promise<Stored | undefined> {
    this.#fail("get");
    return this.#records.get(key);
  }

  async put(key: string, value: unknown, { ifVersion, ttl }: PutOptions = {}): Promise<number | "conflict"> {
    this.#fail("put");
    const before = this.#records.get(key)?.version ?? 0;
    if (ifVersion !== undefined && ifVersion !== before) return "conflict";
    this.written.push({ key, value: structuredClone(value), ttl });
    this.#records.set(key, { value: structuredClone(value), version: before + 1 });
    return before + 1;
  }

  async delete(key: string): Promise<void> {
    this.#records.delete(key);
  }

  async list(prefix: string): Promise<readonly (Stored & { readonly key: string })[]> {
    return [...this.#records].filter(([key]) => key.startsWith(prefix)).map(([key, stored]) => ({ key, ...stored }));
  }

  async claim(key: string): Promise<(() => Promise<void>) | undefined> {
    this.#fail("claim");
    if (this.claims.has(key)) return undefined;
    this.claims.add(key);
    return async () => void this.claims.delete(key);
  }

  #fail(call: "get" | "put" | "claim"): void {
    if (this.away.has(call)) throw new Error("the store is away");
  }
}
