import type { Inbound } from "../../core/conversation.ts";
import { AppError } from "../../core/errors.ts";
import type { Feed } from "../../core/feed.ts";
import type { Accept, Channel, Limits } from "../../core/mail.ts";
import { shortened } from "../split.ts";

export interface WebOptions {
  readonly feed: Feed;
  readonly now: () => Date;
}

/** What the page sends. */
export interface WebMessage {
  /** Made by the page: the same id of the same person is the same message. */
  readonly id: string;
  readonly person: string;
  /** What was typed, or the payload of a pressed button. */
  readonly text: string;
}

/** The channel to our own page, which follows the feed. */
export interface Web extends Channel {
  /**
   * Keeps a message and shows it on all pages of the person.
   * @throws AppError `store_down`, or `channel_closed` while the channel does not listen: the page sends it again
   */
  receive(message: WebMessage): Promise<"new" | "seen">;
}

export const NAME = "web";

/** Our own measures: an answer of 4,000 characters is six screens of a phone; eight buttons still fit on one. */
const LIMITS: Limits = { text: 4000, buttons: 8, label: 120, caption: 4000 };

/** When the store is away, milliseconds: it is tried again so soon. */
const SOON = 1_000;
const CLOSED = "Hệ thống đang khởi động lại, anh/chị chờ một chút rồi gửi lại giúp em.";

/** The process that serves the page calls `start` and mounts `receive`; one that only sends needs not. */
export function createWeb({ feed, now }: WebOptions): Web {
  let accept: Accept | undefined;

  return {
    name: NAME,
    limits: LIMITS,
    async start(keep) {
      accept = keep;
    },
    async receive(message) {
      if (accept === undefined) throw channelClosed();
      const at = now();
      const { id, person } = message;
      // Shown first, so that the answer cannot come before it; when keeping fails the page sends it again under its key.
      const text = shortened(message.text, LIMITS.text);
      await feed.append(person, { from: "person", text, buttons: [], at: at.toISOString(), key: id });
      return accept(readInbound(message, at));
    },
    async send(person, part) {
      try {
        await feed.append(person, { ...part, from: "assistant", at: now().toISOString() });
        return { status: "sent" };
      } catch (error) {
        if (error instanceof AppError && error.code === "store_down") return { status: "later", after: SOON };
        throw error;
      }
    },
    async stop() {
      accept = undefined;
    },
  };
}

function readInbound({ id, person, text }: WebMessage, at: Date): Inbound {
  const press = text.startsWith("#");
  // Ids are the page's choice: within the person's own name nobody can use up another's.
  return { id: `${person}/${id}`, channel: NAME, person, text, at, ...(press && { kind: "press" }) };
}

function channelClosed(): AppError {
  return new AppError("channel_closed", "the web channel does not listen", CLOSED);
}
