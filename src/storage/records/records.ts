import type { PutOptions } from "../../core/store.ts";

/** A record as a driver keeps it: its value as JSON. */
export interface Kept {
  readonly json: string;
  readonly version: number;
}

/**
 * Records as data. Every call is one atomic step, durable when it resolves, and throws AppError `store_down` when nothing
 * answers; whether a write was done is then not known.
 */
export interface Records {
  read(key: string): Promise<Kept | undefined>;
  /** As `Store.put`. */
  write(key: string, json: string, options: PutOptions): Promise<number | "conflict">;
  /** Takes the record away; only when it still has `version`, if one is given. */
  remove(key: string, version?: number): Promise<void>;
  /** Those whose key starts with `prefix`, in the order of their keys; at most so many. */
  range(prefix: string, most: number): Promise<readonly (Kept & { readonly key: string })[]>;
}
