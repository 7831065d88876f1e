import type { MailroomOptions } from "./mail/serve.ts";
import type { Storage } from "./storage.ts";

export type { Storage } from "./storage.ts";

export interface StorageOptions extends MailroomOptions {
  /** Where the embedded file lies. */
  readonly dataDir: string;
  /** Redis to use instead, which any number of machines may share. */
  readonly redisUrl?: string | undefined;
  /** The clock of the embedded file; Redis has its own. */
  readonly now?: () => Date;
}

/**
 * Opens the storage: Redis where it is given, else embedded, which is for one process alone. Loads only the driver that is
 * used.
 * @throws AppError `store_down` when the embedded file cannot be opened or another process has it; a Redis that is away is
 *   waited for
 */
export async function openStorage({ dataDir, redisUrl, ...options }: StorageOptions): Promise<Storage> {
  if (redisUrl !== undefined) return (await import("./redis/open.ts")).openRedis(redisUrl, options);
  const [{ openLmdb }, { holdAlone }] = await Promise.all([import("./lmdb/open.ts"), import("./lmdb/sole.ts")]);
  const letGo = await holdAlone(dataDir);
  const { mailroom, store, close } = openLmdb(dataDir, options);
  let closed: Promise<void> | undefined;
  return {
    mailroom,
    store,
    close() {
      closed ??= close().finally(letGo);
      return closed;
    },
  };
}
