import { describe, expect, it } from "vitest";
import { checkKnowledge } from "../../../src/knowledge/check/check.ts";
import { folderWith, lineOf, procedureFile } from "../folder.ts";
import { guideFile, through } from "../guides/folder.ts";

const faultsOf = async (files: Readonly<Record<string, string>>, ...more: string[]) =>
  (await checkKnowledge([folderWith(files), ...more], "2026-11-24")).map(({ file, line, code, severity }) => ({
    file: file.replace(/^.*guides\//, ""),
    line,
    code,
    severity,
  }));

describe("checkGuides", () => {
  it("finds nothing wrong with guides that go together", async () => {
    const pictured = "  - id: only\n    text: Làm đi.\n    picture: {file: a.svg, alt: Hình}\n";
    expect(
      await faultsOf({
        "procedures/ho-tich/1.001193.md": procedureFile(),
        "guides/a.yaml": guideFile("a", 'aliases: [tạo]\nprocedures: ["1.001193"]\nafter: [b]\n', through("c")),
        "guides/b.yaml": guideFile("b", "aliases: [nộp]\nafter: [a]\n", through("c")),
        "guides/c.yaml": guideFile("c", "", pictured),
        "guides/pictures/a.svg": "<svg/>",
        "guides/README.md": "#",
      }),
    ).toEqual([]);
  });

  it("tells of the fault in a guide's own file", async () => {
    const text = guideFile("a").replace("Làm đi.", '""');
    expect(await faultsOf({ "guides/a.yaml": text })).toEqual([
      { file: "a.yaml", line: lineOf(text, "only"), code: "empty-field", severity: "error" },
    ]);
  });

  it.each([
    ["a guide that is not there, on the way", "", through("b"), "through: b", "unknown-guide"],
    ["a guide that is not there, afterwards", "after: [b]\n", undefined, "after: [b]", "unknown-guide"],
    ["a procedure that is not there", 'procedures: ["1.000001"]\n', undefined, "procedures:", "unknown-code"],
    [
      "a picture that is not there",
      "",
      "  - id: only\n    text: Làm đi.\n    picture: {file: a.svg, alt: Hình}\n",
      "file: a.svg",
      "missing-picture",
    ],
  ])("finds %s", async (_, more, steps, where, code) => {
    const text = guideFile("a", more, steps);
    expect(await faultsOf({ "guides/a.yaml": text })).toEqual([
      { file: "a.yaml", line: lineOf(text, where), code, severity: "error" },
    ]);
  });

  it("finds two guides of one name in one folder, but lets one folder override another", async () => {
    const files = { "guides/a.yaml": guideFile("a"), "guides/b.yaml": guideFile("a") };
    expect(await faultsOf(files)).toEqual([{ file: "b.yaml", line: 1, code: "repeated-guide", severity: "error" }]);
    expect(
      await faultsOf({ "guides/a.yaml": guideFile("a") }, folderWith({ "guides/a.yaml": guideFile("a") })),
    ).toEqual([]);
  });

  it("finds words that would start two guides, with marks or without", async () => {
    const files = {
      "guides/a.yaml": guideFile("a", "aliases: [tạo tài khoản, tao tai khoan]\n"),
      "guides/b.yaml": guideFile("b", "aliases: [đăng nhập, Tao tài khoản]\n"),
    };
    expect(await faultsOf(files)).toEqual([{ file: "b.yaml", line: 5, code: "shared-alias", severity: "error" }]);
  });

  it("finds a name that is another guide's title", async () => {
    const files = {
      "guides/a.yaml": guideFile("a"),
      "guides/b.yaml": guideFile("b", "aliases: [huong dan a]\n"),
    };
    expect(await faultsOf(files)).toEqual([{ file: "b.yaml", line: 5, code: "shared-alias", severity: "error" }]);
  });

  it("finds guides that lead through each other in a circle, however long", async () => {
    const files = {
      "guides/a.yaml": guideFile("a", "", through("b")),
      "guides/b.yaml": guideFile("b", "", through("c")),
      "guides/c.yaml": guideFile("c", "", through("a")),
      "guides/d.yaml": guideFile("d", "", through("a")),
    };
    const found = await faultsOf(files);
    expect(found.map(({ file, code }) => `${file} ${code}`)).toEqual([
      "a.yaml endless-guide",
      "b.yaml endless-guide",
      "c.yaml endless-guide",
    ]);
  });

  it("finds a check made in the future", async () => {
    const text = guideFile("a").replace("2026-11-20", "2026-12-20");
    expect(await faultsOf({ "guides/a.yaml": text })).toMatchObject([{ line: 3, code: "future-date" }]);
  });

  it("takes no file below the folder of guides", async () => {
    expect(await faultsOf({ "guides/old/a.yaml": guideFile("a") })).toMatchObject([{ code: "unknown-place" }]);
  });
});
