/** Where an item stands in its feed: when it was added, in milliseconds since 1970, and a number among those of that moment. */
export type Place = readonly [time: number, number: number];

/** A place as the feed's users see it, which is also how Redis writes the ids of a stream. */
export function writePlace([time, number]: Place): string {
  return `${time}-${number}`;
}

/** Undefined for what is no place. */
export function readPlace(text: string | undefined): Place | undefined {
  const [, time, number] = text?.match(/^(\d{1,15})-(\d{1,15})$/) ?? [];
  return time === undefined ? undefined : [Number(time), Number(number)];
}

/** The place of an item added `now` behind the one at `last`; greater than that whatever the clock does. */
export function nextPlace(now: number, last: Place): Place {
  return now > last[0] ? [now, 0] : [last[0], last[1] + 1];
}
