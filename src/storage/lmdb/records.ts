import type { PutOptions } from "../../core/store.ts";
import type { Kept, Records } from "../records/records.ts";
import type { RecordRow, Tables } from "./tables.ts";

/** Records past their end that one write sweeps out: more than it brings, so that they do not pile up. */
const SWEPT = 2;

/** Records in the same LMDB file as the lanes. */
export class LmdbRecords implements Records {
  readonly #tables: Tables;
  readonly #now: () => Date;

  constructor(tables: Tables, now: () => Date) {
    this.#tables = tables;
    this.#now = now;
  }

  read(key: string): Promise<Kept | undefined> {
    // In a step of its own, to see what was written just before.
    return this.#tables.transaction(() => this.#living(key));
  }

  write(key: string, json: string, { ifVersion, ttl }: PutOptions): Promise<number | "conflict"> {
    return this.#tables.transaction(() => {
      this.#sweep();
      if (ifVersion !== undefined && ifVersion !== (this.#living(key)?.version ?? 0)) return "conflict";
      const version = this.#nextVersion();
      this.#set(key, { json, version, ...(ttl !== undefined && { until: this.#time() + ttl }) });
      return version;
    });
  }

  remove(key: string, version?: number): Promise<void> {
    return this.#tables.transaction(() => {
      if (version === undefined || this.#tables.records.get(key)?.version === version) this.#set(key, undefined);
    });
  }

  range(prefix: string, most: number): Promise<readonly (Kept & { readonly key: string })[]> {
    return this.#tables.transaction(() => {
      const found: (RecordRow & { readonly key: string })[] = [];
      for (const { key, value } of this.#tables.records.getRange({ start: prefix })) {
        if (found.length >= most || !key.startsWith(prefix)) break;
        if (this.#lives(value)) found.push({ ...value, key });
      }
      return found;
    });
  }

  #time(): number {
    return this.#now().getTime();
  }

  #lives({ until }: RecordRow): boolean {
    return until === undefined || this.#time() < until;
  }

  #living(key: string): RecordRow | undefined {
    const row = this.#tables.records.get(key);
    return row && this.#lives(row) ? row : undefined;
  }

  #nextVersion(): number {
    const { counters } = this.#tables;
    const version = (counters.get("version") ?? 0) + 1;
    counters.put("version", version);
    return version;
  }

  /** Keeps the ends in step with the records. */
  #set(key: string, row: RecordRow | undefined): void {
    const { records, ends } = this.#tables;
    const before = records.get(key);
    if (before?.until !== undefined) ends.remove([before.until, key]);
    if (row === undefined) {
      records.remove(key);
      return;
    }
    records.put(key, row);
    if (row.until !== undefined) ends.put([row.until, key], true);
  }

  #sweep(): void {
    for (const [, key] of [...this.#tables.ends.getKeys({ end: [this.#time() + 1, ""], limit: SWEPT })]) {
      this.#set(key, undefined);
    }
  }
}
