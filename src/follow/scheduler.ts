import type { Store, Stored } from "../core/store.ts";

export interface SchedulerOptions {
  /** What its records' keys begin with; nothing else may use it. */
  readonly name: string;
  readonly store: Store;
  readonly now: () => Date;
  /** Told of handlers that fail, and of the store. */
  readonly report: (error: unknown) => void;
}

/** Something to do at a time. The payload is plain JSON. */
export interface Entry<T> {
  readonly key: string;
  readonly due: Date;
  readonly payload: T;
}

/** What comes after an entry was handled: nothing, or the same key again. */
export type After<T> = "done" | { readonly due: Date; readonly payload: T };

export interface RunOptions<T> {
  readonly handle: (entry: Entry<T>) => Promise<After<T>>;
  /** How many entries are handled at once, at most. */
  readonly most: number;
  /** How many of so many that are due may be handled now; all when absent. */
  readonly allow?: (due: number) => Promise<number>;
}

/** Things to do at a time, which outlive the process and are shared by all processes. Every call may throw `store_down`. */
export interface Scheduler<T> {
  /** Sets when the key is due, at the earliest now; replaces what was set before. */
  at(key: string, due: Date, payload: T): Promise<void>;
  cancel(key: string): Promise<void>;
  get(key: string): Promise<Entry<T> | undefined>;
  /** Everything set under keys that start with `prefix`. */
  list(prefix: string): Promise<readonly Entry<T>[]>;
  /**
   * Handles what is due, earliest first, one batch at a time, in one process at a time. Returns how many were due and
   * handled; 0 when nothing was, or another process is at it. What is handled when the process dies is handled again; what
   * was set or cancelled meanwhile stays so. An entry whose handler throws is due again in a minute.
   */
  run(options: RunOptions<T>): Promise<number>;
}

interface Kept<T> {
  readonly due: string;
  readonly payload: T;
}

/** A runner that dies holds up the others so long, milliseconds; a batch must be over by then. */
const LEASE = 60_000;
const RETRY = 60_000;
/** A mark without its record: after so long, milliseconds, nobody is about to write it any more. */
const STALE = 60_000;

/**
 * A scheduler on records: `<name>/key/<key>` says what is due and when, and `<name>/due/<time>/<key>` is its mark in the
 * order of time, so that a run reads only what is due. The mark is written first: it may be there without the record, which
 * does no harm, but never the record without its mark.
 */
export function createScheduler<T>({ name, store, now, report }: SchedulerOptions): Scheduler<T> {
  const recordOf = (key: string) => `${name}/key/${key}`;
  const marks = `${name}/due/`;
  const markOf = (key: string, due: string) => `${marks}${due}/${key}`;

  /** @returns the record before, which is now replaced; "conflict" when it is not the one at `version` */
  async function set(key: string, { due, payload }: Exclude<After<T>, "done">, before?: Stored): Promise<void> {
    const kept: Kept<T> = { due: new Date(Math.max(due.getTime(), now().getTime())).toISOString(), payload };
    await store.put(markOf(key, kept.due), true);
    const old = before ?? (await store.get(recordOf(key)));
    const put = await store.put(recordOf(key), kept, before ? { ifVersion: before.version } : {});
    const oldDue = old && keptIn<T>(old).due;
    if (put !== "conflict" && oldDue !== undefined && oldDue !== kept.due) await store.delete(markOf(key, oldDue));
  }

  async function remove(key: string, { due }: Kept<T>): Promise<void> {
    await store.delete(recordOf(key));
    await store.delete(markOf(key, due));
  }

  async function handleMark(mark: string, handle: RunOptions<T>["handle"]): Promise<void> {
    const [due, key] = readMark(mark.slice(marks.length));
    const stored = await store.get(recordOf(key));
    const kept = stored && keptIn<T>(stored);
    if (stored === undefined || kept?.due !== due) {
      if (now().getTime() - Date.parse(due) > STALE) await store.delete(mark);
      return;
    }
    const after = await attempt({ key, due: new Date(due), payload: kept.payload }, handle);
    if (after !== "done") return set(key, after, stored);
    const { version } = (await store.get(recordOf(key))) ?? {};
    if (version === stored.version) await remove(key, kept);
  }

  async function attempt(entry: Entry<T>, handle: RunOptions<T>["handle"]): Promise<After<T>> {
    try {
      return await handle(entry);
    } catch (error) {
      report(error);
      return { due: new Date(now().getTime() + RETRY), payload: entry.payload };
    }
  }

  return {
    at: (key, due, payload) => set(key, { due, payload }),
    async cancel(key) {
      const stored = await store.get(recordOf(key));
      if (stored) await remove(key, keptIn<T>(stored));
    },
    async get(key) {
      const stored = await store.get(recordOf(key));
      return stored && entryOf<T>(key, stored);
    },
    async list(prefix) {
      const found = await store.list(recordOf(prefix));
      return found.map(({ key, ...stored }) => entryOf<T>(key.slice(recordOf("").length), stored));
    },
    async run({ handle, most, allow = async (due) => due }) {
      const release = await store.claim(`${name}/runner`, LEASE);
      if (release === undefined) return 0;
      try {
        const until = `${marks}${now().toISOString()}`;
        const due = (await store.list(marks, most)).filter(({ key }) => key.slice(0, until.length) <= until);
        const allowed = due.length === 0 ? 0 : await allow(due.length);
        const taken = due.slice(0, allowed);
        const handled = await Promise.allSettled(taken.map(({ key }) => handleMark(key, handle)));
        for (const one of handled) if (one.status === "rejected") report(one.reason);
        return handled.filter(({ status }) => status === "fulfilled").length;
      } finally {
        await release();
      }
    },
  };
}

function keptIn<T>({ value }: Stored): Kept<T> {
  return value as Kept<T>;
}

function entryOf<T>(key: string, stored: Stored): Entry<T> {
  const { due, payload } = keptIn<T>(stored);
  return { key, due: new Date(due), payload };
}

/** A mark's time, which holds no "/", and the key behind it. */
function readMark(mark: string): [due: string, key: string] {
  const slash = mark.indexOf("/");
  return [mark.slice(0, slash), mark.slice(slash + 1)];
}
