import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPace } from "../../src/channels/pace.ts";
import { Clock } from "../surroundings.ts";

function paceOf(every: number, burst: number) {
  const clock = new Clock();
  return { clock, pace: createPace({ every, burst, now: clock.now }) };
}

describe("createPace", () => {
  it("lets a burst pass, then one a period", () => {
    const { pace, clock } = paceOf(1_000, 3);
    for (let count = 0; count < 3; count++) {
      expect(pace.wait("a")).toBe(0);
      pace.count("a");
    }
    expect(pace.wait("a")).toBe(1_000);
    clock.forward(999);
    expect(pace.wait("a")).toBe(1);
    clock.forward(1);
    expect(pace.wait("a")).toBe(0);
    pace.count("a");
    expect(pace.wait("a")).toBe(1_000);
  });

  it("does not count by being asked", () => {
    const { pace } = paceOf(1_000, 1);
    expect([pace.wait("a"), pace.wait("a"), pace.wait("a")]).toEqual([0, 0, 0]);
  });

  it("keeps keys apart", () => {
    const { pace } = paceOf(1_000, 1);
    pace.count("a");
    expect(pace.wait("a")).toBe(1_000);
    expect(pace.wait("b")).toBe(0);
  });

  it("saves up no more than a burst", () => {
    const { pace, clock } = paceOf(1_000, 2);
    clock.forward(3_600_000);
    pace.count("a");
    pace.count("a");
    expect(pace.wait("a")).toBe(1_000);
  });

  it("forgets keys at rest without letting anybody run faster", () => {
    const { pace, clock } = paceOf(1_000, 1);
    for (let key = 0; key < 9_998; key++) pace.count(String(key));
    clock.forward(500);
    pace.count("busy");
    pace.count("other");
    expect(pace.wait("busy")).toBe(1_000);
    expect(pace.wait("0")).toBe(500);
  });

  it("never lets more than a burst and the rate pass in any time", () => {
    fc.assert(
      fc.property(
        fc.array(fc.integer({ min: 0, max: 900 }), { maxLength: 200 }),
        fc.integer({ min: 1, max: 5 }),
        (steps, burst) => {
          const { pace, clock } = paceOf(300, burst);
          let passed = 0;
          let elapsed = 0;
          for (const step of steps) {
            clock.forward(step);
            elapsed += step;
            if (pace.wait("a") > 0) continue;
            pace.count("a");
            passed += 1;
            expect(passed).toBeLessThanOrEqual(burst + elapsed / 300);
          }
        },
      ),
    );
  });
});
