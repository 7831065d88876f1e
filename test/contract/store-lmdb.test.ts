import { randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { openLmdb } from "../../src/storage/lmdb/open.ts";
import { LmdbRecords } from "../../src/storage/lmdb/records.ts";
import { openTables } from "../../src/storage/lmdb/tables.ts";
import { Clock, temporaryFolder } from "../surroundings.ts";
import { storeContract } from "./store.ts";

storeContract("the store on LMDB", async () => {
  const folder = temporaryFolder();
  const clock = new Clock();
  return {
    open: () => openLmdb(folder, { newToken: randomUUID, report: () => undefined, now: clock.now }),
    pass: async (milliseconds) => clock.forward(milliseconds),
    restart: async () => undefined,
  };
});

describe("LmdbRecords", () => {
  const tables = openTables(temporaryFolder());
  afterEach(() => tables.close());

  it("sweeps records past their end out while new ones come", async () => {
    const clock = new Clock();
    const records = new LmdbRecords(tables, clock.now);
    for (let i = 0; i < 20; i++) await records.write(`old ${i}`, "1", { ttl: 1_000 });
    clock.forward(1_000);
    for (let i = 0; i < 10; i++) await records.write(`new ${i}`, "1", { ttl: 1_000 });
    expect(tables.records.getKeysCount()).toBe(10);
    expect(tables.ends.getKeysCount()).toBe(10);
  });
});
