import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Store } from "../../../src/core/store.ts";
import type { Stage } from "../store.ts";

/** Puts a value that must be taken; resolves to its version. */
export async function put(store: Store, key: string, value: unknown, ifVersion?: number): Promise<number> {
  const version = await store.put(key, value, ifVersion === undefined ? {} : { ifVersion });
  if (version === "conflict") throw new Error(`conflict at ${key}`);
  return version;
}

/** Reads a number, adds one and writes it back, as often as it takes. */
async function addOne(store: Store, key: string): Promise<number> {
  for (let tries = 1; ; tries++) {
    const { value, version } = (await store.get(key)) ?? { value: 0, version: 0 };
    if ((await store.put(key, Number(value) + 1, { ifVersion: version })) !== "conflict") return tries;
  }
}

/** How single records are kept, changed and forgotten. */
export function keeping({ open, pass }: Stage): void {
  describe("get and put", () => {
    it("finds nothing where nothing was put", async () => {
      expect(await (await open()).get("a")).toBeUndefined();
    });

    it("gives back what another client put, with its version", async () => {
      const [one, other] = [await open(), await open()];
      const version = await put(one, "zalo/tokens", { access: "a", at: [1, null, "ộ"] });
      expect(version).toBeGreaterThanOrEqual(1);
      expect(await other.get("zalo/tokens")).toEqual({ value: { access: "a", at: [1, null, "ộ"] }, version });
      const next = await put(other, "zalo/tokens", "b");
      expect(next).toBeGreaterThan(version);
      expect(await one.get("zalo/tokens")).toEqual({ value: "b", version: next });
    });

    it("gives back any JSON as it was, under any key", async () => {
      const store = await open();
      const key = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
      const records = fc.uniqueArray(fc.tuple(key, fc.jsonValue()), { selector: ([name]) => name, minLength: 40 });
      const [sample] = fc.sample(records, { numRuns: 1, seed: 7 }) as [[string, unknown][]];
      for (const [name, value] of sample) await put(store, name, value);
      for (const [name, value] of sample) {
        expect((await store.get(name))?.value).toEqual(JSON.parse(JSON.stringify(value)));
      }
    });

    it("keeps a value of a million characters", async () => {
      const store = await open();
      const text = "Cà Mau ".repeat(150_000);
      await put(store, "a", text);
      expect((await store.get("a"))?.value === text).toBe(true);
    });

    it("refuses a key that is too long", async () => {
      const store = await open();
      await expect(store.put("x".repeat(501), 1)).rejects.toThrow(RangeError);
      await expect(store.get("\0".repeat(100))).rejects.toThrow(RangeError);
      expect(await put(store, "x".repeat(500), 1)).toBeGreaterThanOrEqual(1);
    });
  });

  describe("put with a version", () => {
    it("changes the record only when it still has it", async () => {
      const store = await open();
      const first = await put(store, "a", "first", 0);
      expect(await store.put("a", "again", { ifVersion: 0 })).toBe("conflict");
      const second = await put(store, "a", "second", first);
      expect(await store.put("a", "late", { ifVersion: first })).toBe("conflict");
      expect(await store.put("a", "early", { ifVersion: second + 1 })).toBe("conflict");
      expect(await store.get("a")).toEqual({ value: "second", version: second });
      expect(await store.put("b", "none", { ifVersion: second })).toBe("conflict");
      expect(await store.get("b")).toBeUndefined();
    });

    it("is not taken in by a record that was deleted and came back", async () => {
      const store = await open();
      const first = await put(store, "a", "first");
      await store.delete("a");
      const second = await put(store, "a", "second", 0);
      expect(second).not.toBe(first);
      expect(await store.put("a", "late", { ifVersion: first })).toBe("conflict");
    });

    it("loses no change of 50 writers at once over two clients", async () => {
      const stores = [await open(), await open()];
      const writers = Array.from({ length: 50 }, (_, i) => addOne(stores[i % 2] as Store, "count"));
      const tries = await Promise.all(writers);
      expect((await stores[0]?.get("count"))?.value).toBe(50);
      expect(Math.max(...tries)).toBeGreaterThan(1);
    });

    it("lets one of 50 be the first, and tells the others", async () => {
      const stores = [await open(), await open()];
      const puts = Array.from({ length: 50 }, (_, i) => stores[i % 2]?.put("a", i, { ifVersion: 0 }));
      const results = await Promise.all(puts);
      expect(results.filter((result) => result === "conflict")).toHaveLength(49);
      const first = results.findIndex((result) => result !== "conflict");
      expect(await stores[1]?.get("a")).toEqual({ value: first, version: results[first] });
    });

    it("gives no version twice, whoever asks", async () => {
      const stores = [await open(), await open()];
      const puts = Array.from({ length: 100 }, (_, i) => put(stores[i % 2] as Store, `k${i % 7}`, i));
      expect(new Set(await Promise.all(puts)).size).toBe(100);
    });
  });

  describe("delete", () => {
    it("forgets the record, and minds nothing that is not there", async () => {
      const [one, other] = [await open(), await open()];
      await put(one, "a", 1);
      await put(one, "ab", 2);
      await other.delete("a");
      await other.delete("a");
      expect(await one.get("a")).toBeUndefined();
      expect((await one.get("ab"))?.value).toBe(2);
    });
  });

  describe("a time to live", () => {
    it("ends the record", async () => {
      const store = await open();
      const version = await store.put("a", 1, { ttl: 300 });
      expect(await store.get("a")).toEqual({ value: 1, version });
      await pass(300);
      expect(await store.get("a")).toBeUndefined();
      expect(await store.list("")).toEqual([]);
      expect(await store.put("a", 2, { ifVersion: Number(version) })).toBe("conflict");
      expect(await store.put("a", 2, { ifVersion: 0 })).toBeGreaterThan(Number(version));
    });

    it("counts from the last change, and ends with one that sets none", async () => {
      const store = await open();
      await store.put("a", 1, { ttl: 200 });
      await store.put("b", 1, { ttl: 200 });
      await store.put("c", 1);
      await store.put("a", 2, { ttl: 60_000 });
      await store.put("b", 2);
      await store.put("c", 2, { ttl: 200 });
      await pass(250);
      for (let i = 0; i < 5; i++) await put(store, "other", i);
      expect((await store.list("")).map(({ key }) => key)).toEqual(["a", "b", "other"]);
      expect((await store.get("b"))?.value).toBe(2);
    });
  });
}
