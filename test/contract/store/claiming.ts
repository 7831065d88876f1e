import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/core/store.ts";
import type { Stage } from "../store.ts";
import { put } from "./keeping.ts";

/** How one of many gets the right to do something alone. */
export function claiming({ open, pass }: Stage): void {
  describe("claim", () => {
    it("is given to one of 50 over two clients", async () => {
      const stores = [await open(), await open()];
      const claims = Array.from({ length: 50 }, (_, i) => stores[i % 2]?.claim("refresh", 60_000));
      expect((await Promise.all(claims)).filter((release) => release !== undefined)).toHaveLength(1);
    });

    it("can be taken by another once it is given back", async () => {
      const [one, other] = [await open(), await open()];
      const release = await one.claim("refresh", 60_000);
      expect(await other.claim("refresh", 60_000)).toBeUndefined();
      await release?.();
      expect(await other.claim("refresh", 60_000)).toBeTypeOf("function");
      expect(await one.claim("refresh", 60_000)).toBeUndefined();
    });

    it("ends by itself when its holder dies", async () => {
      const [one, other] = [await open(), await open()];
      await one.claim("refresh", 300);
      expect(await other.claim("refresh", 300)).toBeUndefined();
      await pass(300);
      expect(await other.claim("refresh", 300)).toBeTypeOf("function");
    });

    it("cannot be given back by one who has lost it", async () => {
      const [one, other] = [await open(), await open()];
      const late = await one.claim("refresh", 200);
      await pass(200);
      await other.claim("refresh", 60_000);
      await late?.();
      await late?.();
      expect(await one.claim("refresh", 60_000)).toBeUndefined();
    });

    it("has nothing to do with the record of that key, or with other claims", async () => {
      const store = await open();
      await put(store, "refresh", "value");
      const release = await store.claim("refresh", 60_000);
      expect(release).toBeTypeOf("function");
      expect(await store.claim("other", 60_000)).toBeTypeOf("function");
      await put(store, "refresh", "changed");
      await store.delete("refresh");
      expect(await store.claim("refresh", 60_000)).toBeUndefined();
      await release?.();
      expect(await store.get("refresh")).toBeUndefined();
    });

    it("lets 20 add up one after the other, none at the same time", async () => {
      const stores = [await open(), await open()];
      let inside = 0;
      let most = 0;
      const alone = async (store: Store): Promise<void> => {
        const release = await store.claim("count", 60_000);
        if (release === undefined) return alone(store);
        most = Math.max(most, ++inside);
        const { value = 0 } = (await store.get("sum")) ?? {};
        await store.put("sum", Number(value) + 1);
        inside--;
        await release();
      };
      await Promise.all(Array.from({ length: 20 }, (_, i) => alone(stores[i % 2] as Store)));
      expect(most).toBe(1);
      expect((await stores[0]?.get("sum"))?.value).toBe(20);
    });
  });
}
