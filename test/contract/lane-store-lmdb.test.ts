import { afterEach, describe, expect, it } from "vitest";
import { LmdbLanes } from "../../src/storage/lmdb/lanes.ts";
import { openTables, type Tables } from "../../src/storage/lmdb/tables.ts";
import { REMEMBERED } from "../../src/storage/mail/store.ts";
import { Clock, temporaryFolder } from "../surroundings.ts";
import { LEASE, laneStoreContract } from "./lane-store.ts";

const opened: Tables[] = [];

function lanes() {
  const clock = new Clock();
  const tables = openTables(temporaryFolder());
  opened.push(tables);
  return { clock, tables, store: new LmdbLanes(tables, LEASE, clock.now) };
}

afterEach(async () => {
  await Promise.all(opened.splice(0).map((tables) => tables.close()));
});

laneStoreContract("LmdbLanes", async () => {
  const { clock, store } = lanes();
  return { store, pass: async (milliseconds) => clock.forward(milliseconds) };
});

describe("LmdbLanes", () => {
  const entry = (mark: string, key = "lane") => ({ key, mark, box: "inbox" as const, letters: [mark] });

  it("remembers a mark for seven days", async () => {
    const { clock, store } = lanes();
    await store.append(entry("1"));
    clock.forward(REMEMBERED - 1);
    expect(await store.append(entry("1"))).toBe("seen");
    clock.forward(2);
    expect(await store.append(entry("1"))).toBe("next");
  });

  it("sweeps old marks out while new ones come", async () => {
    const { clock, tables, store } = lanes();
    for (let i = 0; i < 20; i++) await store.append(entry(`old ${i}`));
    clock.forward(REMEMBERED + 1);
    for (let i = 0; i < 10; i++) await store.append(entry(`new ${i}`));
    expect(tables.marks.getKeysCount()).toBe(10);
    expect(tables.ages.getKeysCount()).toBe(10);
  });

  it("tells the lanes whose time has come, longest waiting first", async () => {
    const { clock, store } = lanes();
    for (const key of ["c", "a", "b"]) {
      await store.append(entry(key, key));
      clock.forward(1);
    }
    expect(store.ready(2)).toEqual(["c", "a"]);
    await store.take({ key: "c", token: "t" });
    expect(store.ready(9)).toEqual(["a", "b"]);
    clock.forward(LEASE);
    expect(store.ready(9)).toEqual(["a", "b", "c"]);
  });

  it("writes all of a step or nothing", async () => {
    const { tables } = lanes();
    const broken = tables.transaction(() => {
      tables.marks.put("mark", 1);
      throw new Error("disk full");
    });
    await expect(broken).rejects.toMatchObject({ code: "store_down" });
    expect(tables.marks.doesExist("mark")).toBe(false);
  });
});

describe("openTables", () => {
  it("tells when the folder cannot be used", () => {
    expect(() => openTables("/dev/null/mail")).toThrow(expect.objectContaining({ code: "store_down" }));
  });
});
