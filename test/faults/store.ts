import { openLmdb } from "../../src/storage/lmdb/open.ts";
import type { MailroomOptions } from "../../src/storage/mail/serve.ts";
import { openRedis } from "../../src/storage/redis/open.ts";
import type { Storage } from "../../src/storage/storage.ts";

export type StoreKind = "lmdb" | "redis";

/** Opens the storage in this process; `place` is a folder or the address of Redis. */
export function openStore(kind: StoreKind, place: string, options: MailroomOptions): Storage {
  return kind === "lmdb" ? openLmdb(place, options) : openRedis(place, options);
}
