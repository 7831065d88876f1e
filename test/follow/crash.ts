import { AppError } from "../../src/core/errors.ts";
import type { Store } from "../../src/core/store.ts";

/** A process's sight of a store, and its death: after so many more writes nothing it does reaches the store any more. */
export function mortal(store: Store): { readonly store: Store; dieAfter(writes: number): void } {
  let left = Number.POSITIVE_INFINITY;
  async function alive<T>(work: () => Promise<T>): Promise<T> {
    if (left <= 0) throw new AppError("store_down", "this process is dead", "");
    return work();
  }
  async function write<T>(work: () => Promise<T>): Promise<T> {
    return alive(() => {
      left -= 1;
      return work();
    });
  }
  return {
    dieAfter(writes) {
      left = writes;
    },
    store: {
      get: (key) => alive(() => store.get(key)),
      list: (prefix, most) => alive(() => store.list(prefix, most)),
      put: (key, value, options) => write(() => store.put(key, value, options)),
      delete: (key) => write(() => store.delete(key)),
      async claim(key, ttl) {
        const release = await write(() => store.claim(key, ttl));
        return release && (() => write(release));
      },
    },
  };
}
