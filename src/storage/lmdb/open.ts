import type { MailroomOptions } from "../mail/serve.ts";
import { RecordStore } from "../records/store.ts";
import type { Storage } from "../storage.ts";
import { LmdbMailroom } from "./mailroom.ts";
import { LmdbRecords } from "./records.ts";
import { openTables } from "./tables.ts";

/**
 * Opens `state.lmdb` in the folder; makes both where there are none. For one process alone: see `holdAlone`.
 * @throws AppError `store_down` when it cannot be opened
 */
export function openLmdb(folder: string, options: MailroomOptions & { readonly now?: () => Date }): Storage {
  const now = options.now ?? (() => new Date());
  const tables = openTables(folder);
  const mailroom = new LmdbMailroom(tables, options, now);
  return { mailroom, store: new RecordStore(new LmdbRecords(tables, now)), close: () => mailroom.close() };
}
