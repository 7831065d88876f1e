import type { Dossier, DossierState } from "../../core/one-stop.ts";
import type { Day } from "../../core/procedure.ts";
import { vietnamDay } from "../../text/today.ts";
import { fill, type Words } from "../words.ts";
import { shownDay, weekdaysBetween } from "./when.ts";

/** Who reads what is told of a dossier. */
export type Reader = "anybody" | "owner";

/** The agency is at work, and its clock runs. */
const RUNNING: ReadonlySet<DossierState> = new Set(["submitted", "accepted", "processing", "unknown"]);
/** The agency waits for the person, or has stopped: the day it named before may move. */
const PAUSED: ReadonlySet<DossierState> = new Set(["needs_documents", "needs_payment", "stopped"]);
/** What ends without a result has no appointment to keep. */
const GIVEN_UP: ReadonlySet<DossierState> = new Set(["rejected", "withdrawn"]);
/** Whether the agency is at work and its day has gone by. */
export function isLate({ state, dueAt }: Dossier, today: Day): boolean {
  return RUNNING.has(state) && dueAt !== undefined && vietnamDay(dueAt) < today;
}

/** When it was handed in, is due or was done, and whether in time. */
export function dateLines(dossier: Dossier, today: Day, words: Words["dossier"], reader: Reader): string[] {
  const { state, submittedAt, dueAt, dueText, completedAt } = dossier;
  const lines = submittedAt ? [fill(words.submitted, { day: shownDay(submittedAt) })] : [];
  if (completedAt && GIVEN_UP.has(state)) return [...lines, fill(words.ended, { day: shownDay(completedAt) })];
  if (completedAt && !RUNNING.has(state) && !PAUSED.has(state))
    return [...lines, completedLine(completedAt, dueAt, words)];
  if (dueAt === undefined) {
    if (!RUNNING.has(state)) return lines;
    // What is no date may be anything: only the owner sees it.
    return [...lines, dueText && reader === "owner" ? fill(words.due, { day: dueText }) : words.noDue];
  }
  const day = shownDay(dueAt);
  if (PAUSED.has(state)) return [...lines, fill(words.dueBefore, { day })];
  return RUNNING.has(state)
    ? [...lines, `${fill(words.due, { day })}${fromToday(vietnamDay(dueAt), today, words)}`]
    : lines;
}

function completedLine(completedAt: Date, dueAt: Date | undefined, words: Words["dossier"]): string {
  const line = fill(words.completed, { day: shownDay(completedAt) });
  if (dueAt === undefined) return line;
  const [done, due] = [vietnamDay(completedAt), vietnamDay(dueAt)];
  if (done <= due) return `${line}${words.onTime}`;
  return `${line}${afterDue(weekdaysBetween(due, done), words)}`;
}

/** How far the due day is from today, after a comma. */
function fromToday(due: Day, today: Day, words: Words["dossier"]): string {
  if (due === today) return words.dueToday;
  if (due < today) return afterDue(weekdaysBetween(due, today), words);
  const days = weekdaysBetween(today, due);
  return days === 0 ? "" : fill(words.daysLeft, { days: String(days) });
}

/** A due day before a weekend is over, without a working day gone by. */
function afterDue(days: number, words: Words["dossier"]): string {
  return days === 0 ? words.overdue : fill(words.daysLate, { days: String(days) });
}
