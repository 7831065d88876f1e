import type { SentButton } from "./checks.ts";
import { type RawUpdate, UpdateQueue } from "./update-queue.ts";

/** Somebody with Telegram on a phone. */
export interface Person {
  readonly id: number;
  readonly first_name: string;
  readonly last_name?: string;
  readonly language_code?: string;
}

/** A message of the bot, as its reader sees it. */
export interface SentMessage {
  readonly message_id: number;
  readonly chat: number;
  text: string;
  buttons: readonly SentButton[];
  /** What came with it: `sendMessage`, `sendPhoto` or `sendDocument`. */
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Kinds of update sent unless `allowed_updates` says otherwise: all but those that must be asked for. */
const ASKED_FOR = new Set(["chat_member", "message_reaction", "message_reaction_count"]);

/** What the Bot API server remembers of one bot. */
export class BotState {
  readonly updates = new UpdateQueue();
  readonly people = new Map<number, Person>();
  readonly blockedBy = new Set<number>();
  readonly sent: SentMessage[] = [];
  /** Every call with the right token, in order. */
  readonly calls: Call[] = [];
  readonly files = new Map<string, Uint8Array>();
  /** Presses that wait for their answer. */
  readonly presses = new Set<string>();
  commands: unknown = [];
  allowed: readonly string[] | undefined;
  webhook: { readonly url: string; readonly secret: string | undefined } | undefined;
  #nextUpdate = 100_000;
  #nextMessage = 1;
  readonly token: string;

  constructor(token: string) {
    this.token = token;
  }

  /** The bot's own account. */
  get me(): Readonly<Record<string, unknown>> {
    return { id: Number.parseInt(this.token, 10), is_bot: true, first_name: "Trợ lý thủ tục", username: "thu_tuc_bot" };
  }

  nextMessageId(): number {
    return this.#nextMessage++;
  }

  /** Numbers an update and queues it, unless the bot did not ask for its kind. */
  push(fields: Readonly<Record<string, unknown>>): RawUpdate {
    const update = { update_id: this.#nextUpdate++, ...fields };
    const kinds = Object.keys(fields);
    const wanted = (kind: string) => (this.allowed?.length ? this.allowed.includes(kind) : !ASKED_FOR.has(kind));
    if (kinds.some(wanted)) this.updates.add(update);
    return update;
  }
}
