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

  it("comes to the same weights wherever it starts", () => {
    const long = { steps: 4_000, rate: 0.05, l2: 0 };
    const noisy = groups(60).map(({ vectors, right }, i) => ({
      vectors,
      right: i % 5 === 0 ? [...right.slice(1), right[0] === true] : right,
    }));
    const [here, there] = [
      [0, 0, 0],
      [5, 4, -3],
    ].map((start) => fitRanker(noisy, start, long));
    for (const [f, weight] of (here ?? []).entries()) expect(there?.[f]).toBeCloseTo(weight, 1);
  });

  it("is the same at every run", () => {
    expect(fitRanker(groups(20), [0, 0, 0], options)).toEqual(fitRanker(groups(20), [0, 0, 0], options));
  });

  it("is content when any of several right candidates is first", () => {
    const two = [
      { vectors: [Float64Array.of(1, 0), Float64Array.of(0, 1), Float64Array.of(0, 0)], right: [true, true, false] },
    ];
    const [a = 0, b = 0] = fitRanker(two, [0, 0], options);
    expect(a).toBeGreaterThan(0);
    expect(b).toBeCloseTo(a);
  });

  it("does not lose its way when it starts far off", () => {
    const wrong = [{ vectors: [Float64Array.of(1), Float64Array.of(0)], right: [false, true] }];
    const [weight = Number.NaN] = fitRanker(wrong, [5_000], { steps: 50, rate: 1, l2: 0 });
    expect(weight).toBeLessThan(5_000);
  });

  it("learns nothing where all candidates look alike, or all are right", () => {
    const alike = [{ vectors: [Float64Array.of(1), Float64Array.of(1)], right: [true, false] }];
    const all = [{ vectors: [Float64Array.of(1), Float64Array.of(0)], right: [true, true] }];
    expect(fitRanker(alike, [3], options)[0]).toBeCloseTo(3);
    expect(fitRanker(all, [3], options)[0]).toBeCloseTo(3);
  });

  it("leaves its start and its groups as they were", () => {
    const start = [0, 0, 0];
    const training = groups(5);
    fitRanker(training, start, options);
    expect(start).toEqual([0, 0, 0]);
    expect(training).toEqual(groups(5));
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

  it("is calibrated: among those given a chance, that share is true", () => {
    const next = numbers(11);
    const rows = Array.from({ length: 4_000 }, () => [next() * 6 - 3, next()]);
    const labels = rows.map(([x = 0]) => next() < 1 / (1 + Math.exp(-x)));
    const weights = fitLogistic(rows, labels, { steps: 1_500, rate: 0.05, l2: 0 });
    for (const [from, to] of [
      [0, 0.25],
      [0.25, 0.5],
      [0.5, 0.75],
      [0.75, 1],
    ] as const) {
      const among = rows.map((row, i) => ({ given: chance(row, weights), label: labels[i] === true }));
      const inside = among.filter(({ given }) => given >= from && given < to);
      const given = inside.reduce((sum, one) => sum + one.given, 0) / inside.length;
      const came = inside.filter(({ label }) => label).length / inside.length;
      expect(Math.abs(given - came)).toBeLessThan(0.06);
    }
  });

  it("learns how common true is where the rows tell nothing", () => {
    const rows = Array.from({ length: 100 }, () => [0]);
    const labels = rows.map((_, i) => i < 80);
    expect(chance([0], fitLogistic(rows, labels, { steps: 2_000, rate: 0.05, l2: 0 }))).toBeCloseTo(0.8, 2);
  });

  it("does not run away on rows that part cleanly, when it is held back", () => {
    const weights = fitLogistic([[-1], [1]], [false, true], { steps: 3_000, rate: 0.05, l2: 0.1 });
    expect(chance([1], weights)).toBeGreaterThan(0.7);
    expect(Math.abs(weights[0] ?? Number.NaN)).toBeLessThan(5);
  });

  it("gives chances between nothing and one, however large the numbers", () => {
    expect(chance([1e6], [1e6, 0])).toBe(1);
    expect(chance([1e6], [-1e6, 0])).toBe(0);
  });

  it("has a bias only, without rows", () => {
    expect(fitLogistic([], [], options)).toEqual([0]);
  });

  it("says one half before it has learnt anything", () => {
    expect(chance([1, 2], [0, 0, 0])).toBe(0.5);
  });
});
