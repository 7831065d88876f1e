import type { Inbound } from "../../core/conversation.ts";
import { mediaOf } from "./media.ts";
import { originName } from "./names.ts";
import type { Membership, Message, Press, Update, User } from "./update.ts";

export const NAME = "telegram";

export interface Reading {
  /** The id of our bot's own account. */
  readonly bot: number;
  /** When the update came; presses carry no time of their own. */
  readonly now: Date;
}

/**
 * What an update says to us; undefined for what is not said by a person in a private talk with the bot (groups, other
 * bots, service notices). The person is the private chat, whose id is that of the user.
 */
export function readInbound(update: Update, { bot, now }: Reading): Inbound | undefined {
  const { message, callback_query: press, my_chat_member: membership } = update;
  const said =
    (message && fromMessage(message)) ??
    (press && fromPress(press, bot, now)) ??
    (membership && fromMember(membership));
  return said && { id: String(update.update_id), channel: NAME, ...said };
}

type Said = Omit<Inbound, "id" | "channel">;

function fromMessage(message: Message): Said | undefined {
  const { chat, from, date, forward_origin, reply_to_message } = message;
  const media = mediaOf(message);
  const text = message.text ?? message.caption;
  if (chat.type !== "private" || from?.is_bot || (text === undefined && media === undefined)) return undefined;
  return {
    person: String(chat.id),
    text: text ?? "",
    at: fromSeconds(date),
    kind: forward_origin ? "forward" : media ? "media" : "text",
    ...(media && { media }),
    ...(forward_origin && { forwardedFrom: originName(forward_origin) }),
    ...(reply_to_message && { replyTo: String(reply_to_message.message_id) }),
    ...languageOf(from),
  };
}

/**
 * A press is only believed under a message of ours, and one too old to be shown carries no writer: then, and where the
 * data is none of ours, it counts as typed.
 */
function fromPress({ from, message, data }: Press, bot: number, now: Date): Said | undefined {
  if (data === undefined || (message && message.chat.type !== "private")) return undefined;
  const ours = message?.from?.id === bot && data.startsWith("#");
  return { person: String(from.id), text: data, at: now, kind: ours ? "press" : "text", ...languageOf(from) };
}

/** In a private chat: `kicked` when the person blocks the bot, `member` when they take it back. */
function fromMember({ chat, from, date, new_chat_member: { status } }: Membership): Said | undefined {
  if (chat.type !== "private" || (status !== "kicked" && status !== "member")) return undefined;
  const kind = status === "kicked" ? "unfollow" : "follow";
  return { person: String(chat.id), text: "", at: fromSeconds(date), kind, ...languageOf(from) };
}

function languageOf(from: User | undefined): Pick<Inbound, "language"> {
  return from?.language_code === undefined ? {} : { language: from.language_code };
}

function fromSeconds(seconds: number): Date {
  return new Date(seconds * 1000);
}
