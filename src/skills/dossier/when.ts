import type { Day } from "../../core/procedure.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { vietnamDay } from "../../text/today.ts";

const WEEKDAYS = ["Chủ nhật", "thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy"] as const;
const DAY = 86_400_000;

/** "thứ Hai 12/1/2026", in Vietnam. */
export function shownDay(date: Date): string {
  const day = vietnamDay(date);
  return `${WEEKDAYS[weekday(day)]} ${vietnameseDay(day)}`;
}

/**
 * Days from Monday to Friday after `from`, up to and including `to`; 0 when `to` is not later. Public holidays are not
 * taken off.
 */
export function weekdaysBetween(from: Day, to: Day): number {
  const days = Math.round((Date.parse(to) - Date.parse(from)) / DAY);
  if (days <= 0) return 0;
  const rest = Array.from({ length: days % 7 }, (_, i) => (weekday(from) + i + 1) % 7);
  return Math.floor(days / 7) * 5 + rest.filter((day) => day !== 0 && day !== 6).length;
}

function weekday(day: Day): number {
  return new Date(day).getUTCDay();
}
