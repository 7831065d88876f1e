/** A record as it stands. */
export interface Stored {
  /** Plain JSON. */
  readonly value: unknown;
  /** 1 or more. Grows with every change and is never given twice, not even to a record that was deleted and comes back. */
  readonly version: number;
}

export interface PutOptions {
  /** Only when the record still has this version; 0: only when there is none. */
  readonly ifVersion?: number;
  /** Forgotten after so many milliseconds; kept when absent. */
  readonly ttl?: number;
}

/**
 * Small records that outlive the process and are shared by all processes. Durable when a promise resolves. Keys hold at most
 * 500 characters, fewer when some need an escape in JSON; a longer one is a RangeError.
 * @throws AppError `store_down` from every call when nothing answers: a change may then have been made or not
 */
export interface Store {
  get(key: string): Promise<Stored | undefined>;
  /** Returns the new version; `conflict` when `ifVersion` does not hold, and nothing changed. */
  put(key: string, value: unknown, options?: PutOptions): Promise<number | "conflict">;
  delete(key: string): Promise<void>;
  /** The records whose key starts with `prefix`, in the order of their keys' code points: all, or only the first `most`. */
  list(prefix: string, most?: number): Promise<readonly (Stored & { readonly key: string })[]>;
  /**
   * Takes the right to do something alone, over all processes, for at most `ttl` milliseconds. Returns what gives it back;
   * undefined when another holds it.
   */
  claim(key: string, ttl: number): Promise<(() => Promise<void>) | undefined>;
}
