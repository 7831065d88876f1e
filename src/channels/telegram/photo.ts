import { type Api, InputFile } from "grammy";
import type { Picture } from "../../core/guide.ts";
import type { Pictures } from "../../core/mail.ts";

/** What `sendPhoto` is given besides the photo. */
type Extra = NonNullable<Parameters<Api["sendPhoto"]>[2]>;

/**
 * Sends pictures of the knowledge: the bytes once, then by the id under which Telegram keeps them
 * (core.telegram.org/bots/api#sending-files).
 * @returns a function that resolves to `none` when there is no such picture
 */
export function createPhotos(
  api: Api,
  pictures: Pictures = async () => undefined,
): (person: string, picture: Picture, extra: Extra) => Promise<"sent" | "none"> {
  const ids = new Map<string, string>();
  return async (person, { file }, extra) => {
    const known = ids.get(file);
    const photo = known ?? (await upload(pictures, file));
    if (photo === undefined) return "none";
    const message = await api.sendPhoto(person, photo, extra);
    const id = message.photo?.at(-1)?.file_id;
    if (id !== undefined) ids.set(file, id);
    return "sent";
  };
}

async function upload(pictures: Pictures, file: string): Promise<InputFile | undefined> {
  const picture = await pictures(file);
  return picture && new InputFile(picture.bytes, "picture.png");
}
