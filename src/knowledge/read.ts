import { createHash } from "node:crypto";
import { setImmediate } from "node:timers/promises";
import type { Guide } from "../core/guide.ts";
import type { Faq, Fault, Glossary, Holidays, Office } from "../core/knowledge.ts";
import type { Everyday, Procedure } from "../core/procedure.ts";
import { type FoundFile, findFiles, readContent } from "./files.ts";
import { parseGuide } from "./guides/parse.ts";
import { parseEveryday } from "./parse/everyday.ts";
import { type LineOf, type Parsed, warning } from "./parse/fault.ts";
import { parseFaq, parseGlossary, parseHolidays, parseOffices } from "./parse/others.ts";
import { parseProcedure } from "./parse/procedure.ts";

/** A value read from a file, and where its fields stand. */
export interface Entry<T> {
  readonly value: T;
  readonly file: FoundFile;
  readonly line: LineOf;
}

/** Everything that stands in the knowledge folders, file by file, before anything is merged. */
export interface Reading {
  readonly procedures: Entry<Procedure>[];
  readonly everyday: Entry<Everyday>[];
  readonly glossaries: Entry<Glossary>[];
  readonly offices: Entry<readonly Office[]>[];
  readonly faq: Entry<Faq>[];
  readonly guides: Entry<Guide>[];
  readonly holidays: Entry<Holidays>[];
  readonly faults: Fault[];
  /** Files that could not be used, in full or in part. */
  readonly bad: FoundFile[];
  /** SHA-256 (hex) over names and bytes of all files read. */
  readonly version: string;
}

/** Files between which other work of the process gets its turn. */
const AT_ONCE = 64;

/** Reads every file of the folders. Faults of single files are reported, never thrown. */
export async function readKnowledge(folders: readonly string[]): Promise<Reading> {
  const { files, faults } = findFiles(folders);
  const hash = createHash("sha256");
  const reading: Omit<Reading, "version"> = {
    procedures: [],
    everyday: [],
    glossaries: [],
    offices: [],
    faq: [],
    guides: [],
    holidays: [],
    faults,
    bad: [],
  };
  for (const [index, file] of files.entries()) {
    if (index % AT_ONCE === AT_ONCE - 1) await setImmediate();
    const content = readContent(file);
    if ("text" in content) {
      hash.update(`${file.folder}/${file.path}\0${content.bytes.length}\0`).update(content.bytes);
      take(reading, file, content.text);
    } else {
      reading.faults.push(content);
      reading.bad.push(file);
    }
  }
  return { ...reading, version: hash.digest("hex") };
}

/** Parses one file according to its place and puts what it holds into the reading. */
function take(reading: Omit<Reading, "version">, file: FoundFile, text: string): void {
  const put = <T>(list: Entry<T>[], { value, faults, line }: Parsed<T>) => {
    reading.faults.push(...faults);
    if (value === undefined) reading.bad.push(file);
    else list.push({ value, file, line });
  };
  const { path, shown } = file;
  if (/^procedures\/.+\.md$/.test(path)) put(reading.procedures, parseProcedure(shown, path, text));
  else if (/^everyday\/.+\.ya?ml$/.test(path)) {
    const { entries, faults } = parseEveryday(shown, text);
    reading.faults.push(...faults);
    if (faults.length > 0) reading.bad.push(file);
    for (const entry of entries) reading.everyday.push({ ...entry, file });
  } else if (path === "glossary.yaml") put(reading.glossaries, parseGlossary(shown, text));
  else if (path === "offices.yaml") put(reading.offices, parseOffices(shown, text));
  else if (path === "holidays.yaml") put(reading.holidays, parseHolidays(shown, text));
  else if (/^faq\/.+\.md$/.test(path)) put(reading.faq, parseFaq(shown, path, text));
  else if (/^guides\/[^/]+\.ya?ml$/.test(path)) put(reading.guides, parseGuide(shown, path, text));
  else reading.faults.push(warning(shown, 1, "unknown-place", "Tệp nằm ngoài các chỗ quy định nên không được dùng."));
}
