import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Database, open, type RootDatabase } from "lmdb";
import type { Feed, FeedItem, Said } from "../../core/feed.ts";
import { Listeners } from "../feed/listeners.ts";
import { nextPlace, type Place, readPlace, writePlace } from "../feed/place.ts";
import { type FeedTerms, USUAL } from "../feed/terms.ts";
import { writeKey } from "../keys.ts";
import { storeDown } from "../mail/faults.ts";

type Key = [person: string, time: number, number: number];

/** Old items that one `append` sweeps out: more than it brings, so that they do not pile up. */
const SWEPT = 20;

/** The embedded feed: one file. Listeners are woken by what their own process appends. */
export class LmdbFeed implements Feed {
  readonly #root: RootDatabase;
  readonly #items: Database<Said, Key>;
  /** The keys of `items` by time. */
  readonly #ages: Database<true, [time: number, number: number, person: string]>;
  readonly #listeners = new Listeners();
  readonly #now: () => Date;
  readonly #terms: FeedTerms;
  #last: Place = [0, 0];
  #closed: Promise<void> | undefined;

  /**
   * Opens `feed.lmdb` in the folder; makes both where there are none.
   * @throws AppError `store_down` when they cannot be opened
   */
  constructor(folder: string, { now, ...terms }: { readonly now: () => Date } & Partial<FeedTerms>) {
    this.#now = now;
    this.#terms = { ...USUAL, ...terms };
    try {
      mkdirSync(folder, { recursive: true });
      // Without overlappingSync a transaction resolves only when it is on the disk (lmdb README, "overlappingSync").
      this.#root = open({ path: join(folder, "feed.lmdb"), noSubdir: true, overlappingSync: false, maxDbs: 2 });
      this.#root.readerCheck();
      this.#items = this.#root.openDB({ name: "items", encoding: "json" });
      this.#ages = this.#root.openDB({ name: "ages", encoding: "json" });
    } catch (cause) {
      throw storeDown(cause);
    }
  }

  async append(person: string, said: Said): Promise<void> {
    const key = writeKey(person);
    await this.#transaction(() => {
      this.#sweep();
      const kept = [...this.#items.getRange(whole(key))];
      if (said.key !== undefined && kept.some(({ value }) => value.key === said.key)) return;
      const [, time = 0, number = 0] = kept.at(-1)?.key ?? [];
      this.#last = nextPlace(this.#now().getTime(), later(this.#last, [time, number]));
      this.#items.put([key, ...this.#last], said);
      this.#ages.put([...this.#last, key], true);
      for (const old of kept.slice(0, Math.max(0, kept.length + 1 - this.#terms.most))) this.#remove(old.key);
    });
    this.#listeners.wake(person);
  }

  async read(person: string, after?: string): Promise<readonly FeedItem[]> {
    const key = writeKey(person);
    const [time, number] = later(readPlace(after) ?? [0, -1], [this.#oldest(), -1]);
    try {
      const range = this.#items.getRange({ ...whole(key), start: [key, time, number + 1] });
      return [...range].map(({ key: [, ...place], value }) => ({ ...value, place: writePlace(place) }));
    } catch (cause) {
      throw storeDown(cause);
    }
  }

  listen(person: string, wake: () => void): () => void {
    return this.#listeners.add(person, wake);
  }

  async erase(person: string): Promise<void> {
    await this.#transaction(() => {
      for (const key of [...this.#items.getKeys(whole(writeKey(person)))]) this.#remove(key);
    });
  }

  close(): Promise<void> {
    this.#listeners.clear();
    this.#closed ??= this.#root.close();
    return this.#closed;
  }

  /** Before this, milliseconds since 1970, nothing is kept. */
  #oldest(): number {
    return this.#now().getTime() - this.#terms.keep;
  }

  #remove([key, time, number]: Key): void {
    this.#items.remove([key, time, number]);
    this.#ages.remove([time, number, key]);
  }

  #sweep(): void {
    for (const [time, number, key] of [...this.#ages.getKeys({ end: [this.#oldest(), 0, ""], limit: SWEPT })]) {
      this.#remove([key, time, number]);
    }
  }

  async #transaction(work: () => void): Promise<void> {
    try {
      await this.#root.childTransaction(work);
    } catch (cause) {
      throw storeDown(cause);
    }
  }
}

function whole(key: string): { start: Key; end: Key } {
  return { start: [key, 0, 0], end: [key, Number.MAX_SAFE_INTEGER, 0] };
}

function later(a: Place, b: Place): Place {
  return a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]) ? a : b;
}
