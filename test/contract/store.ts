import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Store } from "../../src/core/store.ts";
import type { Storage } from "../../src/storage/storage.ts";
import { until } from "../until.ts";
import { claiming } from "./store/claiming.ts";
import { keeping } from "./store/keeping.ts";
import { listing } from "./store/listing.ts";

/** An empty place for records. */
export interface Place {
  /** Opens it: each time stands for a process. */
  open(): Storage;
  /** Lets so many milliseconds go by. */
  pass(milliseconds: number): Promise<void>;
  /** What keeps the place goes down and comes back. */
  restart(): Promise<void>;
}

/** What a test has at hand. */
export interface Stage {
  /** Another store over the same place, ready. */
  open(): Promise<Store>;
  pass(milliseconds: number): Promise<void>;
}

/** What every store keeps to. `prepare` empties the place before each test. */
export function storeContract(name: string, prepare: () => Promise<Place>): void {
  describe(name, () => {
    let place: Place;
    const opened: Storage[] = [];
    beforeEach(async () => {
      place = await prepare();
    });
    afterEach(() => closeAll());

    async function closeAll(): Promise<void> {
      await Promise.all(opened.splice(0).map((storage) => storage.close()));
    }

    async function open(): Promise<Store> {
      const storage = place.open();
      opened.push(storage);
      await until(async () => (await storage.mailroom.health()) === "up");
      return storage.store;
    }

    const set: Stage = { open, pass: (milliseconds) => place.pass(milliseconds) };
    keeping(set);
    listing(set);
    claiming(set);

    it("keeps records, versions and claims over a restart", async () => {
      const before = await open();
      const version = await before.put("zalo/tokens", { access: "a", refresh: "r" });
      await before.claim("zalo/refresh", 60_000);
      await closeAll();
      await place.restart();
      const after = await open();
      expect(await after.get("zalo/tokens")).toEqual({ value: { access: "a", refresh: "r" }, version });
      expect(await after.claim("zalo/refresh", 60_000)).toBeUndefined();
      expect(await after.put("zalo/tokens", {}, { ifVersion: Number(version) })).toBeGreaterThan(Number(version));
    });

    it("tells when it is closed", async () => {
      const store = await open();
      await closeAll();
      const down = { code: "store_down" };
      await expect(store.get("a")).rejects.toMatchObject(down);
      await expect(store.put("a", 1)).rejects.toMatchObject(down);
      await expect(store.delete("a")).rejects.toMatchObject(down);
      await expect(store.list("a")).rejects.toMatchObject(down);
      await expect(store.claim("a", 1_000)).rejects.toMatchObject(down);
    });
  });
}
