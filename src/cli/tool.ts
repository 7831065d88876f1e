import { randomUUID } from "node:crypto";
import { pino } from "pino";
import type { Surroundings } from "../assistant.ts";
import { loadEnvFile, readSettings, type Settings } from "../config.ts";
import { createLog } from "../log.ts";
import { troubleSentence } from "../notices.ts";

/** The settings of the service, with other knowledge folders when some are given. */
export function toolSettings(knowledge?: readonly string[]): Settings {
  loadEnvFile();
  const settings = readSettings();
  return knowledge === undefined ? settings : { ...settings, KNOWLEDGE_DIR: [...knowledge] };
}

/** The real world of a command line tool: it logs trouble to standard error, for standard output is its answer. */
export function toolSurroundings(): Surroundings {
  const log = createLog("warn", pino.destination({ dest: 2, sync: true }));
  return { log, now: () => new Date(), newId: randomUUID };
}

/** Runs a tool; what it throws becomes a sentence and exit code 1. */
export async function runTool(work: () => Promise<unknown>): Promise<void> {
  // Whoever reads the output may stop early, as `head` does.
  process.stdout.on("error", (error: NodeJS.ErrnoException) => process.exit(error.code === "EPIPE" ? 0 : 1));
  try {
    await work();
  } catch (error) {
    console.error(troubleSentence(error));
    process.exitCode = 1;
  }
}
