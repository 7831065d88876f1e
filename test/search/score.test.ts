import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex, type Field, type Index } from "../../src/search/build.ts";
import { Scorer, type Scores } from "../../src/search/score.ts";
import { termsOf } from "../../src/search/terms.ts";
import type { Question } from "../../src/search/understand.ts";
import { fixture, procedure } from "./fixture.ts";
import { idf, position, question, words } from "./questions.ts";
import { anySnapshot, everydayOf, snapshotOf } from "./snapshots.ts";

const HEADS = ["title", "everyday", "questions", "domain"] as const;

/** The arrays of a scorer are its own: a copy outlives the next question. */
function copied({ mass, fields, best, head, pairs, titleHeld, written }: Scores) {
  return structuredClone({ mass, fields, best, head, pairs, titleHeld, written });
}

function holds(index: Index, field: Field, term: number, doc: number): boolean {
  const { starts, docs } = index.fields[field];
  return docs.subarray(starts[term], starts[term + 1]).includes(doc);
}

/** Some words of a base, chosen by a number. */
function someWords(index: Index, pick: number): Question {
  const known = [...index.vocabulary.syllables()].map(([syllable]) => syllable);
  return question([words([0, 1, 5, 11].map((step) => known[(pick + step) % known.length]).join(" "))]);
}

describe("Scorer", () => {
  const index = buildIndex(fixture());
  const scorer = new Scorer(index);
  const score = (text: string, more: Partial<Question> = {}) => copied(scorer.score(question([words(text)], more)));
  const at = (code: string) => position(index, code);

  it("gives every field its own score", () => {
    const { fields } = score("chung sinh");
    expect(fields.body[at("1.000001")]).toBeGreaterThan(0);
    expect(fields.title[at("1.000003")]).toBeGreaterThan(0);
    expect(fields.body[at("1.000003")]).toBe(0);
    expect(score("thuy san").fields.domain[at("1.000009")]).toBeGreaterThan(0);
    expect(score("ghe luoi").fields.everyday[at("1.000009")]).toBeGreaterThan(0);
    expect(score("buu chinh").fields.everyday[at("faq/buu-dien")]).toBeGreaterThan(0);
  });

  it("tells a word that stands in the heads from one that only a long text has", () => {
    const { head } = score("chung");
    expect(head[at("1.000010")]).toBeCloseTo(idf(index, "chung"), 4);
    expect(head[at("1.000001")]).toBe(0);
  });

  it("counts a head word once, in however many fields it stands", () => {
    const twice = buildIndex(
      snapshotOf([procedure("1.000001", "Cắt khẩu", { domain: "Cắt khẩu" }), procedure("1.000002", "Việc khác")], {
        everyday: everydayOf([{ code: "1.000001", phrases: ["cắt khẩu", "cắt"] }]),
      }),
    );
    const { head, pairs } = new Scorer(twice).score(question([words("cat khau")]));
    const { terms } = termsOf(question([words("cat khau")]), twice);
    const pair = terms.find((one) => one.pair)?.mass ?? Number.NaN;
    expect(head[0]).toBeCloseTo(
      terms.reduce((sum, { mass }) => sum + mass, 0),
      4,
    );
    expect(pairs[0]).toBeCloseTo(pair, 4);
  });

  it("knows how much of a title was asked for", () => {
    const whole = score("dang ky ket hon").titleHeld[at("1.000005")] ?? Number.NaN;
    expect(whole).toBeCloseTo(index.titleMass[at("1.000005")] ?? Number.NaN, 4);
    const half = score("ket hon").titleHeld[at("1.000005")] ?? Number.NaN;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(whole);
  });

  it("counts the syllables that are written with the same marks", () => {
    const { written } = score("so do", { marked: ["sổ", "đỏ"] });
    expect(written[at("1.000010")]).toBe(2);
    expect(written[at("1.000001")]).toBe(0);
    expect(score("so do", { marked: ["số", "đo"] }).written[at("1.000010")]).toBe(0);
  });

  it("counts a syllable once that is typed twice", () => {
    expect(score("so so", { marked: ["sổ", "sổ"] }).written[at("1.000010")]).toBe(1);
  });

  it("gives zeros and no mass for a question without words", () => {
    const { mass, fields, head, best } = copied(scorer.score(question([[]])));
    expect(mass).toBe(0);
    for (const array of [...Object.values(fields), head, ...best]) expect(array.every((one) => one === 0)).toBe(true);
  });

  it("remembers nothing of the question before", () => {
    const fresh = copied(new Scorer(index).score(question([words("ket hon")])));
    score("cat khau dat dai xay dung", { marked: ["cắt", "khẩu"] });
    expect(score("ket hon")).toEqual(fresh);
  });

  it("leaves the index as it is", () => {
    const before = structuredClone(index.fields);
    score("dang ky khai sinh cho con");
    expect(index.fields).toEqual(before);
  });

  it("adds up field scores and head masses as going through every term does", () => {
    fc.assert(
      fc.property(anySnapshot, fc.nat(), (snapshot, pick) => {
        const made = buildIndex(snapshot);
        const asked = someWords(made, pick);
        const { terms } = termsOf(asked, made);
        const scores = new Scorer(made).score(asked);
        for (const doc of made.codes.keys()) {
          const inHead = terms.filter(({ id }) => HEADS.some((field) => holds(made, field, id, doc)));
          const inTitle = terms.filter(({ id }) => holds(made, "title", id, doc));
          expect(scores.head[doc]).toBeCloseTo(
            inHead.reduce((sum, { mass }) => sum + mass, 0),
            3,
          );
          expect(scores.pairs[doc]).toBeCloseTo(
            inHead.reduce((sum, { mass, pair }) => sum + (pair ? mass : 0), 0),
            3,
          );
          expect(scores.titleHeld[doc]).toBeCloseTo(
            inTitle.reduce((sum, { id }) => sum + (made.idf[id] ?? 0), 0),
            3,
          );
        }
      }),
      { numRuns: 60 },
    );
  });

  it("gives a field nothing where none of its words were asked, and something where one was", () => {
    fc.assert(
      fc.property(anySnapshot, fc.nat(), (snapshot, pick) => {
        const made = buildIndex(snapshot);
        const asked = someWords(made, pick);
        const { terms } = termsOf(asked, made);
        const { fields } = new Scorer(made).score(asked);
        for (const field of HEADS) {
          for (const doc of made.codes.keys()) {
            const any = terms.some(({ id }) => holds(made, field, id, doc));
            expect((fields[field][doc] ?? 0) > 0).toBe(any);
          }
        }
      }),
      { numRuns: 60 },
    );
  });
});
