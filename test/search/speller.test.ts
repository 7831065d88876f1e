import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isOneEdit, Speller } from "../../src/search/speller.ts";

const word = fc.stringMatching(/^[a-d]{1,6}$/);

/** Every word one edit away, the slow and obvious way. */
function neighbours(text: string): Set<string> {
  const letters = "abcd";
  const found = new Set<string>();
  for (let i = 0; i <= text.length; i++) {
    const [head, tail] = [text.slice(0, i), text.slice(i)];
    for (const letter of letters) {
      found.add(head + letter + tail);
      if (tail !== "") found.add(head + letter + tail.slice(1));
    }
    if (tail !== "") found.add(head + tail.slice(1));
    if (tail.length > 1) found.add(head + tail.charAt(1) + tail.charAt(0) + tail.slice(2));
  }
  found.delete(text);
  return found;
}

describe("isOneEdit", () => {
  it("agrees with trying every edit", () => {
    fc.assert(
      fc.property(word, word, (a, b) => isOneEdit(a, b) === neighbours(a).has(b)),
      { numRuns: 2_000 },
    );
  });

  it("is the same both ways", () => {
    fc.assert(fc.property(word, word, (a, b) => isOneEdit(a, b) === isOneEdit(b, a)));
  });

  it("takes every word that trying all edits makes", () => {
    fc.assert(
      fc.property(word, (text) => {
        for (const other of neighbours(text)) expect(isOneEdit(text, other)).toBe(true);
      }),
    );
  });

  it("does not take a word for an edit of itself", () => {
    fc.assert(fc.property(word, (text) => !isOneEdit(text, text)));
  });

  it.each([
    ["khai", "khia", true],
    ["khai", "hkia", false],
    ["khai", "kahi", true],
    ["ab", "ba", true],
    ["abc", "cba", false],
    ["", "a", true],
    ["", "ab", false],
    ["a", "bcd", false],
  ])("%s and %s: %s", (a, b, edit) => {
    expect(isOneEdit(a, b)).toBe(edit);
  });
});

describe("Speller", () => {
  const speller = new Speller(
    new Map([
      ["khai", 90],
      ["sinh", 80],
      ["xin", 40],
      ["khau", 10],
      ["giay", 50],
      ["dang", 70],
      ["ky", 60],
      ["rac", 1],
    ]),
  );

  it("trusts what was read often, and numbers", () => {
    expect(speller.knows("khai")).toBe(true);
    expect(speller.knows("2026")).toBe(true);
    expect(speller.knows("rac")).toBe(false);
    expect(speller.knows("khaj")).toBe(false);
  });

  it.each([
    ["khi", "khai"],
    ["khaii", "khai"],
    ["khia", "khai"],
    ["snih", "sinh"],
    ["gisy", "giay"],
  ])("finds %s near %s", (typed, meant) => {
    expect(speller.near(typed, 5)).toContain(meant);
  });

  it("finds exactly the known syllables one edit away", () => {
    const known = ["ab", "abc", "abcd", "ba", "bc", "cab", "dd", "dada", "cc", "bcd"];
    const small = new Speller(new Map(known.map((one, i) => [one, 10 + i])));
    fc.assert(
      fc.property(word, (typed) => {
        const near = neighbours(typed);
        expect(small.near(typed, 50).sort()).toEqual(known.filter((one) => near.has(one)).sort());
      }),
      { numRuns: 500 },
    );
  });

  it("never offers the word itself, or one that it does not trust", () => {
    expect(speller.near("khai", 9)).not.toContain("khai");
    expect(speller.near("raca", 9)).toEqual([]);
    expect(speller.alike("giay", 9)).not.toContain("giay");
    expect(speller.alike("rac", 9)).toEqual([]);
  });

  it("has nothing to offer for a word that is far from all", () => {
    expect(speller.near("qwxzqw", 9)).toEqual([]);
    expect(speller.near("", 9)).toEqual([]);
    expect(speller.alike("qwxzqw", 9)).toEqual([]);
  });

  it("counts what it has read", () => {
    expect(speller.count("khai")).toBe(90);
    expect(speller.count("khaj")).toBe(0);
  });

  it("puts the more frequent first and keeps to the limit", () => {
    expect(speller.near("khai", 5)).toEqual(["khau"]);
    expect(speller.near("khaiu", 1)).toEqual(["khai"]);
  });

  it("joins what sounds the same in the south", () => {
    expect(speller.alike("day", 5)).toContain("giay");
    expect(speller.alike("xinh", 5)).toEqual(expect.arrayContaining(["sinh", "xin"]));
  });

  it("parts syllables that were run together, and only those", () => {
    expect(speller.segment("khaisinh")).toEqual(["khai", "sinh"]);
    expect(speller.segment("dangkykhaisinh")).toEqual(["dang", "ky", "khai", "sinh"]);
    expect(speller.segment("khaizzzz")).toBeUndefined();
    expect(speller.segment("khai")).toBeUndefined();
  });

  it("parts any run of its syllables into syllables of its own, and loses no letter", () => {
    const parts = fc.array(fc.constantFrom("khai", "sinh", "giay", "dang", "ky"), { minLength: 2, maxLength: 8 });
    fc.assert(
      fc.property(parts, (syllables) => {
        const run = syllables.join("");
        fc.pre(run.length <= 40);
        const found = speller.segment(run);
        expect(found?.join("")).toBe(run);
        for (const one of found ?? []) expect(speller.knows(one)).toBe(true);
      }),
    );
  });

  it("does not part what is no run of letters, or endless", () => {
    for (const text of ["khai1sinh", "khaï sinh", "", "khaisinh".repeat(50)]) {
      expect(speller.segment(text)).toBeUndefined();
    }
  });

  it("knows nothing when it has read nothing", () => {
    const empty = new Speller(new Map());
    expect(empty.near("khai", 5)).toEqual([]);
    expect(empty.alike("khai", 5)).toEqual([]);
    expect(empty.segment("khaisinh")).toBeUndefined();
    expect(empty.knows("khai")).toBe(false);
  });
});
