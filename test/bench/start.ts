import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

export interface Start {
  readonly run: string;
  /** From the process's first instant to the first answer, and the memory it then holds. */
  readonly seconds: number;
  readonly megabytes: number;
  /** Inside that: opening the base (reading and building, or taking it from the cache). */
  readonly openSeconds: number;
}

/** Starts a fresh process twice on an empty data folder: without a cache, then with the one it left. */
export function starts(knowledge: string): Start[] {
  const data = mkdtempSync(join(tmpdir(), "bench-"));
  try {
    return ["no cache", "from cache"].map((run) => {
      const { stdout, stderr, status } = spawnSync(
        process.execPath,
        ["--import", "tsx", join(import.meta.dirname, "first-answer.ts")],
        {
          env: { ...process.env, KNOWLEDGE_DIR: knowledge, DATA_DIR: data, LOG_LEVEL: "error" },
          encoding: "utf8",
        },
      );
      if (status !== 0) throw new Error(stderr);
      return { run, ...(JSON.parse(stdout) as Omit<Start, "run">) };
    });
  } finally {
    rmSync(data, { recursive: true, force: true });
  }
}
