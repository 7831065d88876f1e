import { openStorage, type Storage } from "../../src/storage/index.ts";
import type { MailroomOptions } from "../../src/storage/mail/serve.ts";

export type StoreKind = "lmdb" | "redis";

/** Opens the storage in this process as the service does; `place` is a folder or the address of Redis. */
export function openStore(kind: StoreKind, place: string, options: MailroomOptions): Promise<Storage> {
  return openStorage(kind === "lmdb" ? { ...options, dataDir: place } : { ...options, dataDir: "", redisUrl: place });
}
