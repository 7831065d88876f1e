import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { entriesOf, generalId } from "../../src/search/entries.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { rank } from "../../src/search/rank.ts";
import { judge, shares, signals } from "../../src/search/verdict.ts";
import { fixture } from "./fixture.ts";

const snapshot = fixture();
const search = new LexicalSearch(snapshot, buildIndex(snapshot));

describe("shares", () => {
  it("are those of a softmax: they add up to one and keep the order", () => {
    const all = shares([
      { features: new Float64Array(), score: 3 },
      { features: new Float64Array(), score: 1 },
    ]);
    expect(all.reduce((sum, one) => sum + one, 0)).toBeCloseTo(1);
    expect(all[0]).toBeCloseTo(Math.exp(2) / (1 + Math.exp(2)));
    expect(shares([])).toEqual([]);
  });
});

describe("judge", () => {
  it("is silent where there is nothing to judge", () => {
    const { question } = search.candidates("khai sinh");
    expect(judge([], question)).toEqual({ verdict: "none", confidence: [] });
    expect(signals([], question)).toEqual([]);
  });

  it("is surer of a question that fits than of one that hardly does", () => {
    const sure = (text: string) => {
      const { question, candidates } = search.candidates(text);
      return judge(candidates, question).confidence[0] ?? 0;
    };
    expect(sure("làm giấy khai sanh cho con")).toBeGreaterThan(sure("con mèo nhà tôi"));
    expect(sure("làm giấy ghe đi biển")).toBeGreaterThan(sure("đi biển chơi"));
  });
});

describe("rank", () => {
  it("judges only what is in force", () => {
    const { question, candidates } = search.candidates("cấp thẻ căn cước");
    const ranked = rank(question, candidates, { today: "2026-11-24", limit: 50 });
    const past = ranked.hits.find(({ procedure }) => procedure.code === "1.000011");
    expect(past?.confidence).toBe(0);
  });
});

describe("entriesOf", () => {
  it("searches general questions beside procedures, told apart by their code", () => {
    const entries = entriesOf(snapshot);
    expect(entries).toHaveLength(snapshot.procedures.size + snapshot.faq.length);
    expect(entries.flatMap((entry) => generalId(entry) ?? [])).toEqual(["buu-dien"]);
  });
});
