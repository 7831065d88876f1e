import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { covers, FACETS, HEADINGS } from "../../src/core/procedure.ts";

describe("covers", () => {
  it.each([
    [{}, "2026-11-24", true],
    [{ from: "2026-07-01" }, "2026-07-01", true],
    [{ from: "2026-07-01" }, "2026-06-30", false],
    [{ to: "2026-12-31" }, "2026-12-31", true],
    [{ to: "2026-12-31" }, "2027-01-01", false],
    [{ from: "2026-07-01", to: "2026-07-01" }, "2026-07-01", true],
    [{ from: "2026-07-02", to: "2026-07-01" }, "2026-07-01", false],
  ])("%j on %s: %s", (period, day, expected) => {
    expect(covers(period, day)).toBe(expected);
  });

  it("orders days as the calendar does", () => {
    const time = fc.date({ min: new Date("1900-01-01"), max: new Date("2200-01-01"), noInvalidDate: true });
    fc.assert(
      fc.property(time, time, time, (from, to, day) => {
        const [a, b, c] = [from, to, day].map((date) => date.toISOString().slice(0, 10)) as [string, string, string];
        const days = [a, b, c].map((iso) => Date.parse(iso)) as [number, number, number];
        expect(covers({ from: a, to: b }, c)).toBe(days[0] <= days[2] && days[2] <= days[1]);
      }),
    );
  });
});

describe("names", () => {
  it("has no heading twice, and a heading for every facet that the body explains", () => {
    const headings = Object.values(HEADINGS);
    expect(new Set(headings).size).toBe(headings.length);
    expect(FACETS).toEqual(expect.arrayContaining(["who", "papers", "steps", "time", "fee", "where"]));
    expect(HEADINGS).toMatchObject({ papers: "Giấy tờ cần có", steps: "Các bước", where: "Nộp ở đâu" });
  });
});
