import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { accumulate, PostingsBuilder } from "../../src/search/postings.ts";

const K1 = 1.2;
const B = 0.6;

/** BM25's saturation of one term in one document, by the book. */
function naive(documents: readonly (readonly number[])[], doc: number, term: number): number {
  const average = documents.reduce((sum, terms) => sum + terms.length, 0) / documents.length || 1;
  const terms = documents[doc] ?? [];
  const count = terms.filter((one) => one === term).length;
  return count === 0 ? 0 : (count * (K1 + 1)) / (count + K1 * (1 - B + (B * terms.length) / average));
}

const documents = fc.array(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 12 }), { minLength: 1, maxLength: 8 });

describe("PostingsBuilder", () => {
  it("gives every term the impact that BM25 gives it", () => {
    fc.assert(
      fc.property(documents, fc.integer({ min: 0, max: 9 }), (texts, term) => {
        const builder = new PostingsBuilder();
        for (const terms of texts) builder.add(terms);
        const scores = new Float32Array(texts.length);
        accumulate(builder.build(10), term, 2, scores);
        for (const [doc, score] of scores.entries()) expect(score).toBeCloseTo(2 * naive(texts, doc, term), 4);
      }),
    );
  });

  it("lays a term's documents out in their order, each once", () => {
    fc.assert(
      fc.property(documents, (texts) => {
        const builder = new PostingsBuilder();
        for (const terms of texts) builder.add(terms);
        const { starts, docs } = builder.build(10);
        for (let term = 0; term < 10; term++) {
          const holders = [...texts.keys()].filter((doc) => texts[doc]?.includes(term));
          expect([...docs.subarray(starts[term], starts[term + 1])]).toEqual(holders);
        }
        expect([...builder.frequencies(10)]).toEqual(
          Array.from({ length: 10 }, (_, term) => texts.filter((terms) => terms.includes(term)).length),
        );
      }),
    );
  });

  it("does not care in which order a document's terms come", () => {
    const [one, other] = [new PostingsBuilder(), new PostingsBuilder()];
    one.add([3, 1, 2, 1]);
    other.add([1, 1, 2, 3]);
    expect(one.build(4)).toEqual(other.build(4));
  });

  it("values a repeated word more, but less each time; and a word of a long text less", () => {
    const impact = (terms: number[], other: number[]) => {
      const builder = new PostingsBuilder();
      builder.add(terms);
      builder.add(other);
      return builder.build(3).impacts[0] ?? Number.NaN;
    };
    const [once, twice, often] = [
      impact([0, 1, 1, 1], [1, 1, 1, 1]),
      impact([0, 0, 1, 1], [1, 1, 1, 1]),
      impact([0, 0, 0, 1], [1, 1, 1, 1]),
    ] as const;
    expect(twice).toBeGreaterThan(once);
    expect(often - twice).toBeLessThan(twice - once);
    expect(impact([0, 1, 1, 1, 1, 1, 1, 1], [1, 1])).toBeLessThan(impact([0, 1], [1, 1, 1, 1, 1, 1, 1, 1]));
  });

  it("counts an empty document as one", () => {
    const builder = new PostingsBuilder();
    builder.add([]);
    builder.add([0]);
    expect(builder.documents).toBe(2);
    expect([...builder.build(1).docs]).toEqual([1]);
  });

  it("counts in how many documents each term stands", () => {
    const builder = new PostingsBuilder();
    builder.add([1, 1, 2]);
    builder.add([2]);
    expect([...builder.frequencies(4)]).toEqual([0, 1, 2, 0]);
    expect(builder.documents).toBe(2);
  });

  it("lays nothing out for no documents", () => {
    const { starts, docs } = new PostingsBuilder().build(3);
    expect([...starts]).toEqual([0, 0, 0, 0]);
    expect(docs).toHaveLength(0);
  });

  it("adds nothing for a term beyond the index", () => {
    const builder = new PostingsBuilder();
    builder.add([0]);
    const scores = new Float32Array(1);
    accumulate(builder.build(1), 5, 1, scores);
    expect([...scores]).toEqual([0]);
  });
});
