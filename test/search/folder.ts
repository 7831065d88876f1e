import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { onTestFinished } from "vitest";

/** An empty folder for the running test, gone when it ends. */
export function emptyFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), "search-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}
