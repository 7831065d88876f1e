import type { Day } from "../core/procedure.ts";

/** The calendar day in Vietnam (UTC+7 all year) at a moment. */
export function vietnamDay(now: Date): Day {
  return new Date(now.getTime() + 7 * 3_600_000).toISOString().slice(0, 10);
}
