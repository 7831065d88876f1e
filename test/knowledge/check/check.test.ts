import { describe, expect, it } from "vitest";
import type { Fault } from "../../../src/core/knowledge.ts";
import { checkKnowledge } from "../../../src/knowledge/check/check.ts";
import { fileOf, folderWith, lineOf, procedureFile } from "../folder.ts";

const TODAY = "2026-11-24";
const A = "procedures/ho-tich/1.001193.md";
const B = "procedures/ho-tich/2.000635.md";

const check = (files: Record<string, string>, ...more: Record<string, string>[]) =>
  checkKnowledge([folderWith(files), ...more.map(folderWith)], TODAY);
const brief = (faults: readonly Fault[]) =>
  faults.map(({ file, line, code, severity }) => [file.slice(-11), line, code, severity]);

function everyday(code: string, phrases: readonly string[]): string {
  return `- code: "${code}"\n  common: rare\n  event: chuyện\n  phrases:\n${phrases.map((phrase) => `    - ${phrase}\n`).join("")}`;
}

const FIVE = ["câu một", "câu hai", "câu ba", "câu bốn", "câu năm"];

describe("checkKnowledge", () => {
  it("finds nothing in a correct folder", async () => {
    expect(await check({ [A]: procedureFile(), "everyday/a.yaml": everyday("1.001193", FIVE) })).toEqual([]);
  });

  it("reports faults of single files too, sorted by file and line", async () => {
    const faults = await check({ [B]: fileOf("2.000635", { who: "" }), [A]: procedureFile({ who: "", online: "có" }) });
    expect(brief(faults)).toEqual([
      ["1.001193.md", 7, "empty-field", "error"],
      ["1.001193.md", 8, "wrong-value", "error"],
      ["2.000635.md", 7, "empty-field", "error"],
    ]);
  });

  describe("codes", () => {
    it("refuses two files of one code in one folder, and names the other", async () => {
      const faults = await check({ [A]: procedureFile(), "procedures/khac/1.001193.md": procedureFile() });
      expect(brief(faults)).toEqual([["1.001193.md", 2, "repeated-code", "error"]]);
      expect(faults[0]?.file).toContain("khac");
      expect(faults[0]?.message).toContain("ho-tich/1.001193.md, dòng 2");
    });

    it("lets another folder have the same code", async () => {
      expect(await check({ [A]: procedureFile() }, { [A]: procedureFile({ origin: "imported" }) })).toEqual([]);
    });

    it("refuses a code twice in the everyday files", async () => {
      const faults = await check({
        [A]: procedureFile(),
        "everyday/a.yaml": everyday("1.001193", FIVE),
        "everyday/b.yaml": everyday("1.001193", FIVE),
      });
      expect(brief(faults)).toEqual([["yday/b.yaml", 1, "repeated-code", "error"]]);
    });

    it("refuses a related code that no file has, in any folder", async () => {
      const text = procedureFile({ related: '\n  - code: "3.000722"\n  - code: "2.000635"' });
      const faults = await check({ [A]: text }, { [B]: fileOf("2.000635") });
      expect(brief(faults)).toEqual([["1.001193.md", lineOf(text, '"3.000722"'), "unknown-code", "error"]]);
    });

    it("warns of a related code that another procedure has replaced", async () => {
      const text = procedureFile({ related: '\n  - code: "1.000001"' });
      const faults = await check({ [A]: text, [B]: fileOf("2.000635", { replaces: '\n  - code: "1.000001"' }) });
      expect(brief(faults)).toEqual([["1.001193.md", lineOf(text, '"1.000001"'), "replaced-code", "warning"]]);
      expect(faults[0]?.message).toContain("đã được 2.000635 thay");
    });

    it("lets the successor name the code it replaced", async () => {
      const text = procedureFile({ replaces: '\n  - code: "1.000001"', related: '\n  - code: "1.000001"' });
      const old = fileOf("1.000001", { effectiveTo: "2026-12-31" });
      expect(await check({ [A]: text, "procedures/x/1.000001.md": old })).toEqual([]);
    });

    it("warns of a replaced file that does not say when it ends", async () => {
      const faults = await check({
        [A]: procedureFile(),
        [B]: fileOf("2.000635", { replaces: '\n  - code: "1.001193"' }),
      });
      expect(brief(faults)).toEqual([["1.001193.md", 2, "replaced-code", "warning"]]);
      expect(faults[0]?.message).toContain("effectiveTo");
    });

    it("says once per everyday file which codes have no procedure", async () => {
      const faults = await check({
        "everyday/a.yaml": everyday("1.001193", FIVE) + everyday("2.000635", ["a", "b", "c", "d", "e"]),
      });
      expect(brief(faults)).toEqual([["yday/a.yaml", 1, "unknown-code", "warning"]]);
      expect(faults[0]?.message).toContain("2 mã chưa có tệp thủ tục trong thư mục đang kiểm: 1.001193, 2.000635.");
    });
  });

  describe("dates", () => {
    it.each([
      ["a procedure", { effectiveTo: "2026-11-23" }, "effectiveTo:", "Thủ tục này đã hết hạn từ ngày 2026-11-23"],
      [
        "a fee",
        { fees: "\n  - when: Giảm nửa\n    amount: 5000\n    to: 2026-06-30" },
        "to: 2026-06-30",
        'Mức thu "Giảm nửa"',
      ],
      [
        "a law",
        { legalBasis: "\n  - number: 64/2025/TT-BTC\n    to: 2025-12-31" },
        "to: 2025-12-31",
        "Văn bản 64/2025/TT-BTC",
      ],
    ])("warns of %s that has ended", async (_, changes, place, words) => {
      const text = procedureFile(changes);
      const faults = await check({ [A]: text });
      expect(brief(faults)).toEqual([["1.001193.md", lineOf(text, place), "expired", "warning"]]);
      expect(faults[0]?.message).toContain(words);
    });

    it("lets a rule hold on its last day", async () => {
      expect(await check({ [A]: procedureFile({ effectiveTo: TODAY }) })).toEqual([]);
    });

    it("says of an ended procedure only that", async () => {
      const text = procedureFile({ effectiveTo: "2026-01-01", legalBasis: "\n  - {number: a, to: 2025-01-01}" });
      expect(await check({ [A]: text })).toHaveLength(1);
    });

    it("refuses a check made in the future", async () => {
      const faq = "---\nask: a\nsources: [b]\nverified: 2027-01-01\n---\nc\n";
      const faults = await check({ [A]: procedureFile({ verified: "2026-11-25" }), "faq/x.md": faq });
      expect(faults.map(({ code, severity }) => [code, severity])).toEqual([
        ["future-date", "error"],
        ["future-date", "error"],
      ]);
      expect(faults[0]?.line).toBe(4);
    });
  });

  describe("words", () => {
    it("refuses an alias of two procedures, diacritics or not", async () => {
      const second = fileOf("2.000635", { aliases: "\n  - xin trích lục\n  - lam GIAY khai sinh" });
      const faults = await check({ [A]: procedureFile({ aliases: "[làm giấy khai sinh]" }), [B]: second });
      expect(brief(faults)).toEqual([["2.000635.md", lineOf(second, "- lam GIAY"), "shared-alias", "error"]]);
      expect(faults[0]?.message).toContain("đã thuộc về thủ tục 1.001193");
    });

    it("lets a curated and an imported file of one code share an alias", async () => {
      const file = (origin: string) => procedureFile({ aliases: "[khai sanh]", origin });
      expect(await check({ [A]: file("curated") }, { [A]: file("imported") })).toEqual([]);
    });

    it("warns of a phrase that two codes have", async () => {
      const faults = await check({
        [A]: procedureFile(),
        [B]: fileOf("2.000635"),
        "everyday/a.yaml": everyday("1.001193", FIVE),
        "everyday/b.yaml": everyday("2.000635", ["khác một", "khác hai", "khác ba", "khác bốn", "Câu Hai"]),
      });
      expect(brief(faults)).toEqual([["yday/b.yaml", 9, "shared-phrase", "warning"]]);
      expect(faults[0]?.message).toContain("đã có ở mã 1.001193");
    });

    it("wants four phrases", async () => {
      const faults = await check({ [A]: procedureFile(), "everyday/a.yaml": everyday("1.001193", FIVE.slice(0, 3)) });
      expect(brief(faults)).toEqual([["yday/a.yaml", 4, "few-phrases", "error"]]);
      expect(faults[0]?.message).toContain("mới có 3");
    });
  });

  it("never throws on what is no knowledge at all", async () => {
    const faults = await checkKnowledge(["/nowhere/at/all", folderWith({ [A]: "\0\0" })], TODAY);
    expect(faults.map(({ code }) => code).sort()).toEqual(["unreadable", "yaml-syntax"]);
  });
});
