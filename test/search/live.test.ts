import { describe, expect, it } from "vitest";
import { createSearch } from "../../src/search/index.ts";
import { LiveBase } from "../../src/search/live.ts";
import { fixture } from "./fixture.ts";

const base = () => {
  const snapshot = fixture();
  return { snapshot, search: createSearch(snapshot) };
};

describe("LiveBase", () => {
  it("swaps snapshot and search together", () => {
    const live = new LiveBase(base(), createSearch);
    const before = live.current;
    const next = { ...fixture(), version: "next" };
    expect(live.replace(next)).toBe("replaced");
    expect(live.current.snapshot).toBe(next);
    expect(live.current.search).not.toBe(before.search);
  });

  it("does not build the same version again", () => {
    let built = 0;
    const live = new LiveBase(base(), (snapshot) => {
      built++;
      return createSearch(snapshot);
    });
    expect(live.replace(fixture())).toBe("same");
    expect(built).toBe(0);
  });

  it("goes on with the old base when the new one cannot be built", () => {
    const live = new LiveBase(base(), () => {
      throw new Error("out of memory");
    });
    const before = live.current;
    expect(() => live.replace({ ...fixture(), version: "next" })).toThrow("out of memory");
    expect(live.current).toBe(before);
  });

  it("takes a better search for the snapshot in use, and none for an older one", () => {
    const live = new LiveBase(base(), createSearch);
    const old = live.current.snapshot;
    const better = createSearch(old);
    expect(live.join({ snapshot: old, search: better })).toBe("joined");
    expect(live.current.search).toBe(better);
    live.replace({ ...fixture(), version: "next" });
    expect(live.join({ snapshot: old, search: createSearch(old) })).toBe("outdated");
    expect(live.current.snapshot).not.toBe(old);
  });
});
