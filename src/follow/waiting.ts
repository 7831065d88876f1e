import type { Part } from "../core/mail.ts";
import type { Store } from "../core/store.ts";

export interface WaitingOptions {
  readonly store: Store;
  /** Appends a part to a lane; a second time with the same id within days does nothing. */
  readonly post: (lane: string, id: string, parts: readonly Part[]) => Promise<unknown>;
}

/**
 * What could not be said because the person had been silent too long for the platform: it is said when they write again.
 * Used by whoever holds the lane. All may throw `store_down`.
 */
export interface Waiting {
  /** Keeps those of the parts that have a name to be kept under. */
  keep(lane: string, parts: readonly Part[]): Promise<void>;
  /** Appends what was kept to the lane; to be called before an answer is, so that it comes first. */
  release(lane: string): Promise<void>;
  /** Forgets what was kept. */
  forget(lane: string): Promise<void>;
}

/** Older news helps nobody, milliseconds. */
const KEPT = 60 * 24 * 60 * 60_000;

export function createWaiting({ store, post }: WaitingOptions): Waiting {
  // A lane's name may go on behind that of another: what stands between ends it, and is in no name.
  const prefix = (lane: string) => `waiting/${lane}\n`;

  return {
    async keep(lane, parts) {
      for (const part of parts) {
        if (part.keep !== undefined) await store.put(prefix(lane) + part.keep, part, { ttl: KEPT });
      }
    },
    async release(lane) {
      for (const { key, value, version } of await store.list(prefix(lane))) {
        await post(lane, `waited/${version}`, [value as Part]);
        await store.delete(key);
      }
    },
    async forget(lane) {
      for (const { key } of await store.list(prefix(lane))) await store.delete(key);
    },
  };
}
