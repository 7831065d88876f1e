import type { Fault } from "../../core/knowledge.ts";
import type { Day } from "../../core/procedure.ts";
import { type Reading, readKnowledge } from "../read.ts";
import { checkCodes } from "./codes.ts";
import { checkDates } from "./dates.ts";
import { checkGuides } from "./guides.ts";
import { checkWords } from "./words.ts";

/**
 * Every fault of the knowledge folders, by file and line: those of single files and those between files.
 * @param folders earlier ones win
 * @param today the day (`YYYY-MM-DD`) against which rules have expired
 */
export async function checkKnowledge(folders: readonly string[], today: Day): Promise<Fault[]> {
  return checkReading(await readKnowledge(folders), today);
}

/** The faults of folders that have been read already. */
export function checkReading(reading: Reading, today: Day): Fault[] {
  return [
    ...reading.faults,
    ...checkCodes(reading),
    ...checkDates(reading, today),
    ...checkWords(reading),
    ...checkGuides(reading),
  ].sort((a, b) => (a.file < b.file ? -1 : a.file > b.file ? 1 : a.line - b.line));
}
