import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Faq } from "../../src/core/knowledge.ts";
import type { Procedure } from "../../src/core/procedure.ts";
import { entriesOf } from "../../src/search/entries.ts";
import { FEATURES } from "../../src/search/features.ts";
import { type Candidate, rank } from "../../src/search/rank.ts";
import { RANKER } from "../../src/search/weights.ts";
import { procedure, TODAY } from "./fixture.ts";
import { question, words } from "./questions.ts";
import { snapshotOf } from "./snapshots.ts";

const ASKED = question([words("khai sinh")], { understood: "khai sinh" });

function candidate(code: string, score: number, more: Partial<Procedure> = {}): Candidate {
  return { procedure: procedure(code, code, more), features: new Float64Array(FEATURES.length), score };
}

function general(id: string, score: number): Candidate {
  const faq: Faq = { id, ask: id, aliases: [], answer: "", sources: [], verified: TODAY, file: `faq/${id}.md` };
  const [entry] = entriesOf(snapshotOf([], { faq: [faq] }));
  return { procedure: entry as Procedure, features: new Float64Array(FEATURES.length), score };
}

const codes = (candidates: readonly Candidate[], options: Partial<Parameters<typeof rank>[2]> = {}) =>
  rank(ASKED, candidates, { today: TODAY, ...options }).hits.map((hit) => hit.procedure.code);

describe("rank", () => {
  it("keeps the order that it is given", () => {
    expect(codes([candidate("a", 9), candidate("b", 7), candidate("c", 2)])).toEqual(["a", "b", "c"]);
  });

  it("has at most ten hits, or as many as are asked for", () => {
    const many = Array.from({ length: 30 }, (_, i) => candidate(String(i), 30 - i));
    expect(codes(many)).toHaveLength(10);
    expect(codes(many, { limit: 3 })).toEqual(["0", "1", "2"]);
    expect(codes(many, { limit: 100 })).toHaveLength(30);
    expect(codes(many, { limit: 0 })).toEqual([]);
  });

  it.each<[string, Procedure["effective"], "in force" | "not in force"]>([
    ["open at both ends", {}, "in force"],
    ["from today", { from: TODAY }, "in force"],
    ["to today", { to: TODAY }, "in force"],
    ["from tomorrow", { from: "2026-11-25" }, "not in force"],
    ["to yesterday", { to: "2026-11-23" }, "not in force"],
  ])("puts a procedure %s where it belongs", (_, effective, state) => {
    const order = codes([candidate("dated", 9, { effective }), candidate("plain", 5)]);
    expect(order).toEqual(state === "in force" ? ["dated", "plain"] : ["plain", "dated"]);
  });

  it("goes by the day that is asked about", () => {
    const both = [
      candidate("old", 9, { effective: { to: "2026-08-16" } }),
      candidate("new", 5, { effective: { from: "2026-08-17" } }),
    ];
    expect(codes(both, { today: "2026-08-16" })).toEqual(["old", "new"]);
    expect(codes(both, { today: "2026-08-17" })).toEqual(["new", "old"]);
  });

  it("keeps those not in force out of the verdict and gives them no chance", () => {
    const past = candidate("past", 30, { effective: { to: "2026-01-01" } });
    expect(rank(ASKED, [past], { today: TODAY })).toMatchObject({ verdict: "none", hits: [{ confidence: 0 }] });
    const alone = rank(ASKED, [candidate("a", 5)], { today: TODAY });
    const behind = rank(ASKED, [past, candidate("a", 5)], { today: TODAY });
    expect(behind.verdict).toBe(alone.verdict);
    expect(behind.hits[0]?.confidence).toBe(alone.hits[0]?.confidence);
  });

  it("keeps to a level, for a procedure of several levels too", () => {
    const all = [
      candidate("commune", 9),
      candidate("province", 8, { level: ["tỉnh"] }),
      candidate("both", 7, { level: ["xã", "tỉnh"] }),
    ];
    expect(codes(all, { level: "tỉnh" })).toEqual(["province", "both"]);
    expect(codes(all, { level: "xã" })).toEqual(["commune", "both"]);
    expect(codes(all, { level: "bộ" })).toEqual([]);
  });

  it("is silent without candidates, and tells what it understood", () => {
    expect(rank(ASKED, [], { today: TODAY })).toEqual({ hits: [], verdict: "none", understood: "khai sinh" });
  });

  it("names the general question that lies far ahead of every procedure", () => {
    expect(rank(ASKED, [general("gio", 25), candidate("a", 2)], { today: TODAY }).general).toBe("gio");
    expect(rank(ASKED, [general("gio", 25)], { today: TODAY }).general).toBe("gio");
  });

  it("names none where a procedure is as good, or the question fits neither", () => {
    for (const both of [
      [candidate("a", 26), general("gio", 25)],
      [general("gio", 25), candidate("a", 24.5)],
      [general("gio", 0.5)],
      [candidate("a", 3)],
    ]) {
      expect(rank(ASKED, both, { today: TODAY }).general).toBeUndefined();
    }
  });

  it("never has a general question among the hits", () => {
    expect(codes([general("gio", 25), candidate("a", 2), general("phi", 1)])).toEqual(["a"]);
  });

  it("explains by the features that count, and by what a model added", () => {
    const features = new Float64Array(FEATURES.length);
    features[0] = 1.5;
    const [hit] = rank(ASKED, [{ ...candidate("a", 5), features, meaning: 2 }], { today: TODAY }).hits;
    expect(hit?.why).toEqual([
      { feature: FEATURES[0], value: 1.5, share: 1.5 * (RANKER[0] ?? Number.NaN) },
      { feature: "meaning", value: 2, share: 2 },
    ]);
  });

  it("gives chances: none below zero, all together at most one", () => {
    const scores = fc.array(fc.double({ min: -30, max: 60, noNaN: true }), { minLength: 1, maxLength: 20 });
    fc.assert(
      fc.property(scores, (all) => {
        const candidates = all.sort((a, b) => b - a).map((score, i) => candidate(String(i), score));
        const { hits } = rank(ASKED, candidates, { today: TODAY, limit: 50 });
        for (const { confidence } of hits) expect(confidence).toBeGreaterThanOrEqual(0);
        expect(hits.reduce((sum, { confidence }) => sum + confidence, 0)).toBeLessThanOrEqual(1 + 1e-9);
      }),
    );
  });
});
