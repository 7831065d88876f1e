import { describe, expect, it } from "vitest";
import { parseYaml } from "../../../src/knowledge/parse/yaml.ts";

const TEXT = `code: "1.001193" # mã
aliases:
  - làm giấy khai sinh
  - khai sanh
fees:
  - when: Đúng hạn
    amount: 0
  - when: Trễ hạn
    amount: null
verified: 2026-11-24
online: no
`;

describe("parseYaml", () => {
  it("reads values; days and no/yes stay text", () => {
    expect(parseYaml("a.md", TEXT).value).toEqual({
      code: "1.001193",
      aliases: ["làm giấy khai sinh", "khai sanh"],
      fees: [
        { when: "Đúng hạn", amount: 0 },
        { when: "Trễ hạn", amount: null },
      ],
      verified: "2026-11-24",
      online: "no",
    });
  });

  it.each([
    [["code"], 1],
    [["aliases"], 2],
    [["aliases", 1], 4],
    [["fees", 1], 8],
    [["fees", 1, "amount"], 9],
    [["fees", 1, "note"], 8],
    [["fees", 7], 5],
    [["fees", "x", "y"], 5],
    [["code", "deeper"], 1],
    [["nowhere"], 1],
    [["verified"], 10],
    [[], 1],
  ])("finds the line of %j", (path, line) => {
    expect(parseYaml("a.md", TEXT).line(path)).toBe(line);
  });

  it("counts from the line on which the YAML begins", () => {
    const { line, faults } = parseYaml("a.md", "a: 1\nb: x: y\n", 5);
    expect(line(["a"])).toBe(5);
    expect(faults).toMatchObject([{ file: "a.md", line: 6, code: "yaml-syntax", severity: "error" }]);
  });

  it.each([
    ["who: Cha: mẹ", "dấu hai chấm"],
    ["a: 1\na: 2", "trùng tên"],
    ["a:\n\tb: 1", "phím Tab"],
    ['a: "x', "Thiếu dấu nháy"],
    ["a: @x", "dấu nháy kép"],
    ["a: [1, 2", "dấu ngoặc đóng"],
    ["a: *x", "dấu * hoặc &"],
    ["a: &x 1\nb: *x", "dấu * hoặc &"],
    ["- a\nb: 1", "Máy không đọc được dòng này"],
  ])("says in plain words what is wrong with %j", (text, words) => {
    const { value, faults } = parseYaml("a.md", text);
    expect(value).toBeUndefined();
    expect(faults[0]?.message).toContain(words);
  });

  it("does not let aliases grow a small file into a huge value", () => {
    const bomb = `a: &a [x,x]\nb: &b [*a,*a]\nc: &c [*b,*b]\nd: [*c,*c]\n`;
    expect(parseYaml("a.md", bomb).faults).toHaveLength(1);
  });

  it("takes an empty text as nothing", () => {
    expect(parseYaml("a.md", "")).toMatchObject({ value: null, faults: [] });
  });
});
