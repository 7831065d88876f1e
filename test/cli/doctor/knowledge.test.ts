import { describe, expect, it } from "vitest";
import { checkKnowledgeFolders } from "../../../src/cli/doctor/knowledge.ts";
import { readSettings } from "../../../src/config.ts";
import { folderWith, procedureFile } from "../../knowledge/folder.ts";

const check = (KNOWLEDGE_DIR: string) => checkKnowledgeFolders(readSettings({ KNOWLEDGE_DIR }), "2026-11-24");

describe("checkKnowledgeFolders", () => {
  it("counts the procedures", async () => {
    const folder = folderWith({ "procedures/a/1.001193.md": procedureFile() });
    expect(await check(folder)).toEqual({
      about: "KNOWLEDGE_DIR",
      verdict: "ok",
      says: "1 thủ tục, 0 lỗi · 1 procedures, 0 faults",
    });
  });

  it("warns of faults, and says how to see them", async () => {
    const folder = folderWith({
      "procedures/a/1.001193.md": procedureFile(),
      "procedures/a/1.000002.md": "---\ncode: [\n",
    });
    expect(await check(folder)).toMatchObject({
      verdict: "warning",
      remedy: expect.stringContaining("npm run kb -- check"),
    });
  });

  it.each([
    ["an empty folder", () => folderWith({})],
    ["no folder", () => "no-such-folder"],
  ])("is broken with %s", async (_, folder) => {
    expect(await check(folder())).toMatchObject({
      verdict: "broken",
      remedy: expect.stringContaining("procedures/**/*.md"),
    });
  });
});
