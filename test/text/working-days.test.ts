import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { lastDay, readStretch } from "../../src/text/working-days.ts";

const HOLIDAYS = {
  off: ["2027-01-01", "2027-02-05", "2027-02-08", "2027-02-09"],
  undecided: ["2027-02-10"],
  until: "2027-12-31",
};
const starts = fc
  .integer({ min: 0, max: 400 })
  .map((n) => new Date(Date.UTC(2026, 10, 1 + n)).toISOString().slice(0, 10));
const kinds = fc.constantFrom("working" as const, "calendar" as const);

describe("a stretch", () => {
  it.each([
    ["3 ngày làm việc", { count: 3, days: "working" }],
    ["không quá 30 ngày", { count: 30, days: "calendar" }],
    ["Tối đa 2 ngày làm việc", { count: 2, days: "working" }],
  ])("is read from %s", (text, stretch) => expect(readStretch(text)).toEqual(stretch));

  it.each([
    "8 giờ làm việc",
    "ngay trong ngày",
    "45 ngày; vụ phức tạp 60 ngày",
    "sau 30 ngày kể từ ngày tàu chìm",
    "0 ngày",
    "",
  ])("is not read from %j", (text) => expect(readStretch(text)).toBeUndefined());
});

describe("the last day", () => {
  it.each([
    ["2026-11-24", 3, "working", "2026-11-27"],
    ["2026-11-27", 1, "working", "2026-11-30"],
    ["2026-11-28", 1, "working", "2026-11-30"],
    ["2026-12-31", 1, "working", "2027-01-04"],
    ["2027-02-04", 1, "working", "2027-02-10"],
    ["2026-11-26", 2, "calendar", "2026-11-30"],
  ] as const)("from %s after %i %s days is %s", (start, count, days, day) =>
    expect(lastDay(start, { count, days }, HOLIDAYS).day).toBe(day),
  );

  it("says when days on the way are not decided yet, or not known at all", () => {
    const at = (start: string, count: number) => lastDay(start, { count, days: "working" }, HOLIDAYS).calendar;
    expect(at("2027-02-03", 1)).toBe("decided");
    expect(at("2027-02-04", 1)).toBe("undecided");
    expect(at("2027-12-30", 5)).toBe("undecided");
  });

  it("is never a day off, never the first day, and never earlier for a longer stretch", () => {
    fc.assert(
      fc.property(starts, fc.integer({ min: 1, max: 90 }), kinds, (start, count, days) => {
        const { day } = lastDay(start, { count, days }, HOLIDAYS);
        expect(HOLIDAYS.off).not.toContain(day);
        expect([0, 6]).not.toContain(new Date(day).getUTCDay());
        expect(day > start).toBe(true);
        expect(lastDay(start, { count: count + 1, days }, HOLIDAYS).day >= day).toBe(true);
      }),
    );
  });
});
