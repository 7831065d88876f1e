import type { Button, Inbound, Media } from "./conversation.ts";
import type { Picture } from "./guide.ts";

/**
 * The durable path of a message: a channel verifies and parses it, `Mailroom.deliver` keeps it, a worker turns what waits
 * in a lane into parts to send, and each part leaves the lane only when the platform has confirmed it.
 *
 * A lane is one conversation: `<channel>/<person>`. What a lane holds – waiting messages, parts to send, state – changes
 * only in single atomic steps, by whoever holds the lane, so that nothing is lost and nothing confirmed is repeated,
 * whatever is killed.
 */

/** One message to send, already cut to the channel's limits. */
export interface Part {
  readonly text: string;
  readonly buttons: readonly Button[];
  /** Sent with the text where the channel can; the text says everything that matters. */
  readonly picture?: Picture;
  /**
   * Where the person cannot be reached now, it is kept under this name, and said when they write again; a later one of the
   * same name replaces it. Without a name it is dropped.
   */
  readonly keep?: string;
}

/** What became of sending a part. */
export type Sent =
  | { readonly status: "sent" }
  /** Not now: rate limit or a passing fault; try again after so many milliseconds. */
  | { readonly status: "later"; readonly after: number }
  /** The person cannot be reached (blocked, not a follower, outside the platform's window): drop what waits for them. */
  | { readonly status: "unreachable"; readonly reason: string }
  /** The platform will never take this part: our fault. Drop the part, tell the operator. */
  | { readonly status: "refused"; readonly reason: string };

/** What one message of a channel can hold. */
export interface Limits {
  /** Characters (UTF-16 units) of text. */
  readonly text: number;
  /** Buttons a message; 0 where choices are written as numbered lines. */
  readonly buttons: number;
  /** Characters of a button's label. */
  readonly label: number;
  /** Characters of text beside a picture in one message; 0 where a picture is a message of its own. No pictures when absent. */
  readonly caption?: number;
}

/** Keeps a message for its worker. Resolves when it is durable; `seen`: the same id of this channel came before. */
export type Accept = (inbound: Inbound) => Promise<"new" | "seen">;

/** A place where people write to us. It knows nothing of skills, and skills nothing of it. */
export interface Channel {
  readonly name: string;
  readonly limits: Limits;
  /** Where the platform calls us, when it does. */
  readonly webhook?: Webhook;
  /** Starts listening; every verified message goes to `accept`, and is confirmed to the platform only after it resolved. */
  start(accept: Accept): Promise<void>;
  /** Sends one part to a person, whether it listens or not. Never throws for what the platform answers. */
  send(person: string, part: Part): Promise<Sent>;
  /** The bytes of what came with a message, at most `LARGEST_FILE`; undefined when they cannot be had (any more). */
  download?(media: Media): Promise<Uint8Array | undefined>;
  /** Stops listening; what is under way is finished. Parts can still be sent. */
  stop(): Promise<void>;
}

/** Most bytes of a file that we look at: a photo of a phone stays far below. */
export const LARGEST_FILE = 10 * 1024 * 1024;

/** The picture of that file name as PNG; undefined when there is none. */
export type Pictures = (
  file: string,
) => Promise<{ readonly bytes: Uint8Array; readonly type: "image/png" } | undefined>;

/** The headers of a request: names in lower case. */
export type Headers = Readonly<Record<string, string | readonly string[] | undefined>>;

/** What the platform is told: taken; not understood; not proved to be from it; not kept, so repeat it. */
export type WebhookStatus = 200 | 400 | 401 | 503;

/** The side of a channel that a web server calls. */
export interface Webhook {
  /** Path of the POST route, e.g. `/webhooks/telegram`. */
  readonly path: string;
  /** Verifies, parses and keeps one call. `body`: the bytes as they came, since signatures are made of them. Never throws. */
  receive(body: Uint8Array, headers: Headers): Promise<WebhookStatus>;
}

/** What waits in one lane, as the holder sees it. */
export interface Lane {
  readonly name: string;
  /** Waiting messages, oldest first. */
  readonly inbox: readonly Inbound[];
  /** Parts to send, in order. */
  readonly outbox: readonly Part[];
  /** Whatever the conversation keeps, plain JSON; undefined for a new one. */
  readonly state: unknown;
}

/**
 * The changes that a holder can make, one after the other, each one atomic and durable when it resolves. While the store is
 * away they wait for it, so that what the platform has confirmed is not forgotten. The hold always shows the lane after the
 * last change.
 * @throws AppError `lane_lost` when the lease ran out and another took the lane: stop at once
 */
export interface Hold extends Lane {
  /** The first `taken` messages are dealt with: takes them away, keeps the state and appends the parts. */
  settle(taken: number, state: unknown, parts: readonly Part[]): Promise<Lane>;
  /** The first part of the outbox is confirmed: takes it away. */
  confirm(): Promise<Lane>;
  /** Takes all parts away: the person cannot be reached. */
  drop(): Promise<Lane>;
  /** Forgets messages, parts and state (a person's request to be erased); the holder may still say that it is done. */
  erase(): Promise<void>;
}

/**
 * What the holder wants next: `done` when the lane is empty (it is woken again if something came meanwhile), else to be woken
 * after so many milliseconds; until then the lane rests, whatever comes.
 */
export type Next = "done" | { readonly after: number };

export interface Mailroom {
  /**
   * Appends a message to its lane and sees to it that the lane is woken; both are durable when it resolves. An id is
   * remembered for seven days; `seen` messages wake the lane again, so that a crash between the two steps loses nothing.
   * @throws AppError `store_down` when nothing could be kept: the webhook answers 503 and the platform repeats
   */
  deliver(lane: string, inbound: Inbound): Promise<"new" | "seen">;
  /** Appends parts to a lane without a message (a notice, an officer's answer). */
  post(lane: string, id: string, parts: readonly Part[]): Promise<"new" | "seen">;
  /**
   * Lets `handle` work on lanes with something in them: one holder a lane over all processes, lanes in parallel. A handler
   * that throws is woken again later; a holder that dies loses the lane after `leaseMs` and another goes on. Resolves when
   * the work has begun.
   */
  work(handle: (hold: Hold) => Promise<Next>, options: { readonly parallel: number }): Promise<void>;
  /** Lanes with something in them, now. */
  waiting(): Promise<number>;
  /** Whether the store answers; the reason when it does not. */
  health(): Promise<"up" | { readonly down: string }>;
  /** Stops taking lanes, lets those under way finish, closes. */
  close(): Promise<void>;
}
