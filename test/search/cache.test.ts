import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { readCache, writeCache } from "../../src/search/cache.ts";
import { flatten, unflatten } from "../../src/search/flat.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { fixture } from "./fixture.ts";

let folder: string;
let file: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "cache-"));
  file = join(folder, "deep", "base.cache");
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const flat = {
  texts: { names: "một\nhai", none: "" },
  arrays: { a: Uint32Array.of(1, 2, 3), b: Float64Array.of(0.5), c: new Uint8Array(0) },
};

describe("readCache", () => {
  it("gives back what was written", async () => {
    await writeCache(file, "key", flat);
    expect(await readCache(file, "key")).toEqual({ state: "fresh", flat });
  });

  it("leaves nothing half-written beside it", async () => {
    await writeCache(file, "key", flat);
    expect(readdirSync(join(folder, "deep"))).toEqual(["base.cache"]);
  });

  it("says when there is none, or one of another base", async () => {
    expect(await readCache(file, "key")).toEqual({ state: "absent" });
    await writeCache(file, "key", flat);
    expect(await readCache(file, "other")).toEqual({ state: "stale" });
  });

  it("sees every changed byte of the content", async () => {
    await writeCache(file, "key", flat);
    const good = readFileSync(file);
    const start = good.indexOf(10) + 8;
    for (let at = start; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x40, at);
      writeFileSync(file, bad);
      expect((await readCache(file, "key")).state).toBe("corrupt");
    }
  });

  it("sees a file cut short, an empty one and one that is something else", async () => {
    await writeCache(file, "key", flat);
    const good = readFileSync(file);
    for (const bad of [
      good.subarray(0, good.length - 8),
      good.subarray(0, 5),
      Buffer.alloc(0),
      Buffer.from("hello\nthere"),
    ]) {
      writeFileSync(file, bad);
      expect((await readCache(file, "key")).state).toMatch(/corrupt|stale/);
    }
  });
});

describe("flatten", () => {
  it("keeps everything that search needs, through a file too", async () => {
    const snapshot = fixture();
    const index = buildIndex(snapshot);
    await writeCache(file, "key", flatten(index));
    const cached = await readCache(file, "key");
    if (cached.state !== "fresh") throw new Error(cached.state);
    const [before, after] = [index, unflatten(cached.flat)].map((one) => new LexicalSearch(snapshot, one));
    for (const text of ["làm giấy khai sanh", "cat khau", "đk kh", "nộp qua bưu điện"]) {
      expect(after?.find(text, { today: "2026-11-24" })).toEqual(before?.find(text, { today: "2026-11-24" }));
    }
  });

  it("refuses blocks that are missing or of another kind", () => {
    const { texts, arrays } = flatten(buildIndex(fixture()));
    const { idf: _, ...without } = arrays;
    expect(() => unflatten({ texts, arrays: without })).toThrow(TypeError);
    expect(() => unflatten({ texts, arrays: { ...arrays, idf: Uint8Array.of(1) } })).toThrow("idf");
    expect(() => unflatten({ texts: {}, arrays })).toThrow(TypeError);
  });
});
