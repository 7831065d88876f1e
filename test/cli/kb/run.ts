import type { Command } from "commander";
import { vi } from "vitest";

/** What a command printed, and the exit code it asked for (0 when none). */
export interface Outcome {
  readonly printed: string;
  readonly exitCode: number;
}

/** Runs a command in this process, without colours. */
export async function run(command: Command, ...args: string[]): Promise<Outcome> {
  const lines: string[] = [];
  const log = vi.spyOn(console, "log").mockImplementation((line: unknown) => void lines.push(String(line)));
  const before = process.exitCode;
  process.exitCode = undefined;
  try {
    await command.parseAsync(args, { from: "user" });
    // biome-ignore lint/suspicious/noControlCharactersInRegex: terminal colours begin with the escape character
    return { printed: lines.join("\n").replace(/\u001b\[\d+m/g, ""), exitCode: Number(process.exitCode ?? 0) };
  } finally {
    process.exitCode = before;
    log.mockRestore();
  }
}
