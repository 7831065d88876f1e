import { createHash } from "node:crypto";
import { readdirSync, statSync } from "node:fs";
import { join, resolve } from "node:path";
import type { Logger } from "pino";
import { AppError } from "./core/errors.ts";
import type { Fault } from "./core/knowledge.ts";
import { fingerprint } from "./knowledge/fingerprint.ts";
import { loadKnowledge } from "./knowledge/load.ts";
import { packSnapshot, unpackSnapshot } from "./knowledge/pack.ts";
import { buildIndex } from "./search/build.ts";
import { readCache, writeCache } from "./search/cache.ts";
import { type Flat, flatten, unflatten } from "./search/flat.ts";
import { LexicalSearch } from "./search/index.ts";
import type { Base } from "./search/live.ts";

/** A base whose search is lexical: every other search is built upon it. */
export interface LexicalBase extends Base {
  readonly search: LexicalSearch;
}

/** The block of the cache file that holds the snapshot, beside those of the index. */
const SNAPSHOT = "snapshot";
/** More faults than these are only counted in the log; `kb check` lists them all. */
const MOST_FAULTS = 20;

/**
 * Opens the knowledge folders for searching: from the cache below `dataDir` when nothing has changed since it was written,
 * else from the files, and then the cache is written anew. A cache that cannot be used or written is only warned about.
 * @throws AppError `no_knowledge` when the folders hold no procedure
 */
export async function openBase(folders: readonly string[], dataDir: string, log: Logger): Promise<LexicalBase> {
  const file = join(placeFor(folders, dataDir), "base.cache");
  const key = hash([codeVersion(), fingerprint(folders)]);
  const cached = await fromCache(file, key, log);
  if (cached) return cached;
  const snapshot = await loadKnowledge(folders);
  if (snapshot.procedures.size === 0) throw noKnowledge(folders);
  const index = buildIndex(snapshot);
  const flat = flatten(index);
  const arrays = { ...flat.arrays, [SNAPSHOT]: new Uint8Array(packSnapshot(snapshot)) };
  await writeCache(file, key, { ...flat, arrays }).catch((reason: unknown) => {
    log.warn({ file, reason: String(reason) }, "the cache cannot be written; the next start builds it again");
  });
  return { snapshot, search: new LexicalSearch(snapshot, index) };
}

/** The folder under `dataDir` for what is worked out from these knowledge folders. */
export function placeFor(folders: readonly string[], dataDir: string): string {
  return join(dataDir, `knowledge-${hash(folders.map((folder) => resolve(folder))).slice(0, 12)}`);
}

/** Logs what is wrong in the knowledge files: errors one by one, warnings as a number. */
export function logFaults(faults: readonly Fault[], log: Logger): void {
  const errors = faults.filter(({ severity }) => severity === "error");
  for (const { file, line, code, message } of errors.slice(0, MOST_FAULTS)) log.warn({ file, line, code }, message);
  if (errors.length > MOST_FAULTS) log.warn({ errors: errors.length }, "and more; npm run kb -- check lists them all");
  const warnings = faults.length - errors.length;
  if (warnings > 0) log.info({ warnings }, "some knowledge files could be better; npm run kb -- check lists them");
}

async function fromCache(file: string, key: string, log: Logger): Promise<LexicalBase | undefined> {
  const cache = await readCache(file, key);
  if (cache.state === "fresh") {
    const base = restore(cache.flat);
    if (base) return base;
  }
  if (cache.state === "fresh" || cache.state === "corrupt") log.warn({ file }, "the cache is damaged and is rebuilt");
  if (cache.state === "stale") log.info({ file }, "the knowledge has changed since the cache was written; rebuilding");
  return undefined;
}

function restore(flat: Flat): LexicalBase | undefined {
  const packed = flat.arrays[SNAPSHOT];
  if (!(packed instanceof Uint8Array)) return undefined;
  try {
    const snapshot = unpackSnapshot(Buffer.from(packed.buffer, packed.byteOffset, packed.byteLength));
    return snapshot && { snapshot, search: new LexicalSearch(snapshot, unflatten(flat)) };
  } catch {
    return undefined;
  }
}

/** Changes with the code that reads and indexes the knowledge: what older code kept may mean something else. */
function codeVersion(): string {
  const rooms = ["core", "text", "knowledge", "search"].map((room) => join(import.meta.dirname, room));
  return hash(
    rooms.flatMap((room) =>
      readdirSync(room, { recursive: true, encoding: "utf8" }).map((path) => {
        const { size, mtimeMs } = statSync(join(room, path));
        return `${path} ${size} ${mtimeMs}`;
      }),
    ),
  );
}

function hash(parts: readonly string[]): string {
  return createHash("sha256").update(parts.join("\n")).digest("hex");
}

function noKnowledge(folders: readonly string[]): AppError {
  const where = folders.map((folder) => resolve(folder)).join(", ");
  return new AppError("no_knowledge", `no procedure in ${where}; check KNOWLEDGE_DIR`, "Hệ thống chưa sẵn sàng.");
}
