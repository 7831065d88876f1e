import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pino } from "pino";
import type { Surroundings } from "../src/assistant.ts";
import { readSettings, type Settings } from "../src/config.ts";

/** A clock that stands still until it is set forward. */
export class Clock {
  #time = Date.parse("2026-11-24T03:00:00Z");
  readonly now = (): Date => new Date(this.#time);

  forward(milliseconds: number): void {
    this.#time += milliseconds;
  }
}

/** Ids in the form of UUIDs: 00000000-0000-4000-8000-000000000001, …2, … */
export function countingIds(): () => string {
  let count = 0;
  return () => `00000000-0000-4000-8000-${String(++count).padStart(12, "0")}`;
}

export interface TestSurroundings extends Surroundings {
  readonly clock: Clock;
  /** What was logged so far. */
  readonly logged: readonly Record<string, unknown>[];
}

/** A still clock, counted ids and a log that can be read. */
export function surroundings(): TestSurroundings {
  const clock = new Clock();
  const logged: Record<string, unknown>[] = [];
  const log = pino({ base: null, level: "trace" }, { write: (line) => logged.push(JSON.parse(line)) });
  return { clock, log, logged, now: clock.now, newId: countingIds() };
}

export function temporaryFolder(): string {
  return mkdtempSync(join(tmpdir(), "assistant-"));
}

/** Settings over some knowledge folders, on a free port and with a data folder of its own. */
export function settingsFor(folders: readonly string[], env: Readonly<Record<string, string>> = {}): Settings {
  return readSettings({ PORT: "0", DATA_DIR: temporaryFolder(), KNOWLEDGE_DIR: folders.join(","), ...env });
}
