import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createPace } from "../../src/follow/pace.ts";
import { Clock } from "../surroundings.ts";
import { MemoryStore } from "./memory-store.ts";

const MINUTE = 60_000;

function open(perMinute: number) {
  const clock = new Clock();
  const store = new MemoryStore();
  const pace = () => createPace({ store, now: clock.now, perMinute });
  return { clock, pace: pace(), another: pace };
}

describe("a pace", () => {
  it("grants so many within a minute, also to the process that comes after", async () => {
    const { clock, pace, another } = open(25);
    expect(await pace.take(10)).toBe(10);
    clock.forward(30_000);
    expect(await another().take(10)).toBe(10);
    expect(await another().take(10)).toBe(5);
    expect(await pace.take(10)).toBe(0);
    clock.forward(30_000);
    expect(await pace.take(20)).toBe(10);
  });

  it("never grants more in any minute, whatever is asked when", async () => {
    const steps = fc.array(fc.tuple(fc.integer({ min: 0, max: 20_000 }), fc.integer({ min: 1, max: 30 })));
    await fc.assert(
      fc.asyncProperty(steps, fc.integer({ min: 1, max: 60 }), async (taken, perMinute) => {
        const { clock, pace } = open(perMinute);
        const grants: { readonly at: number; readonly count: number }[] = [];
        for (const [after, wanted] of taken) {
          clock.forward(after);
          grants.push({ at: clock.now().getTime(), count: await pace.take(wanted) });
        }
        for (const { at } of grants) {
          const minute = grants.filter((one) => one.at > at - MINUTE && one.at <= at);
          expect(minute.reduce((sum, { count }) => sum + count, 0)).toBeLessThanOrEqual(perMinute);
        }
      }),
    );
  });
});

describe("a system that does not answer", () => {
  const failures = { answered: 0, failed: 5 };
  const one = { answered: 0, failed: 1 };

  it("is left alone after five failures in a row, for longer and longer, and tried with one question", async () => {
    const { clock, pace } = open(60);
    expect(await pace.tell({ answered: 0, failed: 4 })).toBe("going");
    expect(await pace.tell(one)).toBe("resting");
    for (const minutes of [5, 10, 20, 30, 30]) {
      clock.forward(minutes * MINUTE - 1);
      expect(await pace.take(10)).toBe(0);
      clock.forward(1);
      expect(await pace.take(10)).toBe(1);
      expect(await pace.tell(one)).toBe("resting");
    }
  });

  it("that answers again is asked as before", async () => {
    const { clock, pace } = open(60);
    await pace.tell(failures);
    clock.forward(5 * MINUTE);
    expect(await pace.take(10)).toBe(1);
    expect(await pace.tell({ answered: 1, failed: 0 })).toBe("going");
    expect(await pace.take(10)).toBe(10);
    expect(await pace.tell({ answered: 0, failed: 4 })).toBe("going");
  });

  it("sometimes is not left alone", async () => {
    const { pace } = open(60);
    for (let i = 0; i < 9; i++) expect(await pace.tell({ answered: 1, failed: 9 })).toBe("going");
    expect(await pace.tell({ answered: 0, failed: 0 })).toBe("going");
    expect(await pace.take(10)).toBe(10);
  });
});
