import { createHash } from "node:crypto";
import type { Logger } from "pino";
import { loggable } from "../../core/errors.ts";
import type { Pictures } from "../../core/mail.ts";
import type { Store } from "../../core/store.ts";
import type { Client } from "./client.ts";
import { type Image, uploadImage } from "./uploads.ts";

/** Zalo keeps an upload for seven days and takes 5,000 a month; an attachment is used for so long, in milliseconds. */
const KEEP = 6 * 24 * 3_600_000;

/** Pictures that Zalo holds, each uploaded once for all processes. */
export interface PictureShelf {
  /** The attachment of a picture; undefined when it cannot be shown now. Never throws. */
  attachment(file: string): Promise<string | undefined>;
  /** Uploads it anew, since Zalo no longer knows it. Never throws. */
  renewed(file: string): Promise<string | undefined>;
}

export interface PictureShelfOptions {
  readonly client: Client;
  readonly pictures: Pictures | undefined;
  readonly store: Store;
  readonly log: Logger;
}

export function createPictureShelf({ client, pictures, store, log }: PictureShelfOptions): PictureShelf {
  const underWay = new Map<string, Promise<string | undefined>>();

  async function upload(image: Image, key: string): Promise<string | undefined> {
    const uploaded = await uploadImage(client, image);
    if (uploaded.status === "kept") {
      await store.put(key, uploaded.as, { ttl: KEEP });
      return uploaded.as;
    }
    log.warn({ ...uploaded }, "a picture cannot be uploaded to Zalo; its text is sent alone");
    return undefined;
  }

  async function find(file: string, anew: boolean): Promise<string | undefined> {
    const image = await pictures?.(file);
    if (image === undefined) return undefined;
    // By content: a picture that was drawn anew is another one.
    const key = `zalo/picture/${createHash("sha256").update(image.bytes).digest("base64url")}`;
    const kept = anew ? undefined : (await store.get(key))?.value;
    return typeof kept === "string" ? kept : upload(image, key);
  }

  /** Many may want the same picture at once: one upload serves them. */
  function findOnce(file: string, anew: boolean): Promise<string | undefined> {
    const found =
      underWay.get(file) ??
      find(file, anew)
        .catch((error) => {
          log.warn({ file, ...loggable(error) }, "a picture cannot be shown; its text is sent alone");
          return undefined;
        })
        .finally(() => underWay.delete(file));
    underWay.set(file, found);
    return found;
  }

  return { attachment: (file) => findOnce(file, false), renewed: (file) => findOnce(file, true) };
}
