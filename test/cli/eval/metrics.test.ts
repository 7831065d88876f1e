import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { percentile, ratio, retrieval, showRatio } from "../../../src/cli/eval/metrics.ts";

describe("retrieval", () => {
  it("is perfect when every right procedure is first", () => {
    expect(retrieval([0, 0, 0])).toEqual({ n: 3, recall1: 1, recall5: 1, mrr10: 1, ndcg10: 1 });
  });

  it("is nothing when none is found, and for no questions", () => {
    expect(retrieval([-1, -1])).toEqual({ n: 2, recall1: 0, recall5: 0, mrr10: 0, ndcg10: 0 });
    expect(retrieval([])).toEqual({ n: 0, recall1: 0, recall5: 0, mrr10: 0, ndcg10: 0 });
  });

  it("is worked out by hand", () => {
    const { recall1, recall5, mrr10, ndcg10 } = retrieval([0, 1, 4, 9, 10, -1]);
    expect(recall1).toBeCloseTo(1 / 6);
    expect(recall5).toBeCloseTo(3 / 6);
    expect(mrr10).toBeCloseTo((1 + 1 / 2 + 1 / 5 + 1 / 10) / 6);
    expect(ndcg10).toBeCloseTo((1 + 1 / Math.log2(3) + 1 / Math.log2(6) + 1 / Math.log2(11)) / 6);
  });

  const ranks = fc.array(fc.integer({ min: -1, max: 30 }), { minLength: 1, maxLength: 40 });

  it("stays between nothing and one, each figure at least as kind as the stricter one", () => {
    fc.assert(
      fc.property(ranks, (all) => {
        const { n, recall1, recall5, mrr10, ndcg10 } = retrieval(all);
        expect(n).toBe(all.length);
        for (const figure of [recall1, recall5, mrr10, ndcg10]) expect(figure >= 0 && figure <= 1).toBe(true);
        expect(recall5).toBeGreaterThanOrEqual(recall1);
        expect(mrr10).toBeGreaterThanOrEqual(recall1 - 1e-9);
        expect(ndcg10).toBeGreaterThanOrEqual(mrr10 - 1e-9);
      }),
    );
  });

  it("does not get worse when a right procedure moves up", () => {
    fc.assert(
      fc.property(ranks, (all) => {
        const better = all.map((rank) => Math.max(Math.min(rank, 0), rank - 1));
        const [before, after] = [retrieval(all), retrieval(better)];
        for (const figure of ["recall1", "recall5", "mrr10", "ndcg10"] as const) {
          expect(after[figure]).toBeGreaterThanOrEqual(before[figure] - 1e-9);
        }
      }),
    );
  });
});

describe("percentile", () => {
  it("is the value that so many lie below", () => {
    const hundred = Array.from({ length: 100 }, (_, i) => 100 - i);
    expect(percentile(hundred, 0.5)).toBe(51);
    expect(percentile(hundred, 0.95)).toBe(96);
    expect(percentile(hundred, 0)).toBe(1);
    expect(percentile(hundred, 1)).toBe(100);
  });

  it("orders by size, not by letters, and leaves the list alone", () => {
    const numbers = [10, 9, 100, 1];
    expect(percentile(numbers, 0.99)).toBe(100);
    expect(numbers).toEqual([10, 9, 100, 1]);
  });

  it("is the only number there is, and 0 for none", () => {
    expect(percentile([7], 0.5)).toBe(7);
    expect(percentile([], 0.5)).toBe(0);
  });
});

describe("ratio", () => {
  it("counts what is true of how many", () => {
    expect(ratio([true, false, true])).toEqual({ hits: 2, of: 3 });
    expect(ratio([])).toEqual({ hits: 0, of: 0 });
  });

  it("is shown with its numbers, and as a dash for none of none", () => {
    expect(showRatio({ hits: 12, of: 13 })).toBe("0.923 (12/13)");
    expect(showRatio({ hits: 0, of: 4 })).toBe("0.000 (0/4)");
    expect(showRatio({ hits: 4, of: 4 })).toBe("1.000 (4/4)");
    expect(showRatio({ hits: 0, of: 0 })).toBe("–");
  });
});
