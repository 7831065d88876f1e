import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { checkKnowledge } from "../../../src/knowledge/check/check.ts";
import { importPortal } from "../../../src/knowledge/import/import.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { folderWith } from "../folder.ts";
import { detail, page, scrape } from "./samples.ts";

const json = (value: unknown) => JSON.stringify(value);
const FILES = {
  "bo-tu-phap/1.001193.json": json(scrape()),
  "api/019d2bff.json": json({ code: "OK", data: detail(), message: "OK" }),
  "bo-cong-an/3.000224.json": json(scrape({ ma_thu_tuc: "3.000224", raw_text: page() })),
  "hong/cut.json": '{"ma_thu_tuc":',
  "hong/list.json": "[]",
  "lai/z-1.001193.json": json(scrape()),
  "ghi-chu.txt": "không đọc",
};

describe("importPortal", () => {
  it("writes a file per procedure by domain, and reports the rest", async () => {
    const [from, out] = [folderWith(FILES), folderWith({})];
    const report = await importPortal(from, { out, date: "2026-07-20" });
    expect(report).toMatchObject({ date: "2026-07-20", read: 6, written: 2 });
    expect(report.problems.map(({ file, code }) => [file.slice(from.length + 1), code])).toEqual([
      ["bo-cong-an/3.000224.json", "wrong-procedure"],
      ["hong/cut.json", "not-json"],
      ["hong/list.json", "unknown-form"],
      ["lai/z-1.001193.json", "repeated-code"],
    ]);
    expect(JSON.parse(readFileSync(join(out, "import-report.json"), "utf8"))).toEqual(report);
    const { procedures, faults } = await loadKnowledge([out]);
    expect(faults).toEqual([]);
    expect([...procedures.values()].map(({ file }) => file).sort()).toEqual([
      "procedures/bao-tro-xa-hoi/1.014027.md",
      "procedures/ho-tich/1.001193.md",
    ]);
  });

  it("writes what the check finds no fault with", async () => {
    const out = folderWith({});
    await importPortal(folderWith(FILES), { out, date: "2026-07-20" });
    expect(await checkKnowledge([out], "2026-11-24")).toEqual([]);
  });

  it("imports a single file, and again over itself", async () => {
    const [from, out] = [folderWith(FILES), folderWith({})];
    for (let time = 0; time < 2; time++) {
      const report = await importPortal(join(from, "bo-tu-phap/1.001193.json"), { out, date: "2026-07-20" });
      expect(report).toMatchObject({ read: 1, written: 1, problems: [] });
    }
  });

  it("tells how far it is", async () => {
    const seen: [number, number][] = [];
    await importPortal(folderWith(FILES), {
      out: folderWith({}),
      date: "2026-07-20",
      progress: (done, total) => seen.push([done, total]),
    });
    expect(seen).toEqual([1, 2, 3, 4, 5, 6].map((done) => [done, 6]));
  });

  it("does nothing with an empty folder but say so", async () => {
    expect(await importPortal(folderWith({}), { out: folderWith({}), date: "2026-07-20" })).toEqual({
      date: "2026-07-20",
      read: 0,
      written: 0,
      problems: [],
    });
  });

  it("throws for a folder that is not there", async () => {
    await expect(importPortal("/nowhere", { out: folderWith({}), date: "2026-07-20" })).rejects.toThrow("ENOENT");
  });

  it("gives a domain of odd letters a plain folder", async () => {
    const out = folderWith({});
    await importPortal(folderWith({ "a.json": json(scrape({ linh_vuc: "Đất đai / Nhà ở, (mới)" })) }), {
      out,
      date: "2026-07-20",
    });
    const { procedures } = await loadKnowledge([out]);
    expect(procedures.get("1.001193")?.file).toBe("procedures/dat-dai-nha-o-moi/1.001193.md");
  });
});
