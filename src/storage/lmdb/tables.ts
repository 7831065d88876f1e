import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { type Database, open } from "lmdb";
import { AppError } from "../../core/errors.ts";
import { storeDown } from "../mail/faults.ts";
import { ALL } from "../mail/store.ts";

/** A lane in which something waits. */
export interface LaneRecord {
  /** When it may be taken, milliseconds since 1970. */
  readonly at: number;
  /** Its holder's; none when it is free. */
  readonly token?: string;
  /** The number of the holder's last change. */
  readonly step: number;
}

/** A record of the store. */
export interface RecordRow {
  readonly json: string;
  readonly version: number;
  /** When it ends, milliseconds since 1970; never when absent. */
  readonly until?: number;
}

/** Letters of all lanes in order. */
export type Box = Database<string, [lane: string, number: number]>;

/** The tables of the file. */
export interface Tables {
  readonly lanes: Database<LaneRecord, string>;
  /** The keys of `lanes` by time. */
  readonly queue: Database<true, [at: number, lane: string]>;
  readonly inbox: Box;
  readonly outbox: Box;
  readonly states: Database<string, string>;
  /** When a mark was first seen, milliseconds since 1970. */
  readonly marks: Database<number, string>;
  /** The keys of `marks` by time. */
  readonly ages: Database<true, [at: number, mark: string]>;
  readonly records: Database<RecordRow, string>;
  /** The keys of `records` that end, by time. */
  readonly ends: Database<true, [until: number, key: string]>;
  /** The last `version` given to a record. */
  readonly counters: Database<number, "version">;
  /**
   * Runs `work` as one atomic step: all its writes are on the disk when this resolves, or none is. Steps that wait at the
   * same moment share one commit.
   * @throws AppError what `work` throws, or `store_down`
   */
  transaction<T>(work: () => T): Promise<T>;
  close(): Promise<void>;
}

/**
 * Opens `state.lmdb` in the folder; makes both where there are none. A process that was killed leaves no lock behind.
 * @throws AppError `store_down` when it cannot be opened
 */
export function openTables(folder: string): Tables {
  try {
    mkdirSync(folder, { recursive: true });
    // Without overlappingSync a transaction resolves only when it is on the disk (lmdb README, "overlappingSync").
    const root = open({ path: join(folder, "state.lmdb"), noSubdir: true, overlappingSync: false, maxDbs: 10 });
    root.readerCheck();
    return {
      lanes: root.openDB({ name: "lanes", encoding: "json" }),
      queue: root.openDB({ name: "queue", encoding: "json" }),
      inbox: root.openDB({ name: "inbox", encoding: "string" }),
      outbox: root.openDB({ name: "outbox", encoding: "string" }),
      states: root.openDB({ name: "states", encoding: "string" }),
      marks: root.openDB({ name: "marks", encoding: "json" }),
      ages: root.openDB({ name: "ages", encoding: "json" }),
      records: root.openDB({ name: "records", encoding: "json" }),
      ends: root.openDB({ name: "ends", encoding: "json" }),
      counters: root.openDB({ name: "counters", encoding: "json" }),
      transaction: (work) => outcome(() => root.childTransaction(work)),
      close: () => root.close(),
    };
  } catch (cause) {
    throw storeDown(cause);
  }
}

/** All letters of a lane, oldest first. */
export function lettersOf(box: Box, lane: string): string[] {
  return [...box.getRange(whole(lane))].map(({ value }) => value);
}

/** Appends letters to a lane. */
export function push(box: Box, lane: string, letters: readonly string[]): void {
  const [last] = box.getKeys({ start: [lane, ALL], end: [lane, 0], reverse: true, limit: 1 });
  const next = last === undefined ? 1 : last[1] + 1;
  letters.forEach((letter, i) => {
    box.put([lane, next + i], letter);
  });
}

/** Takes the oldest letters of a lane away. */
export function shift(box: Box, lane: string, count: number): void {
  for (const key of [...box.getKeys({ ...whole(lane), limit: count })]) box.remove(key);
}

function whole(lane: string): { start: [string, number]; end: [string, number] } {
  return { start: [lane, 0], end: [lane, ALL] };
}

async function outcome<T>(transaction: () => Promise<T>): Promise<T> {
  try {
    return await transaction();
  } catch (cause) {
    throw cause instanceof AppError ? cause : storeDown(cause);
  }
}
