import type { Inbound, Media } from "../../core/conversation.ts";
import type { Message, Update } from "./update.ts";

export const NAME = "zalo-bot";

/** What the platform tells of a message whose kind it does not hand over (a file, a place, a contact card). */
const UNSUPPORTED = "message.unsupported.received";

/** Times below this count seconds, others milliseconds: both are sent, and this is 1973 or 5138. */
const MILLISECONDS_FROM = 1e11;

/** The latest moment that a Date can hold, in milliseconds (ECMA-262, Time Values and Time Range). */
const LATEST = 8.64e15;

/**
 * What an update says to us; undefined for what is not said by a person in a private talk with the bot. There are no
 * buttons on this platform: a payload that comes was typed.
 * @param now when the update came, for one that carries no time
 */
export function readInbound({ event_name, message }: Update, now: Date): Inbound | undefined {
  if (message === undefined || message.chat.chat_type !== "PRIVATE" || message.from.is_bot) return undefined;
  const media = mediaOf(message) ?? (event_name === UNSUPPORTED ? { type: "other" as const } : undefined);
  const text = media ? message.caption : message.text;
  if (text === undefined && media === undefined) return undefined;
  return {
    id: message.message_id,
    channel: NAME,
    person: message.chat.id,
    text: text ?? "",
    at: timeOf(message.date) ?? now,
    kind: media ? "media" : "text",
    ...(media && { media: { ...media, ...(message.caption !== undefined && { caption: message.caption }) } }),
  };
}

function mediaOf({ photo_url, photo, voice_url, sticker, url }: Message): Media | undefined {
  const picture = photo_url ?? photo;
  if (picture !== undefined) return { type: "photo", url: picture };
  if (voice_url !== undefined) return { type: "voice", url: voice_url };
  if (sticker !== undefined) return { type: "sticker", fileId: sticker, ...(url !== undefined && { url }) };
  return undefined;
}

function timeOf(date: number | undefined): Date | undefined {
  if (date === undefined || date > LATEST) return undefined;
  return new Date(date < MILLISECONDS_FROM ? date * 1_000 : date);
}
