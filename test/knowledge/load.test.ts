import { rmSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { fileOf, folderWith, procedureFile, put } from "./folder.ts";

const FILE = "procedures/ho-tich/1.001193.md";
const EVERYDAY = `- code: "1.001193"\n  common: everyday\n  event: có em bé\n  phrases: [khai sanh]\n`;
const FAQ = "---\nask: Quên mật khẩu?\nsources: [Cổng]\nverified: 2026-11-24\n---\nBấm Quên mật khẩu.\n";
const OFFICES = "offices:\n  - {name: Quầy, address: Số 1, serves: [tỉnh], source: trang tỉnh}\n";
const GLOSSARY = "words:\n  - {say: [sổ hồng], mean: [giấy chứng nhận]}\nabbreviations: {cccd: căn cước}\n";

describe("loadKnowledge", () => {
  it("puts a whole folder into one snapshot", async () => {
    const folder = folderWith({
      [FILE]: procedureFile(),
      "everyday/ho-tich.yaml": EVERYDAY,
      "glossary.yaml": GLOSSARY,
      "offices.yaml": OFFICES,
      "faq/mat-khau.md": FAQ,
      "README.md": "# không đọc",
    });
    const snapshot = await loadKnowledge([folder]);
    expect(snapshot.faults).toEqual([]);
    expect([...snapshot.procedures.keys()]).toEqual(["1.001193"]);
    expect(snapshot.procedures.get("1.001193")?.file).toBe(FILE);
    expect(snapshot.everyday.get("1.001193")?.phrases).toEqual(["khai sanh"]);
    expect(snapshot.glossary.words).toHaveLength(1);
    expect(snapshot.glossary.abbreviations.get("cccd")).toEqual(["căn cước"]);
    expect(snapshot.offices.map(({ name }) => name)).toEqual(["Quầy"]);
    expect(snapshot.faq.map(({ id }) => id)).toEqual(["mat-khau"]);
    expect(snapshot.version).toMatch(/^[0-9a-f]{64}$/);
  });

  it("is empty for a folder that is not there, and says so", async () => {
    const snapshot = await loadKnowledge([join(folderWith({}), "none")]);
    expect(snapshot.procedures.size).toBe(0);
    expect(snapshot.faults).toMatchObject([{ code: "unreadable" }]);
  });

  it("warns of a file in no known place", async () => {
    const { faults } = await loadKnowledge([folderWith({ "ghi-chu.md": "x", "faq/x.yaml": "a: 1" })]);
    expect(faults.map(({ code, severity }) => [code, severity])).toEqual([
      ["unknown-place", "warning"],
      ["unknown-place", "warning"],
    ]);
  });

  describe("with several folders", () => {
    const named = (name: string, origin = "curated") => folderWith({ [FILE]: procedureFile({ name, origin }) });
    const nameIn = async (folders: string[]) => (await loadKnowledge(folders)).procedures.get("1.001193")?.name;

    it("takes the earlier folder for one code", async () => {
      const [a, b] = [named("A"), named("B")];
      expect(await nameIn([a, b])).toBe("A");
      expect(await nameIn([b, a])).toBe("B");
    });

    it("takes the curated file before the imported one, in any order", async () => {
      const [imported, curated] = [named("nhập", "imported"), named("viết")];
      expect(await nameIn([imported, curated])).toBe("viết");
      expect(await nameIn([curated, imported])).toBe("viết");
    });

    it("puts words, offices and questions together; the earlier abbreviation and entry win", async () => {
      const one = folderWith({ "glossary.yaml": GLOSSARY, "everyday/a.yaml": EVERYDAY, "offices.yaml": OFFICES });
      const two = folderWith({
        "glossary.yaml": "words:\n  - {say: [ghe], mean: [tàu cá]}\nabbreviations: {cccd: khác, tt: thủ tục}\n",
        "everyday/b.yaml": `${EVERYDAY.replace("khai sanh", "khác")}- code: "2.000635"\n  common: rare\n  event: x\n  phrases: [y]\n`,
        "faq/mat-khau.md": FAQ,
      });
      const { glossary, everyday, offices, faq } = await loadKnowledge([one, two]);
      expect(glossary.words).toHaveLength(2);
      expect(glossary.abbreviations.get("cccd")).toEqual(["căn cước"]);
      expect(glossary.abbreviations.get("tt")).toEqual(["thủ tục"]);
      expect([...everyday.keys()].sort()).toEqual(["1.001193", "2.000635"]);
      expect(everyday.get("1.001193")?.phrases).toEqual(["khai sanh"]);
      expect([offices.length, faq.length]).toEqual([1, 1]);
    });
  });

  describe("with a file that turned bad", () => {
    it("goes on with the last good version", async () => {
      const folder = folderWith({ [FILE]: procedureFile(), "procedures/x/2.000635.md": fileOf("2.000635") });
      const previous = await loadKnowledge([folder]);
      put(folder, FILE, procedureFile({ who: "cha: mẹ" }));
      const next = await loadKnowledge([folder], { previous });
      expect(next.procedures.get("1.001193")).toEqual(previous.procedures.get("1.001193"));
      expect(next.procedures.size).toBe(2);
      expect(next.faults).toMatchObject([{ code: "yaml-syntax" }]);
      expect(next.version).not.toBe(previous.version);
    });

    it("does not fall back to an imported file meanwhile", async () => {
      const curated = folderWith({ [FILE]: procedureFile({ name: "viết" }) });
      const imported = folderWith({ [FILE]: procedureFile({ name: "nhập", origin: "imported" }) });
      const previous = await loadKnowledge([curated, imported]);
      put(curated, FILE, "hỏng");
      const next = await loadKnowledge([curated, imported], { previous });
      expect(next.procedures.get("1.001193")?.name).toBe("viết");
    });

    it("takes the corrected file again", async () => {
      const folder = folderWith({ [FILE]: procedureFile() });
      const first = await loadKnowledge([folder]);
      put(folder, FILE, "");
      const broken = await loadKnowledge([folder], { previous: first });
      put(folder, FILE, procedureFile({ name: "Sửa lại" }));
      const mended = await loadKnowledge([folder], { previous: broken });
      expect(mended.procedures.get("1.001193")?.name).toBe("Sửa lại");
      expect(mended.faults).toEqual([]);
    });

    it("forgets a file that was taken away", async () => {
      const folder = folderWith({ [FILE]: procedureFile(), "faq/x.md": FAQ });
      const previous = await loadKnowledge([folder]);
      rmSync(join(folder, FILE));
      expect((await loadKnowledge([folder], { previous })).procedures.size).toBe(0);
    });

    it("has nothing to go on with at the first start", async () => {
      const { procedures, faults } = await loadKnowledge([folderWith({ [FILE]: "hỏng" })]);
      expect(procedures.size).toBe(0);
      expect(faults).toHaveLength(1);
    });

    it.each([
      ["everyday/a.yaml", EVERYDAY],
      ["glossary.yaml", GLOSSARY],
      ["offices.yaml", OFFICES],
      ["faq/mat-khau.md", FAQ],
    ])("keeps what %s said", async (path, content) => {
      const folder = folderWith({ [path]: content });
      const previous = await loadKnowledge([folder]);
      put(folder, path, "a: b: c");
      const next = await loadKnowledge([folder], { previous });
      expect(next.faults).not.toEqual([]);
      expect({ ...next, faults: [], version: "" }).toEqual({ ...previous, faults: [], version: "" });
    });
  });

  describe("its version", () => {
    it("is the same for the same names and bytes", async () => {
      const files = { [FILE]: procedureFile(), "faq/x.md": FAQ };
      const [a, b] = [await loadKnowledge([folderWith(files)]), await loadKnowledge([folderWith(files)])];
      expect(a.version).toBe(b.version);
    });

    it("changes with a byte, a name or the order of folders", async () => {
      const [one, other] = [folderWith({ "faq/x.md": FAQ }), folderWith({ "faq/y.md": FAQ })];
      const byte = folderWith({ "faq/x.md": `${FAQ} ` });
      const versions = await Promise.all(
        [[one], [other], [byte], [one, other], [other, one]].map(
          async (folders) => (await loadKnowledge(folders)).version,
        ),
      );
      expect(new Set(versions).size).toBe(5);
    });
  });
});
