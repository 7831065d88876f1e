import { describe, expect, it } from "vitest";
import { importCommand, importSummary } from "../../../src/cli/kb/import.ts";
import { loadKnowledge } from "../../../src/knowledge/load.ts";
import { folderWith } from "../../knowledge/folder.ts";
import { detail, scrape } from "../../knowledge/import/samples.ts";
import { run } from "./run.ts";

const FROM = folderWith({
  "a/1.001193.json": JSON.stringify(scrape()),
  "b/019d2bff.json": JSON.stringify(detail()),
  "c/hong.json": "{",
});

describe("kb import", () => {
  it("imports a folder and says what could not be read", async () => {
    const out = folderWith({});
    const { printed, exitCode } = await run(importCommand(), FROM, "--out", out, "--date", "2026-07-20");
    expect(printed).toContain("not-json");
    expect(printed).toContain("c/hong.json");
    expect(printed).toContain(`Đọc 3 tệp, ghi 2 thủ tục vào ${out}; 1 tệp không nhập được.`);
    expect(exitCode).toBe(0);
    const { procedures } = await loadKnowledge([out]);
    expect([...procedures.values()].map(({ verified }) => verified)).toEqual(["2026-07-20", "2026-07-20"]);
  });

  it("takes today when no date is given", async () => {
    const out = folderWith({});
    await run(importCommand(), FROM, "--out", out);
    const { procedures } = await loadKnowledge([out]);
    expect(procedures.get("1.001193")?.verified).toMatch(/^\d{4}-\d\d-\d\d$/);
  });

  it.each(["20/07/2026", "hôm qua", "2026-7-2", "2026-02-30"])("refuses the date %j", async (date) => {
    await expect(run(importCommand(), FROM, "--out", folderWith({}), "--date", date)).rejects.toThrow(`--date ${date}`);
  });

  it("rejects a folder that is not there", async () => {
    await expect(run(importCommand(), "/nowhere", "--out", folderWith({}))).rejects.toThrow("ENOENT");
  });
});

describe("importSummary", () => {
  it("is one line when everything was read", () => {
    expect(importSummary({ date: "2026-07-20", read: 2, written: 2, problems: [] }, "out")).toBe(
      "Đọc 2 tệp, ghi 2 thủ tục vào out; 0 tệp không nhập được.",
    );
  });
});
