import type { DossierState } from "../core/one-stop.ts";
import { atHour, awake, dayBefore, isQuiet } from "./quiet.ts";
import { appointment, type Watch } from "./watch.ts";

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
/** How long after a change the next look is, by state. */
const FIRST: Readonly<Record<DossierState, number>> = {
  submitted: 30 * MINUTE,
  accepted: 45 * MINUTE,
  processing: 45 * MINUTE,
  needs_documents: HOUR,
  needs_payment: 30 * MINUTE,
  result_ready: 2 * HOUR,
  stopped: 4 * HOUR,
  unknown: HOUR,
  rejected: HOUR,
  withdrawn: HOUR,
  returned: HOUR,
};
/** Each look without a change makes the pause so much longer, up to the longest. */
const LONGER = 1.5;
const LONGEST = 4 * HOUR;
/** After a failure 10 minutes, then twice that, up to the longest. */
const FAILED = 10 * MINUTE;
/** Looks that the night held up are spread over so long in the morning. */
const SPREAD = 30 * MINUTE;
/** The hour at which people are reminded of an appointment, the day before. */
const REMIND = 8;

/**
 * When to look next: sooner after a change, later and later while nothing changes, never in the quiet hours, and in time to
 * remind of the appointment.
 * @param random 0 ≤ x < 1: a fifth earlier to a fifth later, so that looks do not come in waves
 */
export function nextLook(watch: Watch, now: Date, random: number): Date {
  const pause = pauseAfter(watch) * (0.8 + 0.4 * random);
  const due = morning(new Date(now.getTime() + pause), random);
  const day = appointment(watch);
  const reminder = day === undefined ? due : new Date(atHour(dayBefore(day), REMIND).getTime() + random * SPREAD);
  return reminder > now && reminder < due ? reminder : due;
}

/** The moment, or a moment in the first half hour after the quiet hours in which it lies. */
export function morning(moment: Date, random: number): Date {
  return isQuiet(moment) ? new Date(awake(moment).getTime() + random * SPREAD) : moment;
}

function pauseAfter({ seen, unchanged, failures }: Watch): number {
  if (failures > 0) return Math.min(FAILED * 2 ** (failures - 1), LONGEST);
  return Math.min(FIRST[seen?.state ?? "unknown"] * LONGER ** unchanged, LONGEST);
}
