import { describe, expect, it } from "vitest";
import { createSearch } from "../../src/search/index.ts";
import { LiveBase } from "../../src/search/live.ts";
import { fixture, procedure, TODAY } from "./fixture.ts";

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

  it("gives a question one consistent base: who holds the old one keeps it", () => {
    const live = new LiveBase(base(), createSearch);
    const held = live.current;
    const { snapshot, search } = held;
    live.replace({ ...fixture(), version: "next" });
    expect(held.snapshot).toBe(snapshot);
    expect(held.search).toBe(search);
    expect(live.current).not.toBe(held);
  });

  it("answers from the new snapshot at once", async () => {
    const live = new LiveBase(base(), createSearch);
    const ask = async () =>
      (await live.current.search.find("nuôi ong lấy mật", { today: TODAY })).hits[0]?.procedure.name;
    expect(await ask()).not.toBe("Đăng ký nuôi ong lấy mật");
    const bees = procedure("1.000099", "Đăng ký nuôi ong lấy mật");
    live.replace({ ...fixture(), procedures: new Map([[bees.code, bees]]), version: "bees" });
    expect(await ask()).toBe("Đăng ký nuôi ong lấy mật");
  });

  it("shows the old base while the new one is being built", () => {
    const first = base();
    const live: LiveBase = new LiveBase(first, (snapshot) => {
      expect(live.current).toBe(first);
      return createSearch(snapshot);
    });
    expect(live.replace({ ...fixture(), version: "next" })).toBe("replaced");
  });

  it("goes back to an earlier version when it is given again", () => {
    const live = new LiveBase(base(), createSearch);
    live.replace({ ...fixture(), version: "next" });
    expect(live.replace(fixture())).toBe("replaced");
    expect(live.current.snapshot.version).toBe("fixture");
  });

  it("can be replaced after a build has failed", () => {
    let fails = true;
    const live = new LiveBase(base(), (snapshot) => {
      if (fails) throw new Error("out of memory");
      return createSearch(snapshot);
    });
    const next = { ...fixture(), version: "next" };
    expect(() => live.replace(next)).toThrow("out of memory");
    fails = false;
    expect(live.replace(next)).toBe("replaced");
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
