import type { Part } from "./mail.ts";

/** One thing said in a conversation on the web page. Plain JSON. */
export interface Said extends Part {
  readonly from: "person" | "assistant";
  /** ISO time. */
  readonly at: string;
  /** The page's own id of a message: said twice with the same key, it stands there once. */
  readonly key?: string;
}

export interface FeedItem extends Said {
  /** Later items have greater places; only for `read`. */
  readonly place: string;
}

/**
 * What was said lately on the web page, person by person, for pages that were away, reloaded or opened twice. The page that
 * shows it and the worker that says it may be different processes. A person's last 100 items are kept, a day at most.
 */
export interface Feed {
  /**
   * Adds an item at the end and wakes who listens; durable when it resolves.
   * @throws AppError `store_down`: whether it was added is not known
   */
  append(person: string, said: Said): Promise<void>;
  /**
   * What was said after `after`, the place of an earlier item, oldest first; everything that is kept when it is absent or
   * no place.
   * @throws AppError `store_down`
   */
  read(person: string, after?: string): Promise<readonly FeedItem[]>;
  /**
   * Calls `wake` when there may be something new to read. A call may get lost while the store is away: look from time to
   * time as well. Returns what ends it.
   */
  listen(person: string, wake: () => void): () => void;
  /**
   * Forgets everything said by and to a person.
   * @throws AppError `store_down`
   */
  erase(person: string): Promise<void>;
  /** Wakes nobody any more, and lets go of the store. */
  close(): Promise<void>;
}
