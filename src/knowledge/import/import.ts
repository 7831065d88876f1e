import { mkdir, readdir, readFile, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Day } from "../../core/procedure.ts";
import { fold } from "../../text/fold.ts";
import { composeFile } from "./compose.ts";
import { readRecord } from "./read.ts";
import type { ImportProblem, PortalRecord } from "./record.ts";

export interface ImportOptions {
  /** Knowledge folder to write; made when absent. */
  readonly out: string;
  /** The day on which the portal showed the data. */
  readonly date: Day;
  /** Called after each file. */
  readonly progress?: (done: number, total: number) => void;
}

export interface ImportReport {
  readonly date: Day;
  readonly read: number;
  readonly written: number;
  readonly problems: readonly ImportProblem[];
}

/**
 * Imports one JSON file of the portal, or all those under a folder, as files `procedures/<domain>/<code>.md`, and writes
 * the report to `import-report.json` beside them.
 */
export async function importPortal(from: string, { out, date, progress }: ImportOptions): Promise<ImportReport> {
  const files = await jsonFiles(from);
  const problems: ImportProblem[] = [];
  const writtenBy = new Map<string, string>();
  for (const [index, file] of files.entries()) {
    const record = await read(file);
    const first = "methods" in record ? writtenBy.get(record.code) : undefined;
    if (!("methods" in record)) problems.push(record);
    else if (first !== undefined)
      problems.push({ file, code: "repeated-code", message: `Mã ${record.code} đã được nhập từ ${first}.` });
    else {
      writtenBy.set(record.code, file);
      await write(join(out, pathOf(record)), composeFile(record, date));
    }
    progress?.(index + 1, files.length);
  }
  const report = { date, read: files.length, written: writtenBy.size, problems };
  await write(join(out, "import-report.json"), `${JSON.stringify(report, null, 2)}\n`);
  return report;
}

/** `procedures/<domain>/<code>.md` */
function pathOf({ domain, code }: PortalRecord): string {
  const folder = fold(domain)
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-|-$/g, "")
    .slice(0, 60);
  return `procedures/${folder || "khac"}/${code}.md`;
}

async function read(file: string): Promise<PortalRecord | ImportProblem> {
  try {
    return readRecord(file, await readFile(file, "utf8"));
  } catch (reason) {
    return { file, code: "unreadable", message: `Không đọc được tệp: ${String(reason)}` };
  }
}

async function write(path: string, text: string): Promise<void> {
  await mkdir(dirname(path), { recursive: true });
  await writeFile(path, text);
}

async function jsonFiles(from: string): Promise<string[]> {
  if (!(await stat(from)).isDirectory()) return [from];
  const entries = await readdir(from, { withFileTypes: true, recursive: true });
  return entries
    .filter((entry) => entry.isFile() && entry.name.endsWith(".json") && entry.name !== "import-report.json")
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
}
