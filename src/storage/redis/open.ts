import type { MailroomOptions } from "../mail/serve.ts";
import { RecordStore } from "../records/store.ts";
import type { Storage } from "../storage.ts";
import { connect } from "./connection.ts";
import { RedisMailroom } from "./mailroom.ts";
import { RedisRecords } from "./records.ts";

/**
 * Connects to Redis in the background: until it answers, whatever is asked throws AppError `store_down` and the mailroom's
 * `health` tells why.
 */
export function openRedis(url: string, options: MailroomOptions): Storage {
  const client = connect(url, options.report);
  const mailroom = new RedisMailroom(client, options);
  return { mailroom, store: new RecordStore(new RedisRecords(client)), close: () => mailroom.close() };
}
