import { chmodSync, mkdirSync, symlinkSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { findFiles, readContent } from "../../src/knowledge/files.ts";
import { folderWith, put } from "./folder.ts";

describe("findFiles", () => {
  it("lists Markdown and YAML by path, without README, hidden and other files", () => {
    const folder = folderWith({
      "procedures/b/2.md": "b",
      "procedures/a/1.md": "a",
      "everyday/x.yaml": "x",
      "everyday/y.yml": "y",
      "README.md": "r",
      "faq/README.md": "r",
      ".git/x.md": "g",
      "faq/.draft.md": "d",
      "import-report.json": "{}",
      "notes.txt": "t",
    });
    const { files, faults } = findFiles([folder]);
    expect(files.map(({ path }) => path)).toEqual([
      "everyday/x.yaml",
      "everyday/y.yml",
      "procedures/a/1.md",
      "procedures/b/2.md",
    ]);
    expect(files[2]).toMatchObject({ folder: 0, shown: join(folder, "procedures/a/1.md"), bytes: 1 });
    expect(faults).toEqual([]);
  });

  it("keeps the order of the folders", () => {
    const [one, two] = [folderWith({ "z.md": "" }), folderWith({ "a.md": "" })];
    expect(findFiles([one, two]).files.map(({ folder, path }) => [folder, path])).toEqual([
      [0, "z.md"],
      [1, "a.md"],
    ]);
  });

  it("reports a folder that is not there, or is a file", () => {
    const folder = folderWith({ "a.md": "x" });
    expect(findFiles([join(folder, "none")]).faults).toMatchObject([{ code: "unreadable", line: 1 }]);
    expect(findFiles([join(folder, "none")]).faults[0]?.message).toContain("không tìm thấy");
    expect(findFiles([join(folder, "a.md")]).faults[0]?.message).toContain("không phải là thư mục");
  });

  it("follows links, each folder once", () => {
    const folder = folderWith({ "procedures/a/1.md": "a" });
    symlinkSync(folder, join(folder, "procedures/again"));
    symlinkSync(join(folder, "procedures/a/1.md"), join(folder, "linked.md"));
    const { files, faults } = findFiles([folder]);
    expect(files.map(({ path }) => path)).toEqual(["linked.md", "procedures/a/1.md"]);
    expect(faults).toEqual([]);
  });

  it("reports links that lead nowhere or in a circle", () => {
    const folder = folderWith({ "a.md": "x" });
    symlinkSync(join(folder, "gone.md"), join(folder, "dead.md"));
    symlinkSync(join(folder, "loop.md"), join(folder, "loop.md"));
    const { files, faults } = findFiles([folder]);
    expect(files.map(({ path }) => path)).toEqual(["a.md"]);
    expect(faults.map(({ message }) => message)).toEqual([
      "Không đọc được: không tìm thấy.",
      "Không đọc được: đường dẫn tắt chạy vòng tròn.",
    ]);
  });
});

describe("readContent", () => {
  const read = (content: string | Buffer) => {
    const [file] = findFiles([folderWith({ "a.md": content })]).files;
    if (!file) throw new Error("not found");
    return readContent(file);
  };

  it("gives text in NFC with plain line ends and no byte-order mark", () => {
    expect(read("\ufeffđa\u0301\r\nb\rc")).toMatchObject({ text: "đá\nb\nc" });
  });

  it.each([
    ["empty", "", "empty-file"],
    ["blank", " \n\t\n", "empty-file"],
    ["Windows-1258", Buffer.from([0xd0, 0xe3, 0x6b, 0xff]), "not-utf8"],
    ["huge", Buffer.alloc(1_000_001, "a"), "too-big"],
  ])("refuses a file that is %s", (_, content, code) => {
    expect(read(content)).toMatchObject({ code, line: 1, severity: "error" });
  });

  it("takes a file of just the allowed size", () => {
    expect(read(Buffer.alloc(1_000_000, "a"))).toHaveProperty("text");
  });

  it("reports a file that went away after it was found", () => {
    const folder = folderWith({ "a.md": "x" });
    const [file] = findFiles([folder]).files;
    mkdirSync(join(folder, "b.md"));
    expect(file && readContent({ ...file, shown: join(folder, "gone.md") })).toMatchObject({ code: "unreadable" });
    expect(file && readContent({ ...file, shown: join(folder, "b.md") })).toMatchObject({ code: "unreadable" });
  });

  it.skipIf(process.getuid?.() === 0)("reports a file that may not be opened", () => {
    const folder = folderWith({});
    put(folder, "a.md", "x");
    chmodSync(join(folder, "a.md"), 0);
    const [file] = findFiles([folder]).files;
    expect(file && readContent(file)).toMatchObject({ code: "unreadable" });
  });
});
