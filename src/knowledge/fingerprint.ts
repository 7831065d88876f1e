import { createHash } from "node:crypto";
import { findFiles } from "./files.ts";

/**
 * A quick SHA-256 (hex) over the path, size and time of last change of every knowledge file. The same fingerprint means
 * that a snapshot kept from before still holds; no file is read for it.
 */
export function fingerprint(folders: readonly string[]): string {
  const hash = createHash("sha256");
  const { files } = findFiles(folders);
  for (const { folder, path, bytes, changed } of files) hash.update(`${folder}/${path}\0${bytes}\0${changed}\n`);
  return hash.digest("hex");
}
