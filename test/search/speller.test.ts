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
});
