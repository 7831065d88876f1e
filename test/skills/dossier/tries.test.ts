import { describe, expect, it } from "vitest";
import { Tries } from "../../../src/skills/dossier/tries.ts";
import { MemoryStore } from "./memory-store.ts";

const LIMIT = { most: 5, within: 900_000 };

function stage() {
  const clock = { now: 1_000_000_000_000 };
  const now = () => new Date(clock.now);
  const store = new MemoryStore(now);
  return { clock, store, tries: new Tries(store, now), elsewhere: new Tries(store, now) };
}

describe("tries", () => {
  it("are five, then none", async () => {
    const { tries } = stage();
    const taken = [];
    for (let i = 0; i < 8; i++) taken.push(await tries.take("a", LIMIT));
    expect(taken).toEqual([...Array(5).fill("free"), ...Array(3).fill("locked")]);
    expect(await tries.left("a", LIMIT)).toBe(false);
    expect(await tries.take("b", LIMIT)).toBe("free");
  });

  it("come back one by one, as the window moves on", async () => {
    const { tries, clock } = stage();
    for (let i = 0; i < 5; i++) {
      await tries.take("a", LIMIT);
      clock.now += 60_000;
    }
    expect(await tries.take("a", LIMIT)).toBe("locked");
    clock.now += LIMIT.within - 5 * 60_000;
    expect(await tries.take("a", LIMIT)).toBe("free");
    expect(await tries.take("a", LIMIT)).toBe("locked");
  });

  it("are not lengthened by trying while locked", async () => {
    const { tries, clock } = stage();
    for (let i = 0; i < 50; i++) await tries.take("a", LIMIT);
    clock.now += LIMIT.within;
    expect(await tries.left("a", LIMIT)).toBe(true);
  });

  it("of the same again cost nothing", async () => {
    const { tries } = stage();
    for (let i = 0; i < 20; i++) expect(await tries.take("a", LIMIT, "same")).toBe("free");
    for (let i = 0; i < 4; i++) expect(await tries.take("a", LIMIT, `other ${i}`)).toBe("free");
    expect(await tries.take("a", LIMIT, "one more")).toBe("locked");
    expect(await tries.take("a", LIMIT, "same")).toBe("free");
  });

  it("are counted over all processes, however many at once", async () => {
    const { tries, elsewhere } = stage();
    const taken = await Promise.all(
      Array.from({ length: 40 }, (_, i) => (i % 2 === 0 ? tries : elsewhere).take("a", LIMIT)),
    );
    expect(taken.filter((one) => one === "free")).toHaveLength(5);
  });

  it("are forgotten with their time", async () => {
    const { tries, store, clock } = stage();
    await tries.take("a", LIMIT, "H12-260101-0001");
    expect(await store.get("a")).toBeDefined();
    clock.now += LIMIT.within;
    expect(await store.get("a")).toBeUndefined();
  });

  it("that cannot be counted are not given", async () => {
    const { store } = stage();
    store.put = async () => "conflict";
    expect(await new Tries(store, () => new Date(0)).take("a", LIMIT)).toBe("locked");
  });
});
