import type { FollowChange } from "./follow.ts";
import type { GuidePlace, Picture } from "./guide.ts";
import type { Snapshot } from "./knowledge.ts";
import type { Day, Facet } from "./procedure.ts";
import type { Search } from "./search.ts";

/** A message as every channel hands it over, after verification and parsing. */
export interface Inbound {
  /** Unique per channel; the same id twice is the same message. */
  readonly id: string;
  readonly channel: string;
  /** Who wrote, unique inside the channel. */
  readonly person: string;
  /** What was typed, or the payload of a pressed button (starts with "#"); empty when there were no words. */
  readonly text: string;
  readonly at: Date;
  /** What happened; "text" when absent. */
  readonly kind?: InboundKind;
  /** What came with or instead of words. */
  readonly media?: Media;
  /** Whose words a forwarded message carries, as the platform names it; "" when it hides the name. */
  readonly forwardedFrom?: string;
  /** The platform's id of the earlier message that this one answers. */
  readonly replyTo?: string;
  /** Language of the person's app (IETF tag), where the platform tells. */
  readonly language?: string;
}

export type InboundKind =
  | "text"
  | "press" // a button of ours; where it was not ours, `text` is just as untrusted as typed words
  | "forward" // somebody else's words
  | "media"
  | "follow" // opened the conversation, or came back after blocking
  | "unfollow" // blocked us: nothing can be sent any more
  | "withdraw" // asks the platform to have their data erased
  | "human"; // an officer wrote to the person from the platform's console

/** Something other than words. The content stays with the platform; `fileId` or `url` is where to get it. */
export interface Media {
  readonly type: "photo" | "voice" | "document" | "location" | "contact" | "sticker" | "video" | "other";
  /** Of the file, or of the person in a contact. */
  readonly name?: string;
  readonly fileId?: string;
  readonly url?: string;
  readonly caption?: string;
  /** Decimal degrees, as the platform wrote them. */
  readonly latitude?: string;
  readonly longitude?: string;
}

/** Pressing it sends `send` back as the text of the next Inbound: at most 64 bytes, starts with "#". */
export interface Button {
  readonly label: string;
  readonly send: string;
}

/** Where a shown fact stands, word for word. */
export interface Source {
  readonly code: string;
  readonly file: string;
  readonly heading: string;
  readonly quote: string;
}

export type ReplyStatus =
  | "answered" // facts shown with their source
  | "choices" // several could be meant: pick one
  | "case" // asks a question that changes the list of papers
  | "silent" // the base does not know; nearest procedures and a person offered
  | "clarify" // nothing to work with (empty, emoji only, too long, foreign)
  | "smalltalk"
  | "emergency"
  | "refused" // forged papers, bribes
  | "guide" // a step of a guide
  | "dossier"; // where a dossier is, or what is needed to tell

/** One canonical message; each channel renders it within its limits. `text` is plain text, never markup. */
export interface Reply {
  readonly status: ReplyStatus;
  readonly text: string;
  readonly buttons: readonly Button[];
  /** Shown with the text, where the channel can. */
  readonly picture?: Picture;
  readonly sources: readonly Source[];
  /** The procedures considered, best first. */
  readonly procedures: readonly { readonly code: string; readonly name: string; readonly score: number }[];
  readonly facets: readonly Facet[];
}

/** What is remembered of a conversation between two messages. Plain JSON. */
export interface Session {
  /** The procedure being talked about. */
  readonly procedure?: string;
  readonly facet?: Facet;
  /** What was offered last, in the order shown, so that "cái thứ hai" has a meaning. */
  readonly offered?: readonly Button[];
  /** Sources of the last answer, for "trích nguyên văn". */
  readonly sources?: readonly Source[];
  /** Answers given so far to the case questions of `procedure` (option indexes). */
  readonly cases?: readonly number[];
  /** Where the person stands in a guide. */
  readonly guide?: GuidePlace;
  /** The code of the dossier being talked about. */
  readonly dossier?: string;
  /** What was asked for about a dossier, and is still to come: its code, or the digits that prove the owner. */
  readonly awaited?: "dossier-code" | "owner-digits";
  /** The last question in the citizen's words, for corrections ("không phải, ý tôi là …"). */
  readonly asked?: string;
  /** What an officer was last given to send on to a citizen. */
  readonly draft?: string;
  /** ISO time at which the person was greeted for opening the conversation. */
  readonly greeted?: string;
  /** ISO time of the last message. */
  readonly at?: string;
}

/** All that a skill may look at. Skills are pure: the same turn gives the same outcome. */
export interface Turn {
  readonly inbound: Inbound;
  /** The text after normalisation; safe to match against. */
  readonly text: string;
  readonly session: Session;
  readonly knowledge: Snapshot;
  readonly search: Search;
  readonly today: Day;
  /** Who writes: an officer gets the legal basis and a draft to send on. */
  readonly role: "citizen" | "officer";
}

export interface Outcome {
  readonly reply: Reply;
  readonly session: Session;
  /** The person wants everything kept of them forgotten, this conversation too. */
  readonly erase?: true;
  /** The person asked to be reminded. */
  readonly remind?: Reminder;
  /** The person wants to be told when something happens to a dossier, or no longer. */
  readonly follow?: FollowChange;
}

/** Something to say later of our own accord, because the person asked for it. */
export interface Reminder {
  /** Milliseconds from now. */
  readonly after: number;
  readonly reply: Reply;
}

export interface Skill {
  readonly name: string;
  /** How surely this turn is the skill's (0–1); undefined when it is not. The highest claim handles the turn. */
  claims(turn: Turn): number | undefined;
  handle(turn: Turn): Promise<Outcome>;
}
