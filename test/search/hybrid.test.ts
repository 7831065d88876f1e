import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { HybridSearch } from "../../src/search/hybrid.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { fixture, TODAY } from "./fixture.ts";
import { emptyFolder } from "./folder.ts";
import { WordModel } from "./models.ts";

/** A boat is a boat to this model, whatever it is called. */
const MEANINGS = [
  "khai sinh",
  "kết hôn",
  "xây dựng",
  "tàu cá|thuyền buồm",
  "sử dụng đất",
  "căn cước",
  "thường trú",
  "công ty",
];
const today = { today: TODAY };

async function open(model = new WordModel(MEANINGS), folder = emptyFolder()) {
  const snapshot = fixture();
  const lexical = new LexicalSearch(snapshot, buildIndex(snapshot));
  const failed: unknown[] = [];
  const options = { embedder: model, folder, failed: (error: unknown) => failed.push(error) };
  return { model, lexical, failed, search: await HybridSearch.open(lexical, snapshot, options) };
}

describe("HybridSearch", () => {
  it("finds by meaning what shares no word with the base, and says so", async () => {
    const { search, lexical } = await open();
    expect(lexical.find("thuyền buồm", today).hits).toEqual([]);
    const [first] = (await search.find("thuyền buồm", today)).hits;
    expect(first?.procedure.code).toBe("1.000009");
    expect(first?.why.map(({ feature }) => feature)).toContain("meaning");
  });

  it("leaves what the words already say at its place", async () => {
    const { search } = await open();
    for (const [text, code] of [
      ["đăng ký kết hôn", "1.000005"],
      ["cắt khẩu", "1.000013"],
      ["xin phép cất nhà", "1.000007"],
    ] as const) {
      expect((await search.find(text, today)).hits[0]?.procedure.code).toBe(code);
    }
  });

  it("adds to the lexical score, never takes away, and explains what it added", async () => {
    const { search, lexical } = await open();
    const alone = new Map(
      lexical
        .find("đăng ký tàu cá", { ...today, limit: 50 })
        .hits.map(({ procedure, score }) => [procedure.code, score]),
    );
    for (const { procedure, score, why } of (await search.find("đăng ký tàu cá", { ...today, limit: 50 })).hits) {
      const before = alone.get(procedure.code);
      if (before === undefined) continue;
      const meaning = why.find(({ feature }) => feature === "meaning")?.share ?? 0;
      expect(meaning).toBeGreaterThanOrEqual(0);
      expect(score).toBeCloseTo(before + meaning, 6);
      expect(why.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 6);
    }
  });

  it("orders its hits by score among those in force, and those no longer in force come last", async () => {
    const { search } = await open();
    const { hits } = await search.find("làm căn cước", { ...today, limit: 50 });
    expect(hits.at(-1)?.procedure.code).toBe("1.000011");
    const scores = hits.slice(0, -1).map(({ score }) => score);
    expect(scores).toEqual([...scores].sort((a, b) => b - a));
  });

  it("keeps to limit and level as the lexical search does", async () => {
    const { search } = await open();
    expect((await search.find("đăng ký", { ...today, limit: 2 })).hits).toHaveLength(2);
    const { hits } = await search.find("thuyền buồm", { ...today, level: "tỉnh" });
    expect(hits.every(({ procedure }) => procedure.level.includes("tỉnh"))).toBe(true);
  });

  it("has every procedure once", async () => {
    const { search } = await open();
    const codes = (await search.find("đăng ký khai sinh", { ...today, limit: 50 })).hits.map(
      ({ procedure }) => procedure.code,
    );
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("is the lexical search when the model does not answer, and tells the operator", async () => {
    const { model, search, lexical, failed } = await open();
    model.fails = true;
    expect(await search.find("làm giấy khai sanh", today)).toEqual(lexical.find("làm giấy khai sanh", today));
    expect(failed).toEqual([new Error("no network")]);
    model.fails = false;
    await search.find("làm giấy khai sanh", today);
    expect(failed).toHaveLength(1);
  });

  it("is the lexical search when the model has come to give vectors of another size", async () => {
    const folder = emptyFolder();
    await open(new WordModel(MEANINGS), folder);
    const { search, lexical, model } = await open(new WordModel(MEANINGS.slice(1)), folder);
    expect(model.asked).toEqual([]);
    expect(await search.find("làm giấy khai sanh", today)).toEqual(lexical.find("làm giấy khai sanh", today));
  });

  it("cannot be opened when the model does not answer and nothing is on disk", async () => {
    const model = new WordModel(MEANINGS);
    model.fails = true;
    await expect(open(model)).rejects.toThrow("no network");
  });

  it("gives the model diacritics where the question has none", async () => {
    const { model, search } = await open();
    await search.find("dang ky ket hon", today);
    expect(model.asked.at(-1)).toBe("đăng ký kết hôn");
    await search.find("Đăng ký kết hôn", today);
    expect(model.asked.at(-1)).toBe("Đăng ký kết hôn");
  });

  it("asks the model once a question, and nothing about a text without words", async () => {
    const { model, search } = await open();
    const before = model.asked.length;
    await search.find("kết hôn", today);
    expect(model.asked).toHaveLength(before + 1);
    for (const empty of ["", "   ", "\u200b\n"]) await search.find(empty, today);
    expect(model.asked).toHaveLength(before + 1);
  });

  it("ranks the same question the same way every time", async () => {
    const { search } = await open();
    expect(await search.find("thuyền buồm đi biển", today)).toEqual(await search.find("thuyền buồm đi biển", today));
  });
});
