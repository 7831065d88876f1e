import { createHash } from "node:crypto";
import { mkdir, readFile, rename, writeFile } from "node:fs/promises";
import { dirname } from "node:path";
import type { Flat } from "./flat.ts";

/** Raise it whenever the meaning of a block changes: older files are then rebuilt. */
const FORMAT = "procedure-index 3";

const KINDS = { Uint8Array, Uint32Array, Int32Array, Float32Array, Float64Array } as const;
type Kind = keyof typeof KINDS;

interface Header {
  readonly format: string;
  readonly key: string;
  /** SHA-256 (hex) of `blocks` and all bytes behind the header. */
  readonly sha256: string;
  readonly blocks: readonly { readonly name: string; readonly kind: Kind | "text"; readonly bytes: number }[];
}

/** `absent`: no file. `stale`: another base or format. `corrupt`: bytes changed. In each case the caller rebuilds. */
export type CacheState =
  | { readonly state: "fresh"; readonly flat: Flat }
  | { readonly state: "absent" | "stale" | "corrupt" };

/**
 * Reads a cache file.
 * @param key fingerprint of the knowledge that the cache must have been built from
 */
export async function readCache(file: string, key: string): Promise<CacheState> {
  let bytes: Buffer;
  try {
    bytes = await readFile(file);
  } catch {
    return { state: "absent" };
  }
  try {
    const end = bytes.indexOf(10);
    const header = JSON.parse(bytes.toString("utf8", 0, end)) as Header;
    if (header.format !== FORMAT || header.key !== key) return { state: "stale" };
    const body = bytes.subarray(align(end + 1));
    if (digest(header.blocks, body) !== header.sha256) return { state: "corrupt" };
    return { state: "fresh", flat: unpack(header, body) };
  } catch {
    return { state: "corrupt" };
  }
}

/** Writes a cache file in one step: a reader sees the old file or the new one, never half. */
export async function writeCache(file: string, key: string, flat: Flat): Promise<void> {
  const blocks: Header["blocks"][number][] = [];
  const parts: Buffer[] = [];
  const push = (name: string, kind: Kind | "text", data: Buffer) => {
    blocks.push({ name, kind, bytes: data.length });
    parts.push(data, Buffer.alloc(align(data.length) - data.length));
  };
  for (const [name, text] of Object.entries(flat.texts)) push(name, "text", Buffer.from(text, "utf8"));
  for (const [name, array] of Object.entries(flat.arrays)) {
    push(name, array.constructor.name as Kind, Buffer.from(array.buffer, array.byteOffset, array.byteLength));
  }
  const body = Buffer.concat(parts);
  const sha256 = digest(blocks, body);
  const header = Buffer.from(`${JSON.stringify({ format: FORMAT, key, sha256, blocks } satisfies Header)}\n`);
  await mkdir(dirname(file), { recursive: true });
  const draft = `${file}.${process.pid}.new`;
  await writeFile(draft, Buffer.concat([header, Buffer.alloc(align(header.length) - header.length), body]));
  await rename(draft, file);
}

function digest(blocks: Header["blocks"], body: Buffer): string {
  return createHash("sha256").update(JSON.stringify(blocks)).update(body).digest("hex");
}

function unpack(header: Header, body: Buffer): Flat {
  const texts: Record<string, string> = {};
  const arrays: Record<string, Flat["arrays"][string]> = {};
  let at = 0;
  for (const { name, kind, bytes } of header.blocks) {
    const data = body.subarray(at, at + bytes);
    if (data.length !== bytes) throw new RangeError("the file is cut short");
    if (kind === "text") texts[name] = data.toString("utf8");
    else {
      const { buffer } = Uint8Array.prototype.slice.call(data);
      arrays[name] = new KINDS[kind](buffer as ArrayBuffer);
    }
    at += align(bytes);
  }
  return { texts, arrays };
}

/** Blocks start at multiples of eight, so that typed arrays of any kind can lie on them. */
function align(bytes: number): number {
  return Math.ceil(bytes / 8) * 8;
}
