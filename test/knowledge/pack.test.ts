import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/core/knowledge.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { packSnapshot, unpackSnapshot } from "../../src/knowledge/pack.ts";
import { fileOf, folderWith, procedureFile } from "./folder.ts";

async function snapshot(): Promise<Snapshot> {
  return loadKnowledge([
    folderWith({
      "procedures/a/1.001193.md": procedureFile({ aliases: "[khai sanh 👶]" }),
      "procedures/a/2.000635.md": fileOf("2.000635", { origin: "imported" }),
      "procedures/a/3.000722.md": "hỏng",
      "everyday/a.yaml": '- code: "1.001193"\n  common: everyday\n  event: có em bé\n  phrases: [khai sanh]\n',
      "glossary.yaml": "words:\n  - {say: [ghe], mean: [tàu cá]}\nabbreviations: {tt: [thủ tục, thông tư]}\n",
      "faq/x.md": "---\nask: a\nsources: [b]\nverified: 2026-01-01\n---\nc\n",
    }),
  ]);
}

describe("packSnapshot and unpackSnapshot", () => {
  it("give back what was put in", async () => {
    const given = await snapshot();
    expect(unpackSnapshot(packSnapshot(given))).toEqual(given);
  });

  it("give the same bytes for what came out of bytes", async () => {
    const bytes = packSnapshot(await snapshot());
    const back = unpackSnapshot(bytes);
    expect(back && packSnapshot(back).equals(bytes)).toBe(true);
  });

  it("keep sections when a procedure is copied", async () => {
    const back = unpackSnapshot(packSnapshot(await snapshot()))?.procedures.get("1.001193");
    expect(back && { ...back }.sections.steps).toBe("1. Nộp hồ sơ tại quầy");
    expect(back?.sections).toBe(back?.sections);
  });

  it("take an empty snapshot", async () => {
    const empty = await loadKnowledge([]);
    expect(unpackSnapshot(packSnapshot(empty))).toEqual(empty);
  });

  it.each(["", "{}", "null\n", "{}\n", '{"shape":"knowledge 0"}\n', "\0\n\0", "[1,2]\n"])("refuse %j", (text) => {
    expect(unpackSnapshot(Buffer.from(text))).toBeUndefined();
  });

  it("refuse bytes that were cut within the first line", async () => {
    const bytes = packSnapshot(await snapshot());
    expect(unpackSnapshot(bytes.subarray(0, 200))).toBeUndefined();
  });

  it("can go on from an unpacked snapshot when a file turned bad", async () => {
    const folder = folderWith({ "procedures/a/1.001193.md": procedureFile() });
    const previous = unpackSnapshot(packSnapshot(await loadKnowledge([folder])));
    const broken = folderWith({ "procedures/a/1.001193.md": "hỏng" });
    if (!previous) throw new Error("not unpacked");
    const next = await loadKnowledge([broken], { previous });
    expect(next.procedures.get("1.001193")?.sections.where).toContain("Trung tâm");
  });
});
