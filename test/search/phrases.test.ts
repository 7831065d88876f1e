import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, type Index } from "../../src/search/build.ts";
import { bestPhrases } from "../../src/search/phrases.ts";
import { type Term, termsOf } from "../../src/search/terms.ts";
import { fold } from "../../src/text/fold.ts";
import { fixture, procedure } from "./fixture.ts";
import { position, question, words } from "./questions.ts";
import { anySnapshot, everydayOf, snapshotOf } from "./snapshots.ts";

type Pair = readonly [Float32Array, Float32Array];

function match(index: Index, text: string): { best: Pair; scratch: Pair } {
  const scratch: Pair = [new Float32Array(index.phraseOwner.length), new Float32Array(index.phraseOwner.length)];
  const best: Pair = [new Float32Array(index.codes.length), new Float32Array(index.codes.length)];
  const { terms, mass } = termsOf(question([words(text)]), index);
  bestPhrases(terms, mass, index, scratch, best);
  return { best, scratch };
}

/** The terms of a phrase, read back out of the postings. */
function termsIn(index: Index, phrase: number): Set<number> {
  const { starts, docs } = index.phrases;
  return new Set(
    Array.from({ length: index.vocabulary.size }, (_, id) => id).filter((id) =>
      docs.subarray(starts[id], starts[id + 1]).includes(phrase),
    ),
  );
}

/** Covered share of the question times covered share of the phrase, by going through all phrases. */
function slowly(index: Index, terms: readonly Term[], mass: number, doc: number, kind: number): number {
  let best = 0;
  for (const [phrase, owner] of index.phraseOwner.entries()) {
    if (owner !== doc || index.phraseKind[phrase] !== kind) continue;
    const held = termsIn(index, phrase);
    const common = terms.filter(({ id }) => held.has(id));
    const ofQuestion = common.reduce((sum, one) => sum + one.mass, 0) / mass;
    const ofPhrase =
      common.reduce((sum, { id }) => sum + (index.idf[id] ?? 0), 0) /
      [...held].reduce((sum, id) => sum + (index.idf[id] ?? 0), 0);
    if (common.length > 0) best = Math.max(best, Math.sqrt(ofQuestion * ofPhrase));
  }
  return best;
}

describe("bestPhrases", () => {
  const index = buildIndex(fixture());

  it("gives a name that was asked word by word almost one, an official name apart from an everyday one", () => {
    const { best } = match(index, "dang ky khai sinh luu dong");
    expect(best[0][position(index, "1.000003")]).toBeGreaterThan(0.9);
    expect(best[1][position(index, "1.000003")]).toBe(0);
    const everyday = match(index, "cat khau cho nguoi di xa").best;
    expect(everyday[1][position(index, "1.000013")]).toBeGreaterThan(0.9);
    expect(everyday[0][position(index, "1.000013")]).toBe(0);
  });

  it("gives nothing where no phrase shares a word", () => {
    const { best } = match(index, "tau ca");
    expect(best[0][position(index, "1.000005")]).toBe(0);
  });

  it("likes the short name better than a long one that holds it", () => {
    const { best } = match(index, "dang ky ket hon");
    const plain = best[0][position(index, "1.000005")] ?? 0;
    const foreign = best[0][position(index, "1.000006")] ?? 0;
    expect(plain).toBeGreaterThan(foreign);
    expect(foreign).toBeGreaterThan(0);
  });

  it("takes the best of several phrases, not their sum", () => {
    const one = { code: "1.000001", phrases: ["cắt khẩu"] };
    const many = { code: "1.000002", phrases: ["cắt khẩu", "cắt khẩu đi xa", "khẩu cắt"] };
    const both = buildIndex(
      snapshotOf([procedure("1.000001", "Thủ tục một"), procedure("1.000002", "Thủ tục hai")], {
        everyday: everydayOf([one, many]),
      }),
    );
    const { best } = match(both, "cat khau");
    expect(best[1][1]).toBeCloseTo(best[1][0] ?? Number.NaN);
  });

  it("leaves its scratch as it found it, for the next question", () => {
    const { scratch } = match(index, "dang ky khai sinh cho con mat so do");
    expect(scratch.every((array) => array.every((value) => value === 0))).toBe(true);
  });

  it("agrees with going through all phrases", () => {
    fc.assert(
      fc.property(anySnapshot, fc.nat(), (snapshot, pick) => {
        const made = buildIndex(snapshot);
        const known = [...made.vocabulary.syllables()].map(([syllable]) => syllable);
        const text = [0, 3, 4, 9].map((step) => known[(pick + step) % known.length]).join(" ");
        const { terms, mass } = termsOf(question([words(text)]), made);
        const { best } = match(made, text);
        for (const kind of [0, 1] as const) {
          for (const doc of made.codes.keys()) {
            expect(best[kind][doc]).toBeCloseTo(slowly(made, terms, mass, doc, kind), 4);
          }
        }
      }),
      { numRuns: 60 },
    );
  });

  it("stays between nothing and one", () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot) => {
        const made = buildIndex(snapshot);
        const [first] = [...snapshot.procedures.values()];
        const { best } = match(made, fold(first?.name ?? ""));
        for (const array of best) for (const value of array) expect(value >= 0 && value <= 1.0001).toBe(true);
      }),
      { numRuns: 60 },
    );
  });
});
