import { describe, expect, it } from "vitest";
import type { Stage } from "../store.ts";
import { put } from "./keeping.ts";

/** How records are found together. */
export function listing({ open, pass }: Stage): void {
  describe("list", () => {
    it("finds every record whose key starts so, in the order of the keys", async () => {
      const [one, other] = [await open(), await open()];
      const keys = [
        "follow/2",
        "follow/10",
        "follow/1",
        "follower",
        "follow",
        "follow/ă",
        "follow/😀",
        "follow/\uffff",
      ];
      const versions = new Map<string, number>();
      for (const key of keys) versions.set(key, await put(one, key, { of: key }));
      const expected = ["follow/1", "follow/10", "follow/2", "follow/ă", "follow/\uffff", "follow/😀"];
      expect(await other.list("follow/")).toEqual(
        expected.map((key) => ({ key, value: { of: key }, version: versions.get(key) })),
      );
      expect((await other.list("follow")).map(({ key }) => key)).toEqual(["follow", ...expected, "follower"]);
      expect(await other.list("")).toHaveLength(keys.length);
      expect(await other.list("nothing")).toEqual([]);
    });

    it("finds only the first so many, past those that have ended", async () => {
      const store = await open();
      const key = (i: number) => `due/${String(i).padStart(3, "0")}`;
      for (let i = 0; i < 150; i++) await store.put(key(i), i, i < 120 ? { ttl: 1 } : {});
      await pass(5);
      expect((await store.list("due/", 3)).map(({ value }) => value)).toEqual([120, 121, 122]);
      expect(await store.list("due/", 0)).toEqual([]);
      expect(await store.list("due/", 500)).toHaveLength(30);
    });

    it("takes no sign of a prefix for anything but itself", async () => {
      const store = await open();
      for (const key of ["a*b", "a%b", "a[b", "a\\b", 'a"b', "a\nb", "axb"]) await put(store, key, 1);
      for (const prefix of ["a*", "a%", "a[", "a\\", 'a"', "a\n"]) {
        expect((await store.list(prefix)).map(({ key }) => key)).toEqual([`${prefix}b`]);
      }
    });

    it("shows the last value and nothing deleted", async () => {
      const store = await open();
      await put(store, "a/1", "old");
      await put(store, "a/2", "gone");
      const version = await put(store, "a/1", "new");
      await store.delete("a/2");
      expect(await store.list("a/")).toEqual([{ key: "a/1", value: "new", version }]);
    });

    it("lists 5,000 records", async () => {
      const store = await open();
      const key = (i: number) => `follow/${String(i).padStart(5, "0")}`;
      await Promise.all(Array.from({ length: 5_000 }, (_, i) => put(store, key(i), { dossier: i })));
      const listed = await store.list("follow/");
      expect(listed.map(({ key, value }) => [key, value])).toEqual(
        Array.from({ length: 5_000 }, (_, i) => [key(i), { dossier: i }]),
      );
    });

    it("shows no claims", async () => {
      const store = await open();
      await store.claim("a/1", 60_000);
      expect(await store.list("")).toEqual([]);
      expect(await store.get("a/1")).toBeUndefined();
    });
  });
}
