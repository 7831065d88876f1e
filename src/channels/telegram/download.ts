import type { Api } from "grammy";
import type { Media } from "../../core/conversation.ts";
import { LARGEST_FILE } from "../../core/mail.ts";

/** Longest wait for a file, milliseconds. */
const PATIENCE = 10_000;

/**
 * Fetches what came with a message. The address of a file carries the token, so it is never logged.
 * Source: core.telegram.org/bots/api#getfile.
 */
export async function download(api: Api, root: string, { fileId }: Media): Promise<Uint8Array | undefined> {
  if (fileId === undefined) return undefined;
  const { file_path, file_size = 0 } = await api.getFile(fileId);
  if (file_path === undefined || file_size > LARGEST_FILE) return undefined;
  const response = await fetch(`${root}/file/bot${api.token}/${file_path}`, { signal: AbortSignal.timeout(PATIENCE) });
  if (!response.ok) return undefined;
  const bytes = new Uint8Array(await response.arrayBuffer());
  return bytes.length > LARGEST_FILE ? undefined : bytes;
}
