import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type After, createScheduler, type Entry } from "../../src/follow/scheduler.ts";
import { Clock } from "../surroundings.ts";
import { mortal } from "./crash.ts";
import { MemoryStore } from "./memory-store.ts";

const MINUTE = 60_000;

function open(store = new MemoryStore()) {
  const clock = new Clock();
  const faults: unknown[] = [];
  const handled: Entry<string>[] = [];
  const scheduler = createScheduler<string>({ name: "s", store, now: clock.now, report: (e) => void faults.push(e) });
  const inMinutes = (minutes: number) => new Date(clock.now().getTime() + minutes * MINUTE);
  const handle = async (entry: Entry<string>): Promise<After<string>> => {
    handled.push(entry);
    return "done";
  };
  return {
    ...{ clock, store, faults, handled, scheduler, inMinutes, handle },
    run: (most = 10) => scheduler.run({ handle, most }),
    keys: () => handled.map(({ key }) => key),
  };
}

describe("a scheduler", () => {
  it("hands out what is due, when it is due, once, earliest first", async () => {
    const { scheduler, inMinutes, run, keys, clock, handled, store } = open();
    await scheduler.at("late", inMinutes(20), "b");
    await scheduler.at("early", inMinutes(10), "a");
    const due = inMinutes(10);
    expect(await run()).toBe(0);
    clock.forward(20 * MINUTE);
    expect(await run()).toBe(2);
    expect(keys()).toEqual(["early", "late"]);
    expect(handled[0]).toEqual({ key: "early", due, payload: "a" });
    expect(await run()).toBe(0);
    expect(store.keys("")).toEqual([]);
  });

  it("hands out in the very millisecond", async () => {
    const { scheduler, inMinutes, run, clock } = open();
    await scheduler.at("a", inMinutes(1), "");
    clock.forward(MINUTE - 1);
    expect(await run()).toBe(0);
    clock.forward(1);
    expect(await run()).toBe(1);
  });

  it("takes a time gone by for now", async () => {
    const { scheduler, inMinutes, run, clock, handled } = open();
    await scheduler.at("a", inMinutes(-500), "");
    expect(await run()).toBe(1);
    expect(handled[0]?.due).toEqual(clock.now());
  });

  it("replaces what was set for a key, and cancels", async () => {
    const { scheduler, inMinutes, run, clock, handled, store } = open();
    await scheduler.at("a", inMinutes(5), "old");
    await scheduler.at("a", inMinutes(9), "new");
    await scheduler.at("gone", inMinutes(1), "");
    await scheduler.cancel("gone");
    await scheduler.cancel("never there");
    expect(await scheduler.get("gone")).toBeUndefined();
    expect(await scheduler.get("a")).toMatchObject({ payload: "new", due: inMinutes(9) });
    clock.forward(8 * MINUTE);
    expect(await run()).toBe(0);
    clock.forward(MINUTE);
    await run();
    expect(handled.map(({ payload }) => payload)).toEqual(["new"]);
    expect(store.keys("")).toEqual([]);
  });

  it("lists what is set under a prefix", async () => {
    const { scheduler, inMinutes } = open();
    for (const key of ["p/2", "p/1", "q/1"]) await scheduler.at(key, inMinutes(1), key.toUpperCase());
    expect((await scheduler.list("p/")).map(({ key, payload }) => [key, payload])).toEqual([
      ["p/1", "P/1"],
      ["p/2", "P/2"],
    ]);
  });

  it("handles no more at once than it is told, nor than is allowed", async () => {
    const { scheduler, inMinutes, run, keys, handle } = open();
    for (const key of ["a", "b", "c", "d", "e"]) await scheduler.at(key, inMinutes(0), "");
    expect(await run(2)).toBe(2);
    const asked: number[] = [];
    const allow = async (due: number) => {
      asked.push(due);
      return 1;
    };
    expect(await scheduler.run({ handle, most: 10, allow })).toBe(1);
    expect(asked).toEqual([3]);
    expect(await scheduler.run({ handle, most: 10, allow: async () => 0 })).toBe(0);
    expect(keys()).toEqual(["a", "b", "c"]);
  });

  it("sets an entry again where the handler wants it", async () => {
    const { scheduler, inMinutes, clock, store } = open();
    await scheduler.at("a", inMinutes(0), "1");
    const handle = async ({ payload }: Entry<string>) => ({ due: inMinutes(3), payload: `${payload}1` });
    await scheduler.run({ handle, most: 1 });
    expect(await scheduler.run({ handle, most: 1 })).toBe(0);
    clock.forward(3 * MINUTE);
    await scheduler.run({ handle, most: 1 });
    expect(await scheduler.get("a")).toMatchObject({ payload: "111" });
    expect(store.keys("s/due/")).toHaveLength(1);
  });

  it("tries an entry again in a minute whose handler throws, and goes on with the others", async () => {
    const { scheduler, inMinutes, run, keys, clock, faults } = open();
    await scheduler.at("bad", inMinutes(0), "");
    await scheduler.at("good", inMinutes(0), "");
    const fault = new Error("no");
    const handle = async ({ key }: Entry<string>): Promise<After<string>> => {
      if (key === "bad") throw fault;
      return "done";
    };
    await scheduler.run({ handle, most: 10 });
    expect(faults).toEqual([fault]);
    expect(await run()).toBe(0);
    clock.forward(MINUTE);
    await run();
    expect(keys()).toEqual(["bad"]);
  });

  it("leaves to another process what that one is at", async () => {
    const { scheduler, inMinutes, store, clock, handle, keys } = open();
    const other = createScheduler<string>({ name: "s", store, now: clock.now, report: () => {} });
    await scheduler.at("a", inMinutes(0), "");
    const counts = await Promise.all([scheduler.run({ handle, most: 9 }), other.run({ handle, most: 9 })]);
    expect(counts.sort()).toEqual([0, 1]);
    expect(keys()).toEqual(["a"]);
  });
});

