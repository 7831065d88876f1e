import { describe, expect, it } from "vitest";
import { chance, fitLogistic, fitRanker } from "../../src/search/fit.ts";

/** Numbers that look random and are the same at every run. */
function numbers(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_664_525 + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}

const options = { steps: 600, rate: 0.05, l2: 0.001 };

/** Groups of five candidates; the right one has the largest a − b, c says nothing. */
function groups(count: number) {
  const next = numbers(7);
  return Array.from({ length: count }, () => {
    const vectors = Array.from({ length: 5 }, () => Float64Array.of(next(), next(), next()));
    const worth = vectors.map(([a = 0, b = 0]) => a - b);
    const best = worth.indexOf(Math.max(...worth));
    return { vectors, right: vectors.map((_, i) => i === best) };
  });
}

describe("fitRanker", () => {
  it("finds what makes a candidate right, and puts it first", () => {
    const training = groups(200);
    const weights = fitRanker(training, [0, 0, 0], options);
    const [a = 0, b = 0, c = 0] = weights;
    expect(a).toBeGreaterThan(1);
    expect(b).toBeLessThan(-1);
    expect(Math.abs(c)).toBeLessThan(a / 4);
    const first = training.filter(({ vectors, right }) => {
      const scores = vectors.map((vector) => vector.reduce((sum, value, f) => sum + value * (weights[f] ?? 0), 0));
      return right[scores.indexOf(Math.max(...scores))];
    });
    expect(first.length / training.length).toBeGreaterThan(0.95);
  });

  it("learns nothing from questions without a right candidate", () => {
    const lost = groups(20).map(({ vectors }) => ({ vectors, right: vectors.map(() => false) }));
    expect(fitRanker(lost, [1, 2, 3], options)).toEqual([1, 2, 3]);
  });

  it("is pulled back to where it started", () => {
    const near = fitRanker(groups(50), [0, 0, 0], { ...options, l2: 1 });
    const far = fitRanker(groups(50), [0, 0, 0], options);
    expect(Math.abs(near[0] ?? 0)).toBeLessThan(Math.abs(far[0] ?? 0));
  });
});

describe("fitLogistic", () => {
  it("gives chances that come true", () => {
    const next = numbers(3);
    const rows = Array.from({ length: 3_000 }, () => [next() * 4 - 2]);
    const labels = rows.map(([x = 0]) => next() < 1 / (1 + Math.exp(-(2 * x - 1))));
    const weights = fitLogistic(rows, labels, { steps: 1_500, rate: 0.05, l2: 0 });
    expect(weights[0]).toBeCloseTo(2, 0);
    expect(weights[1]).toBeCloseTo(-1, 0);
    expect(chance([0.5], weights)).toBeGreaterThan(0.4);
    expect(chance([0.5], weights)).toBeLessThan(0.6);
  });

  it("says one half before it has learnt anything", () => {
    expect(chance([1, 2], [0, 0, 0])).toBe(0.5);
  });
});
