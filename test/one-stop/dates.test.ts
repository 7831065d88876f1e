import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readDate } from "../../src/one-stop/dates.ts";

const NOON = "2026-01-12T05:00:00.000Z";

describe("a date", () => {
  it.each([
    ["2026-01-12T12:00:00.000+0700", NOON],
    ["2026-01-12T12:00:00.000+07:00", NOON],
    ["2026-01-12T05:00:00.000+0000", NOON],
    ["2026-01-12T05:00:00Z", NOON],
    ["2026-01-12T12:00:00", NOON],
    ["2026-01-12 12:00", NOON],
    ["2026-01-12", "2026-01-11T17:00:00.000Z"],
    ["12/01/2026", "2026-01-11T17:00:00.000Z"],
    ["12/1/2026 12:00", NOON],
    ["12-01-2026 12:00:00", NOON],
    ["12.01.2026", "2026-01-11T17:00:00.000Z"],
    ["12:00 12/01/2026", NOON],
    ["12:00:00, 12/01/2026", NOON],
    ["20260112120000", NOON],
    ["202601121200", NOON],
    ["20260112", "2026-01-11T17:00:00.000Z"],
    [" 12/01/2026 ", "2026-01-11T17:00:00.000Z"],
    ["2026-01-12T23:30:00+0700", "2026-01-12T16:30:00.000Z"],
    ["2026-01-12T02:00:00-0500", "2026-01-12T07:00:00.000Z"],
    ["29/02/2028", "2028-02-28T17:00:00.000Z"],
  ])("%j is %s", (text, iso) => {
    expect(readDate(text)?.toISOString()).toBe(iso);
  });

  it.each([
    undefined,
    "",
    "null",
    "mai",
    "10 ngày kể từ ngày bổ sung",
    "31/02/2026",
    "29/02/2026",
    "2026-02-30",
    "2026-13-01",
    "0001-01-01T00:00:00",
    "1999-12-31",
    "2100-01-02",
    "20261345",
    "12/01/26",
    "2026-01-12T25:00:00",
    "1768194000000",
  ])("is not read in %j", (text) => {
    expect(readDate(text)).toBeUndefined();
  });

  it("is the same in every writing", () => {
    const moment = fc.date({ min: new Date("2000-01-02"), max: new Date("2099-12-30"), noInvalidDate: true });
    fc.assert(
      fc.property(moment, (date) => {
        const whole = new Date(Math.floor(date.getTime() / 1_000) * 1_000);
        const [day = "", time = ""] = new Date(whole.getTime() + 7 * 3_600_000).toISOString().slice(0, 19).split("T");
        const writings = [
          `${whole.toISOString().replace("Z", "+0000")}`,
          `${day}T${time}+0700`,
          `${day.split("-").reverse().join("/")} ${time}`,
          `${day}${time}`.replace(/\D/g, ""),
        ];
        for (const written of writings) expect(readDate(written)?.getTime()).toBe(whole.getTime());
      }),
    );
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => readDate(text) === undefined || true));
  });
});
