import type { Media } from "../../core/conversation.ts";
import type { EventMessage, Payload } from "./event.ts";

/** What a message holds besides words, by the end of the event's name: `user_send_image` … */
const TYPES: Readonly<Record<string, Media["type"]>> = {
  image: "photo",
  file: "document",
  location: "location",
  sticker: "sticker",
  audio: "voice",
  video: "video",
  business_card: "contact",
  gif: "other",
  link: "other",
};

/** The media of a message of such a kind; undefined for a kind that is not known, or for words. */
export function mediaOf(kind: string, message: EventMessage): Media | undefined {
  const type = Object.hasOwn(TYPES, kind) ? TYPES[kind] : undefined;
  if (type === undefined) return undefined;
  const payload = message.attachments?.[0]?.payload ?? {};
  const name = payload.name ?? payload.title;
  return {
    type,
    ...(name && { name }),
    ...(payload.url && { url: payload.url }),
    ...(message.text && { caption: message.text }),
    ...placeOf(payload),
  };
}

/** Both forms are seen: coordinates by themselves and directly in the payload. */
function placeOf({ coordinates, latitude, longitude }: Payload): Pick<Media, "latitude" | "longitude"> {
  if (coordinates) return coordinates;
  return latitude === undefined || longitude === undefined ? {} : { latitude, longitude };
}
