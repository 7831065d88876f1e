import type { PutOptions, Store, Stored } from "../../src/core/store.ts";

/** A store in memory; a claim is held until it is given back. */
export class MemoryStore implements Store {
  readonly records = new Map<string, Stored>();
  readonly #claims = new Set<string>();
  #version = 0;

  async get(key: string): Promise<Stored | undefined> {
    return this.records.get(key);
  }

  async put(key: string, value: unknown, { ifVersion }: PutOptions = {}): Promise<number | "conflict"> {
    if (ifVersion !== undefined && ifVersion !== (this.records.get(key)?.version ?? 0)) return "conflict";
    this.#version += 1;
    this.records.set(key, { value: JSON.parse(JSON.stringify(value)), version: this.#version });
    return this.#version;
  }

  async delete(key: string): Promise<void> {
    this.records.delete(key);
  }

  async list(prefix: string, most = Number.MAX_SAFE_INTEGER): Promise<readonly (Stored & { readonly key: string })[]> {
    const found = [...this.records]
      .filter(([key]) => key.startsWith(prefix))
      .sort(([one], [two]) => (one < two ? -1 : 1));
    return found.slice(0, most).map(([key, stored]) => ({ key, ...stored }));
  }

  async claim(key: string): Promise<(() => Promise<void>) | undefined> {
    if (this.#claims.has(key)) return undefined;
    this.#claims.add(key);
    return async () => void this.#claims.delete(key);
  }

  /** A dead process's claims run out. */
  endClaims(): void {
    this.#claims.clear();
  }

  keys(prefix: string): string[] {
    return [...this.records.keys()].filter((key) => key.startsWith(prefix)).sort();
  }
}
