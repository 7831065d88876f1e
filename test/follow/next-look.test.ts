import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { DOSSIER_STATES } from "../../src/core/one-stop.ts";
import { morning, nextLook } from "../../src/follow/next-look.ts";
import { isQuiet } from "../../src/follow/quiet.ts";
import { startWatch, type Watch } from "../../src/follow/watch.ts";
import { CODE, LANE } from "./dossiers.ts";

const NOW = new Date("2026-11-24T09:00:00+07:00");
const watchOf = (more: Partial<Watch>): Watch => ({ ...startWatch(LANE, CODE, NOW), ...more });
const minutes = (watch: Watch, random = 0.5, now = NOW) =>
  (nextLook(watch, now, random).getTime() - now.getTime()) / 60_000;

describe("the next look", () => {
  it("comes later and later while nothing changes, at most 4 hours", () => {
    const pauses = [0, 1, 2, 9].map((unchanged) => minutes(watchOf({ seen: { state: "processing" }, unchanged })));
    expect(pauses).toEqual([45, 67.5, 101.25, 240]);
  });

  it("is scattered by a fifth", () => {
    const watch = watchOf({ seen: { state: "submitted" } });
    expect(minutes(watch, 0)).toBe(24);
    expect(minutes(watch, 0.999)).toBeCloseTo(36, 1);
  });

  it("waits longer after each failure", () => {
    const pauses = [1, 2, 3, 12].map((failures) => minutes(watchOf({ seen: { state: "accepted" }, failures })));
    expect(pauses).toEqual([10, 20, 40, 240]);
  });

  it("never lies in the quiet hours, nor before now, nor more than a night away", () => {
    const watches = fc.record({
      seen: fc.record({ state: fc.constantFrom(...DOSSIER_STATES), due: fc.constantFrom("2026-11-24", "2026-11-26") }),
      unchanged: fc.nat({ max: 1_000 }),
      failures: fc.nat({ max: 1_000 }),
    });
    const randoms = fc.double({ min: 0, max: 0.999, noNaN: true });
    fc.assert(
      fc.property(watches, fc.nat({ max: 4 * 86_400 }), randoms, (more, seconds, random) => {
        const now = new Date(NOW.getTime() + seconds * 1_000);
        const next = nextLook(watchOf(more), now, random);
        expect(isQuiet(next)).toBe(false);
        expect(next.getTime()).toBeGreaterThan(now.getTime());
        expect(next.getTime() - now.getTime()).toBeLessThan(15.5 * 3_600_000);
      }),
    );
  });

  it("is in time to remind of the appointment: on the day before, in the morning", () => {
    const now = new Date("2026-11-24T06:50:00+07:00");
    const seen = { state: "processing", due: "2026-11-25" } as const;
    const look = (more: Partial<Watch> = {}) => nextLook(watchOf({ seen, unchanged: 9, ...more }), now, 0.5);
    expect(look()).toEqual(new Date("2026-11-24T08:15:00+07:00"));
    expect(look({ reminded: "2026-11-25" })).toEqual(new Date("2026-11-24T10:50:00+07:00"));
  });
});

it("what the night held up is spread over the first half hour", () => {
  const night = new Date("2026-11-24T23:00:00+07:00");
  expect(morning(night, 0)).toEqual(new Date("2026-11-25T07:00:00+07:00"));
  expect(morning(night, 0.5)).toEqual(new Date("2026-11-25T07:15:00+07:00"));
  expect(morning(NOW, 0.5)).toEqual(NOW);
});
