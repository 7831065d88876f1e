import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shownDay, weekdaysBetween } from "../../../src/skills/dossier/when.ts";

describe("a day", () => {
  it.each([
    ["2026-01-12T10:00:00Z", "thứ Hai 12/1/2026"],
    ["2026-01-11T17:00:00Z", "thứ Hai 12/1/2026"],
    ["2026-01-11T16:59:59Z", "Chủ nhật 11/1/2026"],
    ["2026-02-28T00:00:00Z", "thứ Bảy 28/2/2026"],
  ])("%s is shown as it is in Vietnam: %s", (iso, shown) => {
    expect(shownDay(new Date(iso))).toBe(shown);
  });
});

describe("the working days between two days", () => {
  it.each([
    ["2026-11-24", "2026-11-27", 3],
    ["2026-11-24", "2026-11-24", 0],
    ["2026-11-27", "2026-11-28", 0],
    ["2026-11-27", "2026-11-30", 1],
    ["2026-11-28", "2026-11-30", 1],
    ["2026-11-18", "2026-11-24", 4],
    ["2026-11-24", "2026-12-08", 10],
    ["2026-11-27", "2026-11-24", 0],
  ])("from %s to %s are %d", (from, to, days) => {
    expect(weekdaysBetween(from, to)).toBe(days);
  });

  it("are as many as one counts day by day", () => {
    const day = fc
      .integer({ min: 0, max: 3_000 })
      .map((n) => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, fc.integer({ min: 0, max: 400 }), (from, length) => {
        let count = 0;
        let to = from;
        for (let i = 1; i <= length; i++) {
          const next = new Date(Date.parse(from) + i * 86_400_000);
          to = next.toISOString().slice(0, 10);
          if (next.getUTCDay() % 6 !== 0) count++;
        }
        expect(weekdaysBetween(from, to)).toBe(count);
      }),
    );
  });
});
