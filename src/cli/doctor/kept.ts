import { once } from "node:events";
import { existsSync } from "node:fs";
import { join } from "node:path";
import type { Settings } from "../../config.ts";
import type { Store } from "../../core/store.ts";

/** The records that a running service keeps, to look at. */
export interface KeptStore {
  readonly store: Store;
  close(): Promise<void>;
}

/** Longest wait for Redis, milliseconds. */
const PATIENCE = 3_000;

/**
 * Opens the records of the service, Redis or the embedded file; undefined where nothing is kept yet.
 * @throws Error when they cannot be opened
 */
export async function openKept({ DATA_DIR, REDIS_URL }: Settings, now: () => Date): Promise<KeptStore | undefined> {
  if (REDIS_URL !== undefined) return openRedisRecords(REDIS_URL);
  if (!existsSync(join(DATA_DIR, "state.lmdb"))) return undefined;
  const { openStorage } = await import("../../storage/index.ts");
  return openStorage({ dataDir: DATA_DIR, newToken: () => "doctor", report: () => {}, now });
}

/** The records alone: nothing that looks for messages to work on. */
async function openRedisRecords(url: string): Promise<KeptStore> {
  const [{ connect }, { RedisRecords }, { RecordStore }] = await Promise.all([
    import("../../storage/redis/connection.ts"),
    import("../../storage/redis/records.ts"),
    import("../../storage/records/store.ts"),
  ]);
  const client = connect(url, () => {});
  try {
    await once(client, "ready", { signal: AbortSignal.timeout(PATIENCE) });
  } catch (error) {
    client.destroy();
    throw error;
  }
  return { store: new RecordStore(new RedisRecords(client)), close: async () => client.destroy() };
}
