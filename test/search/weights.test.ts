import { describe, expect, it } from "vitest";
import { FEATURES } from "../../src/search/features.ts";
import { signals } from "../../src/search/verdict.ts";
import { JUDGE, RANKER } from "../../src/search/weights.ts";
import { question, words } from "./questions.ts";

describe("trained weights", () => {
  it("fit the features: train again when this fails", () => {
    expect(RANKER).toHaveLength(FEATURES.length);
    expect(RANKER.every(Number.isFinite)).toBe(true);
  });

  it("fit the signals of the judge, with a bias behind them", () => {
    const width = signals([{ features: new Float64Array(FEATURES.length), score: 1 }], question([words("a")])).length;
    for (const weights of [JUDGE.right, JUDGE.known]) {
      expect(weights).toHaveLength(width + 1);
      expect(weights.every(Number.isFinite)).toBe(true);
    }
  });

  it("have thresholds that are chances, and ask for more to answer than to offer", () => {
    expect(JUDGE.silentBelow).toBeGreaterThanOrEqual(0);
    expect(JUDGE.answerFrom).toBeGreaterThan(JUDGE.silentBelow);
    expect(JUDGE.answerFrom).toBeLessThanOrEqual(1);
  });
});
