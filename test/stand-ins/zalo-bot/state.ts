import { UpdateQueue } from "./update-queue.ts";

/** Somebody with Zalo on a phone. */
export interface Person {
  /** Opaque, as the platform makes them for each bot. */
  readonly id: string;
  readonly display_name: string;
}

/** A message of the bot, as its reader sees it. */
export interface SentMessage {
  readonly message_id: string;
  readonly chat: string;
  readonly text: string;
  /** Address of the picture, for a message that has one. */
  readonly photo?: string;
}

export interface Call {
  readonly method: string;
  readonly payload: Readonly<Record<string, unknown>>;
}

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string;
  /** Milliseconds since 1970. */
  readonly updated_at: number;
}

/** What the platform remembers of one bot. */
export class BotState {
  readonly updates = new UpdateQueue();
  readonly people = new Map<string, Person>();
  readonly blockedBy = new Set<string>();
  readonly sent: SentMessage[] = [];
  /** Every call with the right token, in order. */
  readonly calls: Call[] = [];
  webhook: WebhookTarget | undefined;
  /** When the webhook was last set or taken away, milliseconds since 1970. */
  webhookChanged = 0;
  #nextMessage = 1;

  constructor(
    readonly token: string,
    readonly now: () => Date,
  ) {}

  /** The bot's own account (docs.zaloplatforms.com/docs/BOT, getMe). */
  get me(): Readonly<Record<string, unknown>> {
    const [id] = this.token.split(":");
    return { id, account_name: "bot.thutuc", account_type: "BASIC", can_join_groups: false };
  }

  nextMessageId(): string {
    return `bm-${this.#nextMessage++}`;
  }
}
