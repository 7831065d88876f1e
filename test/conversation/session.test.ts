import { describe, expect, it } from "vitest";
import { current } from "../../src/conversation/session.ts";

const session = { procedure: "1.001193", at: "2026-11-24T08:00:00.000Z" };

describe("current", () => {
  it.each(["2026-11-24T08:00:01Z", "2026-11-24T13:59:59Z", "2026-11-24T14:00:00Z"])(
    "remembers until six hours: %s",
    (now) => {
      expect(current(session, new Date(now))).toBe(session);
    },
  );

  it.each(["2026-11-24T14:00:01Z", "2026-12-24T08:00:00Z"])("forgets after six hours: %s", (now) => {
    expect(current(session, new Date(now))).toEqual({});
  });

  const place = { guide: "log-in", step: "open", answers: {}, trail: [] };

  it("keeps the place in a guide for thirty days, at rest", () => {
    const walked = { ...session, guide: { ...place, rest: "paused" as const } };
    for (const now of ["2026-11-24T14:00:01Z", "2026-12-24T08:00:00Z"])
      expect(current(walked, new Date(now))).toEqual({ guide: { ...place, rest: "away" } });
    expect(current(walked, new Date("2026-12-24T08:00:01Z"))).toEqual({});
  });

  it("leaves the place in a guide alone while the talk goes on", () => {
    expect(current({ ...session, guide: place }, new Date("2026-11-24T14:00:00Z")).guide).toEqual(place);
  });

  it("keeps a session that has no time yet", () => {
    expect(current({ procedure: "1.001193" }, new Date())).toEqual({ procedure: "1.001193" });
  });

  it("forgets when the time cannot be read", () => {
    expect(current({ ...session, at: "hôm qua" }, new Date())).toEqual({});
  });

  it("does not mind a clock that went back", () => {
    expect(current(session, new Date("2026-11-24T07:59:00Z"))).toBe(session);
  });
});
