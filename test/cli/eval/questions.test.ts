import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it, onTestFinished } from "vitest";
import { isRight, readQuestions } from "../../../src/cli/eval/questions.ts";

/** Writes lines as a JSON Lines file of this name; its path. */
function fileOf(name: string, lines: readonly unknown[]): string {
  const folder = mkdtempSync(join(tmpdir(), "questions-"));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  const file = join(folder, name);
  writeFileSync(file, lines.map((line) => (typeof line === "string" ? line : JSON.stringify(line))).join("\n"));
  return file;
}

describe("readQuestions", () => {
  it("reads the project's own form", async () => {
    const file = fileOf("commune.jsonl", [
      { id: "a", text: "khai sanh cho con", gold: ["1.000001"], facets: ["fee", "time"] },
    ]);
    expect(await readQuestions(file)).toEqual([
      {
        set: "commune",
        id: "a",
        text: "khai sanh cho con",
        gold: ["1.000001"],
        facets: ["fee", "time"],
        expect: "answer",
      },
    ]);
  });

  it("reads the form of published sets", async () => {
    const file = fileOf("published.jsonl", [{ qid: "q7", question: "Kết hôn?", gold: ["1.000005"], year: 2021 }]);
    expect(await readQuestions(file)).toMatchObject([{ set: "published", id: "q7", text: "Kết hôn?", facets: [] }]);
  });

  it("expects an answer where there is a right code, silence where there is none, and else what the line says", async () => {
    const file = fileOf("negative.jsonl", [
      { text: "a", gold: ["1.000001"] },
      { text: "b", gold: [] },
      { text: "c" },
      { text: "d", expect: "emergency" },
      { text: "e", gold: ["1.000001", "1.000002"], expect: "choices" },
    ]);
    const found = await readQuestions(file);
    expect(found.map((one) => one.expect)).toEqual(["answer", "silent", "silent", "emergency", "choices"]);
  });

  it("numbers lines that have no id", async () => {
    const file = fileOf("plain.jsonl", [{ text: "a" }, { id: "own", text: "b" }, { text: "c" }]);
    expect((await readQuestions(file)).map(({ id }) => id)).toEqual(["1", "own", "3"]);
  });

  it("leaves out empty lines and lines without a question", async () => {
    const file = fileOf("gaps.jsonl", ["", { text: "a" }, "   ", { id: "mute" }, { text: "b" }, ""]);
    expect((await readQuestions(file)).map(({ text }) => text)).toEqual(["a", "b"]);
  });

  it("keeps one part of a set", async () => {
    const file = fileOf("split.jsonl", [{ text: "a", split: "train" }, { text: "b", split: "test" }, { text: "c" }]);
    expect((await readQuestions(file, { split: "test" })).map(({ text }) => text)).toEqual(["b"]);
    expect(await readQuestions(file)).toHaveLength(3);
  });

  it("asks a noisy spelling in the place of the question, and names the set by it", async () => {
    const file = fileOf("commune.jsonl", [
      { qid: "1", text: "khai sinh", gold: ["1.000001"] },
      { qid: "2", text: "kết hôn", gold: ["1.000005"] },
    ]);
    const variants = fileOf("variants.jsonl", [
      { set: "commune", qid: "1", nodiac: "khai sinh khong dau", typo10: "khia sinh" },
      { set: "commune", qid: "2", typo10: "ket hno" },
    ]);
    const nodiac = await readQuestions(file, { variants, variant: "nodiac" });
    expect(nodiac).toMatchObject([
      { set: "commune (nodiac)", id: "1", text: "khai sinh khong dau", gold: ["1.000001"] },
    ]);
    const typos = await readQuestions(file, { variants, variant: "typo10" });
    expect(typos.map(({ text }) => text)).toEqual(["khia sinh", "ket hno"]);
  });

  it("asks the questions themselves when no variant is named", async () => {
    const file = fileOf("commune.jsonl", [{ qid: "1", text: "khai sinh" }]);
    const variants = fileOf("variants.jsonl", [{ set: "commune", qid: "1", nodiac: "khac" }]);
    expect(await readQuestions(file, { variants })).toMatchObject([{ set: "commune", text: "khai sinh" }]);
  });

  it.each<[string, unknown]>([
    ["a gold that is no list", { text: "a", gold: "1.000001" }],
    ["a facet that there is not", { text: "a", facets: ["price"] }],
    ["an expectation that there is not", { text: "a", expect: "maybe" }],
  ])("tells where the fault is: %s", async (_, line) => {
    const file = fileOf("faulty.jsonl", [{ text: "good" }, line]);
    await expect(readQuestions(file)).rejects.toThrow(`${file}:2`);
  });

  it("fails on a line that is not JSON, and on a file that is not there", async () => {
    await expect(readQuestions(fileOf("broken.jsonl", ["{"]))).rejects.toThrow();
    await expect(readQuestions(join(tmpdir(), "no-such-questions.jsonl"))).rejects.toThrow("ENOENT");
  });

  it("reads nothing from an empty file", async () => {
    expect(await readQuestions(fileOf("empty.jsonl", []))).toEqual([]);
  });
});

describe("isRight", () => {
  const replaces = [{ code: "1.000011", from: "2026-08-17" }];

  it("takes any of the right codes", () => {
    expect(isRight({ code: "1.000001", replaces: [] }, new Set(["1.000002", "1.000001"]))).toBe(true);
    expect(isRight({ code: "1.000001", replaces: [] }, new Set(["1.000002"]))).toBe(false);
    expect(isRight({ code: "1.000001", replaces: [] }, new Set())).toBe(false);
  });

  it("takes the procedure that took over a right code, and not the other way round", () => {
    expect(isRight({ code: "1.000012", replaces }, new Set(["1.000011"]))).toBe(true);
    expect(isRight({ code: "1.000011", replaces: [] }, new Set(["1.000012"]))).toBe(false);
  });
});
