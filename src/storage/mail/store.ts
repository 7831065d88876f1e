import type { Next } from "../../core/mail.ts";

/** What comes into a lane: a message of the person, or parts to send. */
export interface Entry {
  /** The lane, as `writeKey` writes it. */
  readonly key: string;
  /** The same mark twice within `REMEMBERED` is the same entry. */
  readonly mark: string;
  readonly box: "inbox" | "outbox";
  readonly letters: readonly string[];
}

/** How long a mark is remembered, milliseconds: seven days. */
export const REMEMBERED = 7 * 24 * 60 * 60 * 1000;

/** What waits in a lane: every letter and the state as JSON, oldest first. */
export interface Contents {
  readonly inbox: readonly string[];
  readonly outbox: readonly string[];
  readonly state?: string | undefined;
}

/** One step of a holder: takes letters from the heads of both boxes, sets the state, appends parts. */
export interface Change {
  /** How many messages to take away; `ALL` for every one. */
  readonly inbox: number;
  /** How many parts to take away; `ALL` for every one. */
  readonly outbox: number;
  /** New state; null forgets it, undefined keeps it. */
  readonly state?: string | null;
  /** Parts to append. */
  readonly parts: readonly string[];
}

/** More letters than any box holds. */
export const ALL = Number.MAX_SAFE_INTEGER;

/** Who works on a lane: a token of its own for each time the lane is taken. */
export interface Holder {
  readonly key: string;
  readonly token: string;
}

/** `first`: nothing waited in the lane before, so that it must be woken. `next`: it is to be woken, or at work, already. */
export type Appended = "first" | "next" | "seen";

export type Taken =
  | { readonly status: "taken"; readonly contents: Contents }
  /** Nothing waits in it. */
  | { readonly status: "empty" }
  /** Held by another or resting: to be tried again after so many milliseconds. */
  | { readonly status: "later"; readonly after: number };

/**
 * Lanes as data. Every call is one atomic step, durable when it resolves, and throws AppError `store_down` when the store
 * does not answer. A lane in which something waits has one time: when it may be taken. Taking it moves that time to the end
 * of the lease; letting it rest moves it to the end of the rest.
 */
export interface LaneStore {
  /** Appends the letters, unless the mark is known; a lane that was empty may be taken at once. */
  append(entry: Entry): Promise<Appended>;
  /** Takes the lane when its time has come. The lease of whoever held it before has then run out. */
  take(holder: Holder): Promise<Taken>;
  /**
   * Makes the holder's change number `step` (1, 2, …) and renews the lease. The same step again changes nothing, so that it
   * can be repeated when the answer was lost.
   * @throws AppError `lane_lost` when another has taken the lane since
   */
  change(holder: Holder, step: number, change: Change): Promise<Contents>;
  /** Renews the lease; does nothing when the lane is lost. */
  renew(holder: Holder): Promise<void>;
  /**
   * Lets the lane go: to rest for `after` milliseconds, or with `done` for good if it is empty, otherwise ready at once.
   * Resolves to what it came to; `done` too when the lane is lost.
   */
  release(holder: Holder, next: Next): Promise<Next>;
  /** Lanes with something in them. */
  waiting(): Promise<number>;
}
