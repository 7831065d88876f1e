import type { Inbound } from "../core/conversation.ts";
import { loggable } from "../core/errors.ts";
import type { CodeReader } from "./code-reader.ts";
import type { Log } from "./guarded.ts";

export interface PhotoReaderOptions {
  /** Fetches what came with a message; undefined when it cannot be had. */
  readonly fetchMedia: (inbound: Inbound) => Promise<Uint8Array | undefined>;
  readonly reader: Pick<CodeReader, "read">;
  readonly log: Log;
}

/** Reads the codes in the photo that came with a message: their texts; undefined when the photo cannot be had. */
export function createPhotoReader({ fetchMedia, reader, log }: PhotoReaderOptions) {
  return async (inbound: Inbound): Promise<readonly string[] | undefined> => {
    try {
      const image = await fetchMedia(inbound);
      return image && (await reader.read(image));
    } catch (error) {
      log.warn({ channel: inbound.channel, error: loggable(error) }, "a photo could not be fetched");
      return undefined;
    }
  };
}
