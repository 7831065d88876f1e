import { renameSync, rmSync, utimesSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { fingerprint } from "../../src/knowledge/fingerprint.ts";
import { folderWith, put } from "./folder.ts";

describe("fingerprint", () => {
  const TIME = new Date("2026-11-24T00:00:00Z");
  const fixed = (files: Record<string, string>) => {
    const folder = folderWith(files);
    for (const path of Object.keys(files)) utimesSync(join(folder, path), TIME, TIME);
    return folder;
  };

  it("is the same for the same names, sizes and times", () => {
    const files = { "faq/a.md": "x", "faq/b.md": "y" };
    expect(fingerprint([fixed(files)])).toBe(fingerprint([fixed(files)]));
    expect(fingerprint([fixed(files)])).toMatch(/^[0-9a-f]{64}$/);
  });

  it.each<[string, (folder: string) => void]>([
    ["a size", (folder) => put(folder, "faq/a.md", "xx")],
    ["a time", (folder) => utimesSync(join(folder, "faq/a.md"), TIME, new Date(0))],
    ["a new file", (folder) => put(folder, "faq/c.md", "x")],
    ["a lost file", (folder) => rmSync(join(folder, "faq/a.md"))],
    ["a name", (folder) => renameSync(join(folder, "faq/a.md"), join(folder, "faq/z.md"))],
  ])("changes with %s", (_, change) => {
    const folder = fixed({ "faq/a.md": "x", "faq/b.md": "y" });
    const before = fingerprint([folder]);
    change(folder);
    expect(fingerprint([folder])).not.toBe(before);
  });

  it("does not care for files that are not read", () => {
    const folder = fixed({ "faq/a.md": "x" });
    const before = fingerprint([folder]);
    put(folder, "README.md", "x");
    put(folder, "import-report.json", "x");
    expect(fingerprint([folder])).toBe(before);
  });

  it("tells folders in another order apart", () => {
    const [a, b] = [fixed({ "faq/a.md": "x" }), fixed({ "faq/b.md": "x" })];
    expect(fingerprint([a, b])).not.toBe(fingerprint([b, a]));
  });
});
