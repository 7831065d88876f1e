import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Vocabulary } from "../../src/search/vocabulary.ts";

const runs = fc.array(fc.array(fc.stringMatching(/^[a-c]{1,2}$/), { maxLength: 6 }), { maxLength: 6 });

function filled(texts: readonly (readonly string[])[]): { vocabulary: Vocabulary; terms: number[] } {
  const vocabulary = new Vocabulary();
  const terms: number[] = [];
  for (const run of texts) vocabulary.addRun(run, terms);
  return { vocabulary, terms };
}

describe("Vocabulary", () => {
  it("numbers syllables and pairs together, in the order they come", () => {
    const { vocabulary, terms } = filled([["khai", "sinh"]]);
    expect(terms).toEqual([0, 1, 2]);
    expect(vocabulary.syllable("khai")).toBe(0);
    expect(vocabulary.syllable("sinh")).toBe(1);
    expect(vocabulary.pair(0, 1)).toBe(2);
    expect(vocabulary.size).toBe(3);
  });

  it("gives a known syllable and a known pair their old numbers", () => {
    const { vocabulary, terms } = filled([
      ["khai", "sinh"],
      ["khai", "sinh"],
    ]);
    expect(terms).toEqual([0, 1, 2, 0, 1, 2]);
    expect(vocabulary.addSyllable("khai")).toBe(0);
    expect(vocabulary.addPair(0, 1)).toBe(2);
    expect(vocabulary.size).toBe(3);
  });

  it("has pairs inside a run only, and each in its own direction", () => {
    const { vocabulary } = filled([["khai", "sinh"], ["con"]]);
    const [khai, sinh, con] = ["khai", "sinh", "con"].map((one) => vocabulary.syllable(one)) as [
      number,
      number,
      number,
    ];
    expect(vocabulary.pair(sinh, con)).toBe(-1);
    expect(vocabulary.pair(sinh, khai)).toBe(-1);
  });

  it("knows nothing of what it has not read", () => {
    const { vocabulary } = filled([["khai"]]);
    expect(vocabulary.syllable("sinh")).toBe(-1);
    expect(vocabulary.pair(0, 0)).toBe(-1);
    expect(new Vocabulary().size).toBe(0);
  });

  it("never gives one number to two terms", () => {
    fc.assert(
      fc.property(runs, (texts) => {
        const { vocabulary, terms } = filled(texts);
        const singles = new Set(texts.flat());
        const pairs = new Set(texts.flatMap((run) => run.slice(1).map((next, i) => `${run[i]} ${next}`)));
        expect(new Set(terms).size).toBe(singles.size + pairs.size);
        expect(vocabulary.size).toBe(singles.size + pairs.size);
        for (const one of terms) expect(one).toBeLessThan(vocabulary.size);
      }),
    );
  });

  it("lists every syllable with its number", () => {
    const { vocabulary } = filled([["khai", "sinh"], ["con"]]);
    expect([...vocabulary.syllables()]).toEqual([
      ["khai", 0],
      ["sinh", 1],
      ["con", 3],
    ]);
  });

  it("comes back from its flat form as it was, and goes on numbering behind it", () => {
    fc.assert(
      fc.property(runs, runs, (before, after) => {
        const { vocabulary } = filled(before);
        const restored = Vocabulary.restore(vocabulary.dump());
        expect(restored.size).toBe(vocabulary.size);
        expect(restored.dump()).toEqual(vocabulary.dump());
        const [here, there]: [number[], number[]] = [[], []];
        for (const run of after) {
          vocabulary.addRun(run, here);
          restored.addRun(run, there);
        }
        expect(there).toEqual(here);
      }),
    );
  });
});
