import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { termsOf } from "../../src/search/terms.ts";
import { fixture } from "./fixture.ts";
import { idf, question, term, words } from "./questions.ts";

const index = buildIndex(fixture());
const found = (...runs: Parameters<typeof question>[0]) => termsOf(question(runs), index);
const massOf = (text: string, ...runs: Parameters<typeof question>[0]) =>
  found(...runs).terms.find(({ id }) => id === term(index, text))?.mass;

describe("termsOf", () => {
  it("has every syllable and every pair of neighbours that the base knows", () => {
    const { terms } = found(words("khai sinh luu dong"));
    const known = ["khai", "sinh", "luu", "dong", "khai sinh", "sinh luu", "luu dong"].map((one) => term(index, one));
    expect(terms.map(({ id }) => id).sort((a, b) => a - b)).toEqual(known.sort((a, b) => a - b));
    expect(terms.filter(({ pair }) => pair)).toHaveLength(3);
  });

  it("weighs a syllable by its rarity and its word's weight", () => {
    expect(massOf("khai", words("khai"))).toBeCloseTo(idf(index, "khai"));
    expect(massOf("khai", words("khai", 0.5))).toBeCloseTo(0.5 * idf(index, "khai"));
    expect(massOf("luu", words("luu"))).toBeGreaterThan(massOf("khai", words("khai")) ?? Number.NaN);
  });

  it("weighs a pair between its two words", () => {
    const pair = (first: number, second: number) =>
      massOf("khai sinh", [...words("khai", first), ...words("sinh", second)]) ?? Number.NaN;
    expect(pair(1, 1)).toBeGreaterThan(0);
    expect(pair(1, 0.25)).toBeCloseTo(pair(1, 1) / 2);
    expect(pair(0.25, 1)).toBeCloseTo(pair(1, 0.25));
  });

  it("has a term once, with the most that it weighs anywhere", () => {
    const twice = found(words("khai", 0.2), words("khai", 0.6), words("khai", 0.4));
    expect(twice.terms).toHaveLength(1);
    expect(twice.terms[0]?.mass).toBeCloseTo(0.6 * idf(index, "khai"));
  });

  it("sees no pair across runs or across an unknown word", () => {
    const pairs = (...runs: Parameters<typeof question>[0]) => found(...runs).terms.filter(({ pair }) => pair);
    expect(pairs(words("khai"), words("sinh"))).toEqual([]);
    expect(pairs(words("khai qqqq sinh"))).toEqual([]);
  });

  it("lets a word weigh on the question that the base lacks, though no procedure has it", () => {
    const without = found(words("khai sinh"));
    const withUnknown = found(words("khai sinh qqqq"));
    expect(withUnknown.terms).toEqual(without.terms);
    expect(withUnknown.mass).toBeGreaterThan(without.mass);
    expect(found(words("qqqq")).terms).toEqual([]);
  });

  it("does not count an unknown word against the question that only the glossary put there", () => {
    const plain = found(words("khai sinh"));
    expect(found(words("khai sinh"), words("qqqq", 0.6)).mass).toBe(plain.mass);
  });

  it("adds up to the mass of the question when all words are known", () => {
    const { terms, mass } = found(words("dang ky ket hon"));
    expect(terms.reduce((sum, one) => sum + one.mass, 0)).toBeCloseTo(mass);
  });

  it("drops what weighs next to nothing", () => {
    const { terms } = found([...words("luu dong"), ...words("khai", 0.0001)]);
    expect(terms.map(({ id }) => id)).not.toContain(term(index, "khai"));
    expect(terms.map(({ id }) => id)).toContain(term(index, "luu"));
  });

  it("has nothing for a question without words", () => {
    expect(found([])).toEqual({ terms: [], mass: 0 });
    expect(termsOf(question([]), index)).toEqual({ terms: [], mass: 0 });
  });
});
