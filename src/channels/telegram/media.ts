import type { Media } from "../../core/conversation.ts";
import { fullName } from "./names.ts";
import type { Message } from "./update.ts";

/** What a message carries besides text; undefined for a message of words, or of nothing a person sends (a service notice). */
export function mediaOf(message: Message): Media | undefined {
  const media = fileOf(message) ?? otherOf(message);
  if (media === undefined || message.caption === undefined) return media;
  return { ...media, caption: message.caption };
}

function fileOf(message: Message): Media | undefined {
  // Sizes of one photo, the largest last. An animation comes a second time as `document`, for older clients.
  const files = [
    ["photo", message.photo?.at(-1)],
    ["voice", message.voice],
    ["video", message.video ?? message.video_note],
    ["other", message.animation ?? message.audio],
    ["document", message.document],
    ["sticker", message.sticker],
  ] as const;
  for (const [type, file] of files) {
    if (file) return { type, fileId: file.file_id, ...(file.file_name !== undefined && { name: file.file_name }) };
  }
  return undefined;
}

function otherOf({ location, contact, ...message }: Message): Media | undefined {
  if (location) {
    return { type: "location", latitude: String(location.latitude), longitude: String(location.longitude) };
  }
  if (contact) return { type: "contact", name: fullName(contact) };
  const others = [message.poll, message.dice, message.story, message.paid_media, message.checklist];
  return others.some((one) => one !== undefined) ? { type: "other" } : undefined;
}
