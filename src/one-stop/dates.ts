/** Vietnam's clock, where a date names none: UTC+7 all year. */
const VIETNAM = "+07:00";

const ISO = /^(\d{4}-\d{2}-\d{2})(?:[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)\s*(Z|[+-]\d{2}:?\d{2})?)?$/;
const DAY_FIRST = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})(?:[ T,]+(\d{1,2}):(\d{2})(?::(\d{2}))?)?$/;
const TIME_FIRST = /^(\d{1,2}):(\d{2})(?::(\d{2}))?[ ,-]+(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})$/;
/** yyyyMMddHHmmss, as the National Portal's integration writes it; seconds or the time may be missing. */
const DIGITS = /^(\d{4})(\d{2})(\d{2})(?:(\d{2})(\d{2})(\d{2})?)?$/;

/**
 * A moment in any of the ways in which one-stop systems write it: ISO with "+0700", "+07:00", "Z" or nothing,
 * "12/01/2026 17:00", "20260112170000". Undefined for what is no date of 2000–2099.
 */
export function readDate(text: string | undefined): Date | undefined {
  const iso = text && toIso(text.trim());
  if (!iso) return undefined;
  const date = new Date(iso);
  const year = date.getUTCFullYear();
  return year >= 2000 && year < 2100 && keepsItsDay(date, iso) ? date : undefined;
}

function toIso(text: string): string | undefined {
  const [, day, time = "00:00", offset = VIETNAM] = text.match(ISO) ?? [];
  if (day !== undefined) return `${day}T${time}${offset.replace(/([+-]\d{2})(\d{2})$/, "$1:$2")}`;
  const [, d, m, y, ...clock] = text.match(DAY_FIRST) ?? [];
  if (y !== undefined) return isoOf([y, m, d], clock);
  const [, hour, minute, second, date, month, year] = text.match(TIME_FIRST) ?? [];
  if (year !== undefined) return isoOf([year, month, date], [hour, minute, second]);
  const [, ...parts] = text.match(DIGITS) ?? [];
  return parts.length > 0 ? isoOf(parts.slice(0, 3), parts.slice(3)) : undefined;
}

function isoOf(day: readonly (string | undefined)[], clock: readonly (string | undefined)[]): string {
  const two = (part = "0") => part.padStart(2, "0");
  const [hour, minute, second] = clock;
  return `${day.map(two).join("-")}T${two(hour)}:${two(minute)}:${two(second)}${VIETNAM}`;
}

/** False for 31/02, which `Date` would move into March. */
function keepsItsDay(date: Date, iso: string): boolean {
  const offset = iso.match(/([+-])(\d{2}):(\d{2})$/);
  const minutes = offset ? Number(`${offset[1]}1`) * (Number(offset[2]) * 60 + Number(offset[3])) : 0;
  return new Date(date.getTime() + minutes * 60_000).toISOString().slice(0, 10) === iso.slice(0, 10);
}
