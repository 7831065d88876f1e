import { mkdirSync, readdirSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { readCache, writeCache } from "../../src/search/cache.ts";
import { type Flat, flatten } from "../../src/search/flat.ts";
import { fixture } from "./fixture.ts";
import { emptyFolder } from "./folder.ts";

const flat: Flat = {
  texts: { names: "một\nhai", none: "" },
  arrays: { a: Uint32Array.of(1, 2, 3), b: Float64Array.of(0.5), c: new Uint8Array(0) },
};

const place = () => join(emptyFolder(), "deep", "base.cache");

/** A good cache file, and its bytes. */
async function written(): Promise<{ file: string; good: Buffer }> {
  const file = place();
  await writeCache(file, "key", flat);
  return { file, good: readFileSync(file) };
}

describe("writeCache and readCache", () => {
  it("give back what was written", async () => {
    const { file } = await written();
    expect(await readCache(file, "key")).toEqual({ state: "fresh", flat });
  });

  it("keep numbers of every kind exactly", async () => {
    const arrays = {
      bytes: Uint8Array.of(0, 1, 255),
      counts: Uint32Array.of(0, 2 ** 32 - 1),
      signed: Int32Array.of(-(2 ** 31), -1, 2 ** 31 - 1),
      single: Float32Array.of(0.1, -0, Number.POSITIVE_INFINITY, Number.NaN),
      double: Float64Array.of(0.1, Number.MIN_VALUE, Number.MAX_SAFE_INTEGER),
    };
    const file = place();
    await writeCache(file, "key", { texts: {}, arrays });
    expect(await readCache(file, "key")).toEqual({ state: "fresh", flat: { texts: {}, arrays } });
  });

  it("keep a part of a larger buffer as that part alone", async () => {
    const part = new Uint32Array(new Uint32Array([9, 1, 2, 9]).buffer, 4, 2);
    const file = place();
    await writeCache(file, "key", { texts: {}, arrays: { part } });
    const read = await readCache(file, "key");
    expect(read.state === "fresh" && [...(read.flat.arrays.part ?? [])]).toEqual([1, 2]);
  });

  it("keep any texts and numbers", async () => {
    const file = place();
    const blocks = fc.record({
      texts: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.string({ unit: "grapheme" })),
      arrays: fc.dictionary(fc.stringMatching(/^[a-z]{1,8}$/), fc.float32Array({ maxLength: 9 })),
    });
    await fc.assert(
      fc.asyncProperty(blocks, async (any) => {
        const one = { texts: { ...any.texts }, arrays: { ...any.arrays } };
        await writeCache(file, "key", one);
        expect(await readCache(file, "key")).toEqual({ state: "fresh", flat: one });
      }),
      { numRuns: 50 },
    );
  });

  it("keep a whole index", async () => {
    const index = flatten(buildIndex(fixture()));
    const file = place();
    await writeCache(file, "key", index);
    expect(await readCache(file, "key")).toEqual({ state: "fresh", flat: index });
  });
});

describe("readCache", () => {
  it("says when there is none", async () => {
    expect(await readCache(place(), "key")).toEqual({ state: "absent" });
  });

  it("says when it is of another base", async () => {
    const { file } = await written();
    expect(await readCache(file, "other")).toEqual({ state: "stale" });
  });

  it("says when it is of another format", async () => {
    const { file, good } = await written();
    writeFileSync(file, good.toString("latin1").replace(/"format":"[^"]*"/, '"format":"something 99"'), "latin1");
    expect(await readCache(file, "key")).toEqual({ state: "stale" });
  });

  it("sees every changed byte: it never gives back anything but what was written", async () => {
    const { file, good } = await written();
    for (let at = 0; at < good.length; at++) {
      for (const bit of [0x01, 0x04, 0x40]) {
        const bad = Buffer.from(good);
        bad.writeUInt8(bad.readUInt8(at) ^ bit, at);
        writeFileSync(file, bad);
        const read = await readCache(file, "key");
        if (read.state === "fresh") expect(read.flat).toEqual(flat);
      }
    }
  });

  it("says that the content is corrupt when a byte of it has changed", async () => {
    const { file, good } = await written();
    for (let at = good.indexOf(10) + 8; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x40, at);
      writeFileSync(file, bad);
      expect(await readCache(file, "key")).toEqual({ state: "corrupt" });
    }
  });

  it("does not believe a header that tells of other blocks", async () => {
    const { file, good } = await written();
    for (const [from, to] of [
      ['"bytes":12', '"bytes":04'],
      ['"bytes":12', '"bytes": 8'],
      ['"name":"a"', '"name":"z"'],
      ['"kind":"Uint32Array"', '"kind":"Int32Array" '],
    ] as const) {
      const text = good.toString("latin1");
      expect(text).toContain(from);
      writeFileSync(file, text.replace(from, to), "latin1");
      expect(await readCache(file, "key")).toEqual({ state: "corrupt" });
    }
  });

  it("sees a file cut short, wherever the cut is", async () => {
    const { file, good } = await written();
    for (let length = 0; length < good.length; length += 5) {
      writeFileSync(file, good.subarray(0, length));
      expect((await readCache(file, "key")).state).toBe("corrupt");
    }
  });

  it("sees a file with something behind its end", async () => {
    const { file, good } = await written();
    writeFileSync(file, Buffer.concat([good, Buffer.from("more")]));
    expect((await readCache(file, "key")).state).toBe("corrupt");
  });

  it.each(["", "hello\nthere", "{}\n", "null\n", "[]\n", '{"format":1}\n'])("takes %j for no cache", async (text) => {
    const file = place();
    mkdirSync(dirname(file));
    writeFileSync(file, text);
    expect((await readCache(file, "key")).state).toMatch(/^(corrupt|stale)$/);
  });
});

describe("writeCache", () => {
  it("leaves nothing half-written beside it", async () => {
    const { file } = await written();
    expect(readdirSync(dirname(file))).toEqual(["base.cache"]);
  });

  it("replaces what was there", async () => {
    const { file } = await written();
    const other: Flat = { texts: { names: "ba" }, arrays: {} };
    await writeCache(file, "next", other);
    expect(await readCache(file, "key")).toEqual({ state: "stale" });
    expect(await readCache(file, "next")).toEqual({ state: "fresh", flat: other });
  });

  it("replaces in one step: whoever reads meanwhile sees the old one or the new one, whole", async () => {
    const { file } = await written();
    const large: Flat = { texts: {}, arrays: { many: new Float64Array(200_000).fill(1) } };
    let busy = true;
    const writing = writeCache(file, "next", large).finally(() => {
      busy = false;
    });
    const seen = new Set<string>();
    while (busy) seen.add((await readCache(file, "key")).state);
    await writing;
    for (const state of seen) expect(["fresh", "stale"]).toContain(state);
    expect((await readCache(file, "next")).state).toBe("fresh");
  });

  it("fails where it cannot write, and leaves the old one alone", async () => {
    const { file, good } = await written();
    await expect(writeCache(join(file, "below", "a", "file"), "key", flat)).rejects.toThrow();
    expect(readFileSync(file)).toEqual(good);
  });
});
