import { describe, expect, it } from "vitest";
import { vietnamDay } from "../../src/text/today.ts";

describe("vietnamDay", () => {
  it.each([
    ["2026-11-24T16:59:59Z", "2026-11-24"],
    ["2026-11-24T17:00:00Z", "2026-11-25"],
    ["2026-12-31T17:00:00Z", "2027-01-01"],
  ])("%s is %s in Vietnam", (moment, day) => {
    expect(vietnamDay(new Date(moment))).toBe(day);
  });
});
