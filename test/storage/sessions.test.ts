import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { MemorySessions, type Remembered } from "../../src/storage/sessions.ts";
import { Clock } from "../surroundings.ts";

const REPLY = { status: "smalltalk", text: "", buttons: [], sources: [], procedures: [], facets: [] } as const;

function remembered(id: string): Remembered {
  return { session: { asked: id }, last: { id, reply: REPLY } };
}

function sessions(limits: { most?: number; keep?: number } = {}) {
  const clock = new Clock();
  return { clock, store: new MemorySessions({ most: 3, keep: 1000, now: clock.now, ...limits }) };
}

describe("MemorySessions", () => {
  it("remembers by key", () => {
    const { store } = sessions();
    store.put("a", remembered("1"));
    store.put("b", remembered("2"));
    expect(store.get("a")).toEqual(remembered("1"));
    expect(store.get("b")).toEqual(remembered("2"));
    expect(store.get("c")).toBeUndefined();
  });

  it("keeps the newest of a key", () => {
    const { store } = sessions();
    store.put("a", remembered("1"));
    store.put("a", remembered("2"));
    expect(store.get("a")).toEqual(remembered("2"));
  });

  it("forgets a conversation that has been silent for too long", () => {
    const { store, clock } = sessions();
    store.put("a", remembered("1"));
    clock.forward(999);
    expect(store.get("a")).toBeDefined();
    clock.forward(1);
    expect(store.get("a")).toBeUndefined();
  });

  it("counts the silence from the last message, not from the first", () => {
    const { store, clock } = sessions();
    store.put("a", remembered("1"));
    clock.forward(900);
    store.put("a", remembered("2"));
    clock.forward(900);
    expect(store.get("a")).toEqual(remembered("2"));
  });

  it("gives up the one silent longest when there are too many", () => {
    const { store } = sessions();
    for (const key of ["a", "b", "c"]) store.put(key, remembered(key));
    store.put("a", remembered("again"));
    store.put("d", remembered("d"));
    expect(["a", "b", "c", "d"].map((key) => store.get(key) !== undefined)).toEqual([true, false, true, true]);
  });

  it("never remembers more than its cap, and always the last one put", () => {
    fc.assert(
      fc.property(fc.array(fc.tuple(fc.nat({ max: 8 }), fc.nat({ max: 400 }))), (steps) => {
        const { store, clock } = sessions();
        for (const [key, wait] of steps) {
          clock.forward(wait);
          store.put(String(key), remembered(String(key)));
          expect(store.get(String(key))).toBeDefined();
          const kept = Array.from({ length: 9 }, (_, other) => store.get(String(other))).filter(Boolean);
          expect(kept.length).toBeLessThanOrEqual(3);
        }
      }),
    );
  });
});
