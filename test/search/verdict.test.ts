import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { FEATURES } from "../../src/search/features.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { judge, shares, signals } from "../../src/search/verdict.ts";
import { fixture } from "./fixture.ts";

const snapshot = fixture();
const search = new LexicalSearch(snapshot, buildIndex(snapshot));
const scored = (...scores: number[]) => scores.map((score) => ({ features: new Float64Array(FEATURES.length), score }));
const judged = (text: string) => {
  const { question, candidates } = search.candidates(text);
  return judge(candidates, question);
};

describe("shares", () => {
  it("are those of a softmax", () => {
    expect(shares(scored(3, 1))[0]).toBeCloseTo(Math.exp(2) / (1 + Math.exp(2)));
    expect(shares(scored(5))).toEqual([1]);
    expect(shares([])).toEqual([]);
  });

  it("add up to one, keep the order, and do not change when every score does", () => {
    const scores = fc.array(fc.double({ min: -50, max: 50, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, (all) => {
        all.sort((a, b) => b - a);
        const out = shares(scored(...all));
        expect(out.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
        expect(out).toEqual([...out].sort((a, b) => b - a));
        for (const [i, one] of shares(scored(...all.map((score) => score + 7))).entries()) {
          expect(one).toBeCloseTo(out[i] ?? Number.NaN);
        }
      }),
    );
  });

  it("stand scores far apart", () => {
    expect(shares(scored(2_000, -2_000))).toEqual([1, 0]);
  });
});

describe("signals", () => {
  const { question, candidates } = search.candidates("đăng ký khai sinh");

  it("are the same number of finite values for every ranking", () => {
    const one = signals(candidates.slice(0, 1), question);
    expect(signals(candidates, question)).toHaveLength(one.length);
    for (const value of [...one, ...signals(candidates, question)]) expect(Number.isFinite(value)).toBe(true);
  });

  it("are none where nothing was found", () => {
    expect(signals([], question)).toEqual([]);
  });

  it("do not depend on what stands far behind", () => {
    const [first, second] = scored(9, 8);
    if (first === undefined || second === undefined) throw new Error("two candidates");
    const short = signals([first, second], question);
    const long = signals([first, second, ...scored(-60, -70)], question);
    for (const [i, value] of long.entries()) expect(value).toBeCloseTo(short[i] ?? Number.NaN);
  });
});

describe("judge", () => {
  const { question } = search.candidates("khai sinh");

  it("is silent where nothing was found", () => {
    expect(judge([], question)).toEqual({ verdict: "none", confidence: [] });
  });

  it("answers what the base plainly knows", () => {
    for (const text of ["đăng ký kết hôn", "làm giấy khai sanh cho con", "xoá đăng ký thường trú"]) {
      expect(judged(text).verdict).toBe("sure");
    }
  });

  it("does not answer what it hardly knows", () => {
    for (const text of ["giá vàng hôm nay", "thời tiết ngày mai", "qwxz"])
      expect(judged(text).verdict).not.toBe("sure");
  });

  it("is surer of a question that fits than of one that hardly does", () => {
    const sure = (text: string) => judged(text).confidence[0] ?? 0;
    expect(sure("làm giấy khai sanh cho con")).toBeGreaterThan(sure("con mèo nhà tôi"));
    expect(sure("làm giấy ghe đi biển")).toBeGreaterThan(sure("đi biển chơi"));
    expect(sure("xoá đăng ký thường trú")).toBeGreaterThan(sure("xoá hình trong máy"));
  });

  it("has a chance for every candidate, together at most one", () => {
    for (const text of ["khai sinh", "đăng ký", "giấy", "cấp lại sổ"]) {
      const { candidates, question: asked } = search.candidates(text);
      const { confidence } = judge(candidates, asked);
      expect(confidence).toHaveLength(candidates.length);
      for (const one of confidence) expect(one >= 0 && one <= 1).toBe(true);
      expect(confidence.reduce((sum, one) => sum + one, 0)).toBeLessThanOrEqual(1 + 1e-9);
    }
  });

  it("parts among the others what the first leaves", () => {
    const { confidence } = judge(scored(5, 4, 3, 3), question);
    expect(confidence.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(confidence[1]).toBeGreaterThan(confidence[2] ?? Number.NaN);
  });

  it("leaves nothing for the others where the first has all", () => {
    const { confidence } = judge(scored(2_000, -2_000), question);
    expect(confidence[1]).toBe(0);
    expect(confidence[0]).toBeGreaterThanOrEqual(0);
  });

  it("gives equal candidates behind the first equal chances", () => {
    const { confidence } = judge(scored(5, 3, 3), question);
    expect(confidence[1]).toBeCloseTo(confidence[2] ?? Number.NaN);
  });
});
