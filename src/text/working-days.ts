import type { Holidays } from "../core/knowledge.ts";
import type { Day } from "../core/procedure.ts";

/** A stretch of time as a knowledge file writes it: "không quá 5 ngày làm việc". */
export interface Stretch {
  readonly count: number;
  readonly days: "working" | "calendar";
}

/** The last day of a stretch; `undecided` when days on the way may yet become days off, or nothing is known of them. */
export interface LastDay {
  readonly day: Day;
  readonly calendar: "decided" | "undecided";
}

const STRETCH = /^(?:(?:không quá|tối đa|chậm nhất|trong) )?([1-9]\d{0,2}) ngày( làm việc)?$/u;

/** Reads a time limit; undefined when it is more than a plain number of days. */
export function readStretch(text: string): Stretch | undefined {
  const [, count, working] = text.trim().toLowerCase().match(STRETCH) ?? [];
  return count === undefined ? undefined : { count: Number(count), days: working ? "working" : "calendar" };
}

/**
 * The last day of a stretch that begins with a dossier received on `start`, which does not count itself (Civil Code
 * 91/2015/QH13, art. 147). A stretch of calendar days that would end on a day off ends on the next working day (art. 148).
 */
export function lastDay(start: Day, { count, days }: Stretch, holidays: Holidays): LastDay {
  const off = new Set(holidays.off);
  const works = (day: Day) => !isWeekend(day) && !off.has(day);
  let day = start;
  for (let left = count; left > 0; ) {
    day = dayAfter(day);
    if (days === "calendar" || works(day)) left--;
  }
  while (!works(day)) day = dayAfter(day);
  const open = holidays.undecided.some((one) => start < one && one <= day && !isWeekend(one));
  return { day, calendar: open || day > holidays.until ? "undecided" : "decided" };
}

function dayAfter(day: Day): Day {
  return new Date(Date.parse(day) + 86_400_000).toISOString().slice(0, 10);
}

function isWeekend(day: Day): boolean {
  return [0, 6].includes(new Date(day).getUTCDay());
}
