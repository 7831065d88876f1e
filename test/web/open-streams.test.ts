import { describe, expect, it } from "vitest";
import { OpenStreams } from "../../src/web/open-streams.ts";

describe("OpenStreams", () => {
  it("lets each person have so many", () => {
    const streams = new OpenStreams({ each: 2, all: 9 });
    expect([1, 2, 3].map(() => streams.add("a") !== undefined)).toEqual([true, true, false]);
    expect(streams.add("b")).toBeDefined();
    expect(streams.size).toBe(3);
  });

  it("lets all together have so many", () => {
    const streams = new OpenStreams({ each: 2, all: 2 });
    expect(["a", "b", "c"].map((person) => streams.add(person) !== undefined)).toEqual([true, true, false]);
  });

  it("has room again when one ends, which may be told twice", () => {
    const streams = new OpenStreams({ each: 1, all: 1 });
    const first = streams.add("a") as AbortController;
    streams.remove(first);
    streams.remove(first);
    expect(streams.size).toBe(0);
    expect(streams.add("a")).toBeDefined();
    expect(streams.add("a")).toBeUndefined();
  });

  it("ends all", () => {
    const streams = new OpenStreams({ each: 2, all: 9 });
    const open = ["a", "a", "b"].map((person) => streams.add(person));
    streams.endAll();
    expect(open.map((stream) => stream?.signal.aborted)).toEqual([true, true, true]);
  });
});
