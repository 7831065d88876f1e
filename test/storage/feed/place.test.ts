import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextPlace, type Place, readPlace, writePlace } from "../../../src/storage/feed/place.ts";

const place = fc.tuple(fc.nat({ max: 2e9 }), fc.nat({ max: 1e6 }));
const isLater = (a: Place, b: Place) => a[0] > b[0] || (a[0] === b[0] && a[1] > b[1]);

describe("a place", () => {
  it("is read as it was written", () => {
    fc.assert(fc.property(place, (one) => void expect(readPlace(writePlace(one))).toEqual(one)));
  });

  it.each([
    undefined,
    "",
    "1",
    "1-",
    "-1",
    "1-1 ",
    " 1-1",
    "1-1-1",
    "a-b",
    "1.5-0",
    "+1-0",
    "1".repeat(16).concat("-0"),
  ])("is not %j", (text) => {
    expect(readPlace(text)).toBeUndefined();
  });

  it("is not anything else that is no pair of numbers", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readPlace(text);
        if (read) expect(text).toMatch(/^\d+-\d+$/);
      }),
    );
  });

  it("is followed by a later one, whatever the clock does", () => {
    fc.assert(
      fc.property(
        place,
        fc.nat({ max: 2e9 }),
        (last, now) => void expect(isLater(nextPlace(now, last), last)).toBe(true),
      ),
    );
  });

  it("says when, as far as it can", () => {
    expect(nextPlace(5, [4, 9])).toEqual([5, 0]);
    expect(nextPlace(5, [5, 9])).toEqual([5, 10]);
    expect(nextPlace(5, [6, 0])).toEqual([6, 1]);
  });
});