describe("a change in the middle of the work", () => {
  it.each(["done", "again"] as const)("is not undone by what was begun before (%s)", async (outcome) => {
    const { scheduler, inMinutes, clock, store, run, handled } = open();
    await scheduler.at("cancelled", inMinutes(0), "1");
    await scheduler.at("set", inMinutes(0), "1");
    const handle = async ({ key }: Entry<string>): Promise<After<string>> => {
      if (key === "cancelled") await scheduler.cancel(key);
      else await scheduler.at(key, inMinutes(7), "2");
      return outcome === "done" ? "done" : { due: inMinutes(1), payload: "1 again" };
    };
    await scheduler.run({ handle, most: 9 });
    expect(await scheduler.get("cancelled")).toBeUndefined();
    expect(await scheduler.get("set")).toMatchObject({ payload: "2", due: inMinutes(7) });
    clock.forward(6 * MINUTE);
    expect([await run(), handled]).toEqual([expect.any(Number), []]);
    clock.forward(MINUTE);
    await run();
    expect(handled.map(({ payload }) => payload)).toEqual(["2"]);
    await run();
    expect(store.keys("")).toEqual([]);
  });
});

describe("a process that dies", () => {
  it("after any write loses nothing: what was promised is handled by the next", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 0, max: 40 }), fc.integer({ min: 1, max: 4 }), async (writes, most) => {
        const store = new MemoryStore();
        const clock = new Clock();
        const first = mortal(store);
        const options = { name: "s", now: clock.now, report: () => {} };
        const dying = createScheduler<number>({ ...options, store: first.store });
        const promised = new Set<string>();
        const handled = new Set<string>();
        const handle = async ({ key, payload }: Entry<number>): Promise<After<number>> => {
          if (payload > 0) return { due: clock.now(), payload: payload - 1 };
          handled.add(key);
          return "done";
        };
        first.dieAfter(writes);
        for (const key of ["a", "b", "c"]) {
          const set = dying.at(key, new Date(clock.now().getTime() + 1_000), 1);
          await set.then(() => promised.add(key)).catch(() => undefined);
        }
        clock.forward(2_000);
        for (let i = 0; i < 3; i++) await dying.run({ handle, most }).catch(() => 0);
        store.endClaims();
        clock.forward(2 * MINUTE);
        const next = createScheduler<number>({ ...options, store });
        for (let i = 0; i < 20; i++) await next.run({ handle, most });
        for (const key of promised) expect(handled).toContain(key);
        clock.forward(2 * MINUTE);
        for (let i = 0; i < 20; i++) await next.run({ handle, most });
        expect(store.keys("s/due/")).toEqual([]);
      }),
    );
  });
});
