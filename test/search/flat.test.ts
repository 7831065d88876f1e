import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/core/knowledge.ts";
import { buildIndex } from "../../src/search/build.ts";
import { type Flat, flatten, unflatten } from "../../src/search/flat.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { fixture, TODAY } from "./fixture.ts";
import { anySnapshot, snapshotOf } from "./snapshots.ts";

/** A search over a snapshot, and one over the same index after it was flat. */
function bothWays(snapshot: Snapshot): readonly [LexicalSearch, LexicalSearch] {
  const index = buildIndex(snapshot);
  return [new LexicalSearch(snapshot, index), new LexicalSearch(snapshot, unflatten(flatten(index)))];
}

describe("flatten and unflatten", () => {
  it("give back an index that ranks, scores and explains in the same way", () => {
    const [before, after] = bothWays(fixture());
    for (const text of [
      "làm giấy khai sanh",
      "cat khau",
      "đk kh",
      "dangky khaisinh",
      "nộp qua bưu điện",
      "tờ bằng khoán bị mất",
      "không có gì",
      "",
    ]) {
      expect(after.find(text, { today: TODAY, limit: 50 })).toEqual(before.find(text, { today: TODAY, limit: 50 }));
    }
  });

  it("do so for any base", () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const [before, after] = bothWays(snapshot);
        for (const { name } of snapshot.procedures.values()) {
          expect(after.find(name, { today: TODAY })).toEqual(before.find(name, { today: TODAY }));
        }
      }),
      { numRuns: 50 },
    );
  });

  it("lose nothing: flat again it is the same", () => {
    const flat = flatten(buildIndex(fixture()));
    expect(flatten(unflatten(flat))).toEqual(flat);
  });

  it("take an index over nothing", () => {
    const flat = flatten(buildIndex(snapshotOf([])));
    const index = unflatten(flat);
    expect(index.codes).toEqual([]);
    expect(new LexicalSearch(snapshotOf([]), index).find("khai sinh", { today: TODAY }).hits).toEqual([]);
  });

  it("hold only texts and typed arrays, as a file needs it", () => {
    const { texts, arrays } = flatten(buildIndex(fixture()));
    for (const text of Object.values(texts)) expect(typeof text).toBe("string");
    for (const array of Object.values(arrays)) expect(ArrayBuffer.isView(array)).toBe(true);
  });
});

describe("unflatten", () => {
  const flat = flatten(buildIndex(fixture()));
  const without = <T>(blocks: Readonly<Record<string, T>>, name: string): Record<string, T> =>
    Object.fromEntries(Object.entries(blocks).filter(([one]) => one !== name));

  it.each(Object.keys(flat.arrays))("refuses when the numbers of %s are missing or of another kind", (name) => {
    const missing: Flat = { ...flat, arrays: without(flat.arrays, name) };
    expect(() => unflatten(missing)).toThrow(TypeError);
    const other = flat.arrays[name] instanceof Uint8Array ? Float32Array.of(1) : Uint8Array.of(1);
    expect(() => unflatten({ ...flat, arrays: { ...flat.arrays, [name]: other } })).toThrow(name);
  });

  it.each(Object.keys(flat.texts))("refuses when the text of %s is missing", (name) => {
    expect(() => unflatten({ ...flat, texts: without(flat.texts, name) })).toThrow(name);
  });

  it("does not mind blocks of others", () => {
    const more: Flat = { texts: { ...flat.texts, note: "x" }, arrays: { ...flat.arrays, snapshot: Uint8Array.of(1) } };
    expect(unflatten(more).codes).toEqual(unflatten(flat).codes);
  });
});
