import { describe, expect, it } from "vitest";
import { atHour, awake, dayBefore, isQuiet } from "../../src/follow/quiet.ts";

const at = (text: string) => new Date(`${text}+07:00`);

describe("the quiet hours", () => {
  it.each([
    ["2026-11-24T06:59:59", true],
    ["2026-11-24T07:00:00", false],
    ["2026-11-24T12:00:00", false],
    ["2026-11-24T20:59:59", false],
    ["2026-11-24T21:00:00", true],
    ["2026-11-24T23:59:59", true],
    ["2026-11-25T00:00:00", true],
  ])("%s in Vietnam: %s", (text, quiet) => {
    expect(isQuiet(at(text))).toBe(quiet);
  });

  it.each([
    ["2026-11-24T21:00:00", "2026-11-25T07:00:00"],
    ["2026-11-24T23:59:59", "2026-11-25T07:00:00"],
    ["2026-11-25T00:00:00", "2026-11-25T07:00:00"],
    ["2026-12-31T22:00:00", "2027-01-01T07:00:00"],
    ["2026-11-24T20:30:00", "2026-11-24T20:30:00"],
  ])("after %s people are awake at %s", (text, morning) => {
    expect(awake(at(text))).toEqual(at(morning));
  });
});

it("an hour of a day, and the day before", () => {
  expect(atHour("2026-11-24", 8)).toEqual(at("2026-11-24T08:00:00"));
  expect(dayBefore("2026-03-01")).toBe("2026-02-28");
});
