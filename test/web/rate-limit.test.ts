import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { Clock } from "../surroundings.ts";

function limit(changes: Partial<ConstructorParameters<typeof RateLimit>[0]> = {}) {
  const clock = new Clock();
  return { clock, limit: new RateLimit({ burst: 3, every: 2000, people: 10, now: clock.now, ...changes }) };
}

describe("RateLimit", () => {
  it("lets a burst pass, then tells how many seconds to wait", () => {
    const { limit: counted } = limit();
    expect([1, 2, 3, 4, 5].map(() => counted.take("a"))).toEqual([0, 0, 0, 2, 2]);
  });

  it("lets one more pass after each interval", () => {
    const { limit: counted, clock } = limit();
    for (let i = 0; i < 3; i++) counted.take("a");
    clock.forward(1500);
    expect(counted.take("a")).toBe(1);
    clock.forward(500);
    expect(counted.take("a")).toBe(0);
    expect(counted.take("a")).toBe(2);
  });

  it("counts each person alone", () => {
    const { limit: counted } = limit({ burst: 1 });
    expect([counted.take("a"), counted.take("b"), counted.take("a")]).toEqual([0, 0, 2]);
  });

  it("is as new after a long silence", () => {
    const { limit: counted, clock } = limit();
    for (let i = 0; i < 4; i++) counted.take("a");
    clock.forward(3_600_000);
    expect([1, 2, 3, 4].map(() => counted.take("a"))).toEqual([0, 0, 0, 2]);
  });

  it("forgets the one silent longest when there are too many people", () => {
    const { limit: counted } = limit({ burst: 1, people: 2 });
    for (const person of ["a", "b", "c"]) counted.take(person);
    expect(counted.take("c")).toBe(2);
    expect(counted.take("a")).toBe(0);
  });

  it("lets no more pass than the burst and one each interval, however they come", () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 5000 }), { maxLength: 60 }), (waits) => {
        const { limit: counted, clock } = limit();
        let passed = 0;
        for (const wait of waits) {
          clock.forward(wait);
          if (counted.take("a") === 0) passed++;
        }
        const total = waits.slice(1).reduce((sum, wait) => sum + wait, 0);
        expect(passed).toBeLessThanOrEqual(3 + Math.floor(total / 2000));
      }),
    );
  });
});
