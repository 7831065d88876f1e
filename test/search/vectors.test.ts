import { readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Chunk } from "../../src/search/chunks.ts";
import { VectorIndex } from "../../src/search/vectors.ts";
import { emptyFolder } from "./folder.ts";
import { HashModel, WordModel } from "./models.ts";

const CHUNKS: readonly Chunk[] = Array.from({ length: 60 }, (_, i) => ({
  code: `1.${String(Math.floor(i / 3)).padStart(6, "0")}`,
  text: `đoạn số ${i}`,
}));

async function vectorOf(text: string, model = new HashModel()): Promise<Float32Array> {
  const [vector] = await model.embed([text]);
  if (vector === undefined) throw new Error("no vector");
  return vector;
}

/** A folder with a good index, and how often its model was asked to build it. */
async function built(chunks = CHUNKS): Promise<{ folder: string; index: VectorIndex }> {
  const folder = emptyFolder();
  return { folder, index: await VectorIndex.open(folder, chunks, new HashModel()) };
}

/** Whether opening the folder had to embed the passages again. */
async function reopened(folder: string, chunks = CHUNKS, model = new HashModel()) {
  const index = await VectorIndex.open(folder, chunks, model);
  return { index, state: model.asked === 0 ? "kept" : "rebuilt" };
}

async function everyAnswer(index: VectorIndex) {
  const queries = await new HashModel().embed(["một", "hai", "ba", ...CHUNKS.slice(0, 20).map(({ text }) => text)]);
  return queries.map((query) => index.near(query, 5));
}

describe("VectorIndex.near", () => {
  it("finds the passage that is asked for, first and far above the others", async () => {
    const { index } = await built();
    for (const { code, text } of CHUNKS) {
      const [first, second] = index.near(await vectorOf(text), 10);
      expect(first?.code).toBe(code);
      expect(first?.strength).toBeGreaterThan(second?.strength ?? Number.NaN);
    }
  });

  it("orders as comparing with every passage does, and gives a procedure once, by its best passage", async () => {
    const { index } = await built();
    const vectors = await new HashModel().embed(CHUNKS.map(({ text }) => text));
    const query = await vectorOf("câu hỏi");
    const similarity = new Map<string, number>();
    CHUNKS.forEach(({ code }, i) => {
      const cosine = query.reduce((sum, value, d) => sum + value * (vectors[i]?.[d] ?? 0), 0);
      similarity.set(code, Math.max(cosine, similarity.get(code) ?? -1));
    });
    const expected = [...similarity].sort(([, a], [, b]) => b - a).map(([code]) => code);
    expect(index.near(query, CHUNKS.length).map(({ code }) => code)).toEqual(expected);
  });

  it("measures strength from the model's own background: a text of no kin lies around zero", async () => {
    const { index } = await built();
    const strengths = index.near(await vectorOf("câu hỏi"), CHUNKS.length).map(({ strength }) => strength);
    const mean = strengths.reduce((sum, one) => sum + one, 0) / strengths.length;
    expect(Math.abs(mean)).toBeLessThan(1.5);
    const [own] = index.near(await vectorOf("đoạn số 7"), 1);
    expect(own?.strength).toBeGreaterThan(2.5);
  });

  it("looks at as many passages as it is told, and at all when that is more than there are", async () => {
    const { index } = await built();
    const query = await vectorOf("câu hỏi");
    expect(index.near(query, 0)).toEqual([]);
    expect(index.near(query, 1)).toHaveLength(1);
    expect(index.near(query, 10_000)).toHaveLength(20);
  });

  it("finds nothing for a vector of another size", async () => {
    const { index } = await built();
    expect(index.near(Float32Array.of(1, 0), 5)).toEqual([]);
    expect(index.near(new Float32Array(0), 5)).toEqual([]);
  });
});

