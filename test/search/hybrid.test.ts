import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Embedder } from "../../src/core/models.ts";
import { buildIndex } from "../../src/search/build.ts";
import { chunksOf } from "../../src/search/chunks.ts";
import { HybridSearch } from "../../src/search/hybrid.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { VectorIndex } from "../../src/search/vectors.ts";
import { fixture, procedure } from "./fixture.ts";

const TODAY = { today: "2026-11-24" };
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "vectors-"));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A model whose meaning is a list of words: each is one direction. It counts what it is asked. */
class WordModel implements Embedder {
  asked: string[] = [];
  fails = false;
  constructor(
    readonly model = "words-1",
    readonly directions = [
      "khai sinh",
      "kết hôn",
      "xây dựng",
      "tàu cá",
      "sử dụng đất",
      "căn cước",
      "thường trú",
      "công ty",
    ],
  ) {}
  async embed(texts: readonly string[]): Promise<Float32Array[]> {
    if (this.fails) throw new Error("no network");
    this.asked.push(...texts);
    return texts.map((text) => {
      const vector = Float32Array.from(this.directions, (word) => (text.toLowerCase().includes(word) ? 1 : 0.05));
      const length = Math.hypot(...vector);
      return vector.map((value) => value / length);
    });
  }
}

function chunks() {
  return [...fixture().procedures.values()].flatMap((one) => chunksOf(one, []));
}

describe("chunksOf", () => {
  it("puts the procedure's name into every passage", () => {
    const long = Array.from({ length: 60 }, (_, i) => `- giấy tờ số ${i} có tên khá dài để đầy một đoạn`).join("\n");
    const all = chunksOf(procedure("1.000001", "Đăng ký khai sinh", { sections: { papers: long } }), [
      "làm giấy khai sanh",
    ]);
    expect(all.length).toBeGreaterThan(2);
    for (const { code, text } of all) {
      expect(code).toBe("1.000001");
      expect(text).toContain("Đăng ký khai sinh");
      expect(text.length).toBeLessThan(1_500);
    }
  });
});

describe("VectorIndex", () => {
  it("is built once, and taken from disk when nothing has changed", async () => {
    const model = new WordModel();
    await VectorIndex.open(folder, chunks(), model);
    const asked = model.asked.length;
    const again = await VectorIndex.open(folder, chunks(), model);
    expect(model.asked).toHaveLength(asked);
    const [query] = await model.embed(["tàu cá"]);
    expect(again.near(query as Float32Array, 5)[0]?.code).toBe("1.000009");
  });

  it.each([
    ["another model", (): Embedder => new WordModel("words-2"), chunks()],
    ["other texts", (): Embedder => new WordModel(), chunks().slice(1)],
  ])("is built anew for %s", async (_, model, texts) => {
    await VectorIndex.open(folder, chunks(), new WordModel());
    const other = model() as WordModel;
    await VectorIndex.open(folder, texts, other);
    expect(other.asked).toHaveLength(texts.length);
  });

  it.each(["vectors.hnsw", "vectors.json"])("is built anew when %s has a changed byte", async (name) => {
    const model = new WordModel();
    await VectorIndex.open(folder, chunks(), model);
    const bytes = readFileSync(join(folder, name));
    const at = Math.floor(bytes.length / 2);
    bytes.writeUInt8(bytes.readUInt8(at) ^ 0x01, at);
    writeFileSync(join(folder, name), bytes);
    const asked = model.asked.length;
    const index = await VectorIndex.open(folder, chunks(), model);
    expect(model.asked.length).toBeGreaterThan(asked);
    const [query] = await model.embed(["căn cước"]);
    expect(["1.000011", "1.000012"]).toContain(index.near(query as Float32Array, 3)[0]?.code);
  });

  it("finds nothing for a vector of another size", async () => {
    const index = await VectorIndex.open(folder, chunks(), new WordModel());
    expect(index.near(Float32Array.of(1, 0), 5)).toEqual([]);
  });

  it("gives a procedure once, by its best passage, strongest first", async () => {
    const model = new WordModel();
    const index = await VectorIndex.open(folder, chunks(), model);
    const [query] = await model.embed(["khai sinh"]);
    const near = index.near(query as Float32Array, 500);
    expect(new Set(near.map(({ code }) => code)).size).toBe(near.length);
    expect(near.map(({ strength }) => strength)).toEqual(
      [...near.map(({ strength }) => strength)].sort((a, b) => b - a),
    );
  });
});

describe("HybridSearch", () => {
  async function open(model: WordModel) {
    const snapshot = fixture();
    const lexical = new LexicalSearch(snapshot, buildIndex(snapshot));
    const failed: unknown[] = [];
    const search = await HybridSearch.open(lexical, snapshot, {
      embedder: model,
      folder,
      failed: (error) => failed.push(error),
    });
    return { lexical, search, failed };
  }

  it("finds by meaning what shares no word with the base, and says so", async () => {
    const model = new WordModel("words-1", ["khai sinh", "kết hôn", "xây dựng", "thuyền", "tàu cá"]);
    model.embed = async (texts) =>
      texts.map((text) =>
        Float32Array.from(["khai sinh", "kết hôn", "tàu"], (word) =>
          text.includes(word) || (word === "tàu" && text.includes("thuyền buồm")) ? 1 : 0,
        ).map((v, _, all) => v / (Math.hypot(...all) || 1) || 0.001),
      );
    const { search, lexical } = await open(model);
    expect(lexical.find("thuyền buồm", TODAY).hits).toEqual([]);
    const [first] = (await search.find("thuyền buồm", TODAY)).hits;
    expect(first?.procedure.code).toBe("1.000009");
    expect(first?.why.map(({ feature }) => feature)).toContain("meaning");
  });

  it("is the lexical search when the model does not answer", async () => {
    const model = new WordModel();
    const { search, lexical, failed } = await open(model);
    model.fails = true;
    expect(await search.find("làm giấy khai sanh", TODAY)).toEqual(lexical.find("làm giấy khai sanh", TODAY));
    expect(failed).toHaveLength(1);
  });

  it("gives the model diacritics where the question has none", async () => {
    const model = new WordModel();
    const { search } = await open(model);
    await search.find("dang ky ket hon", TODAY);
    expect(model.asked.at(-1)).toBe("đăng ký kết hôn");
  });

  it("asks the model nothing about a text without words", async () => {
    const model = new WordModel();
    const { search } = await open(model);
    const asked = model.asked.length;
    await search.find("   ", TODAY);
    expect(model.asked).toHaveLength(asked);
  });
});
