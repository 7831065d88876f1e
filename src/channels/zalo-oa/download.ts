import type { Media } from "../../core/conversation.ts";
import { LARGEST_FILE } from "../../core/mail.ts";

/** Longest wait for a file, in milliseconds. */
const PATIENCE = 10_000;

/** Kinds whose address is Zalo's; that of a link or a contact is whatever the person wrote. */
const KEPT_BY_ZALO: readonly Media["type"][] = ["photo", "document", "voice", "video", "sticker"];

/**
 * Fetches what came with a message, without any token: the addresses are open, and told only to us.
 * @param root base of the API, where files may lie as well
 * @returns undefined when it is too large, not (or no longer) there, or not at Zalo
 */
export async function download({ type, url = "" }: Media, root: string): Promise<Uint8Array | undefined> {
  const isOurs = url.startsWith("https://") || url.startsWith(`${root}/`);
  if (!isOurs || !KEPT_BY_ZALO.includes(type)) return undefined;
  const response = await fetch(url, { redirect: "error", signal: AbortSignal.timeout(PATIENCE) });
  return response.ok && response.body ? readUpTo(LARGEST_FILE, response.body) : undefined;
}

async function readUpTo(most: number, body: AsyncIterable<Uint8Array>): Promise<Uint8Array | undefined> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of body) {
    length += chunk.length;
    if (length > most) return undefined;
    chunks.push(chunk);
  }
  return new Uint8Array(Buffer.concat(chunks));
}