describe("VectorIndex.open", () => {
  it("embeds every passage once, and leaves two files", async () => {
    const folder = emptyFolder();
    const model = new HashModel();
    await VectorIndex.open(join(folder, "deep", "down"), CHUNKS, model);
    expect(model.asked).toBe(CHUNKS.length);
    expect(readdirSync(join(folder, "deep", "down")).sort()).toEqual(["vectors.hnsw", "vectors.json"]);
  });

  it("takes it from disk when nothing has changed, and answers the same", async () => {
    const { folder, index } = await built();
    const again = await reopened(folder);
    expect(again.state).toBe("kept");
    expect(await everyAnswer(again.index)).toEqual(await everyAnswer(index));
  });

  it.each<[string, (chunks: readonly Chunk[]) => readonly Chunk[]]>([
    ["one less", (chunks) => chunks.slice(1)],
    ["one more", (chunks) => [...chunks, { code: "1.000099", text: "đoạn mới" }]],
    ["a changed text", (chunks) => chunks.map((one, i) => (i === 5 ? { ...one, text: `${one.text}.` } : one))],
    ["a changed code", (chunks) => chunks.map((one, i) => (i === 5 ? { ...one, code: "1.000099" } : one))],
    ["another order", (chunks) => [...chunks].reverse()],
  ])("is built anew for passages with %s", async (_, change) => {
    const { folder } = await built();
    expect((await reopened(folder, change(CHUNKS))).state).toBe("rebuilt");
    expect((await reopened(folder, change(CHUNKS))).state).toBe("kept");
  });

  it("is built anew for another model", async () => {
    const { folder } = await built();
    const other = new WordModel(["đoạn", "số"], "words-2");
    const index = await VectorIndex.open(folder, CHUNKS, other);
    expect(other.asked).toHaveLength(CHUNKS.length);
    const [query] = await other.embed(["đoạn"]);
    expect(index.near(query ?? new Float32Array(), 3)).not.toEqual([]);
  });

  it.each(["vectors.hnsw", "vectors.json"])("is built anew when %s is missing, empty or cut short", async (name) => {
    const { folder, index } = await built();
    const file = join(folder, name);
    for (const spoil of [
      () => rmSync(file),
      () => writeFileSync(file, ""),
      () => writeFileSync(file, readFileSync(file).subarray(0, -7)),
      () => writeFileSync(file, "something else"),
    ]) {
      spoil();
      const again = await reopened(folder);
      expect(again.state).toBe("rebuilt");
      expect(await everyAnswer(again.index)).toEqual(await everyAnswer(index));
    }
  });

  it("sees every changed byte of the vectors", async () => {
    const { folder } = await built(CHUNKS.slice(0, 4));
    const file = join(folder, "vectors.hnsw");
    const good = readFileSync(file);
    for (let at = 0; at < good.length; at += 41) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x01, at);
      writeFileSync(file, bad);
      expect((await reopened(folder, CHUNKS.slice(0, 4))).state).toBe("rebuilt");
    }
  });

  it("sees every changed byte of the manifest: nothing that it says is taken on trust", async () => {
    const { folder } = await built(CHUNKS.slice(0, 4));
    const file = join(folder, "vectors.json");
    const good = readFileSync(file);
    for (let at = 0; at < good.length; at += 3) {
      const bad = Buffer.from(good);
      bad.writeUInt8(bad.readUInt8(at) ^ 0x01, at);
      writeFileSync(file, bad);
      expect((await reopened(folder, CHUNKS.slice(0, 4))).state).toBe("rebuilt");
    }
  });

  it("does not load vectors of another size that the manifest makes believe", async () => {
    const { folder } = await built();
    const file = join(folder, "vectors.json");
    writeFileSync(file, readFileSync(file, "utf8").replace('"dimensions":16', '"dimensions":17'));
    const again = await reopened(folder);
    expect(again.state).toBe("rebuilt");
    expect(again.index.near(await vectorOf("đoạn số 7"), 1)[0]?.code).toBe("1.000002");
  });

  it("refuses a model that gives vectors of different sizes, or too few", async () => {
    const sizes = { model: "odd", embed: async () => [Float32Array.of(1, 0), Float32Array.of(1)] };
    await expect(VectorIndex.open(emptyFolder(), CHUNKS.slice(0, 2), sizes)).rejects.toThrow(TypeError);
    const few = { model: "lazy", embed: async () => [Float32Array.of(1, 0)] };
    await expect(VectorIndex.open(emptyFolder(), CHUNKS, few)).rejects.toThrow(TypeError);
  });

  it("leaves no half index behind when the model fails, and tells so", async () => {
    const folder = emptyFolder();
    const model = new WordModel(["đoạn"]);
    model.fails = true;
    await expect(VectorIndex.open(folder, CHUNKS, model)).rejects.toThrow("no network");
    expect(readdirSync(folder)).toEqual([]);
  });

  it("keeps the good index when the model fails while it would be replaced", async () => {
    const { folder } = await built();
    const model = new WordModel(["đoạn"]);
    model.fails = true;
    await expect(VectorIndex.open(folder, CHUNKS.slice(1), model)).rejects.toThrow("no network");
    expect((await reopened(folder)).state).toBe("kept");
  });
});
