import type { Day } from "../core/procedure.ts";
import { vietnamDay } from "../text/today.ts";

/** Nobody is disturbed from nine in the evening until seven in the morning, Vietnam's time (UTC+7 all year). */
const EVENING = 21;
const MORNING = 7;
const HOUR = 3_600_000;
const DAY = 24 * HOUR;

/** Whether nobody is to be disturbed. */
export function isQuiet(moment: Date): boolean {
  const hour = new Date(moment.getTime() + 7 * HOUR).getUTCHours();
  return hour >= EVENING || hour < MORNING;
}

/** The moment itself, or the end of the quiet hours in which it lies. */
export function awake(moment: Date): Date {
  if (!isQuiet(moment)) return moment;
  const morning = atHour(vietnamDay(moment), MORNING);
  return morning >= moment ? morning : new Date(morning.getTime() + DAY);
}

/** An hour (0–24) of a day in Vietnam. */
export function atHour(day: Day, hour: number): Date {
  return new Date(Date.parse(`${day}T00:00:00+07:00`) + hour * HOUR);
}

export function dayBefore(day: Day): Day {
  return new Date(Date.parse(day) - DAY).toISOString().slice(0, 10);
}
