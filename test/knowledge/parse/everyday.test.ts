import { describe, expect, it } from "vitest";
import { parseEveryday } from "../../../src/knowledge/parse/everyday.ts";

const TEXT = `# hộ tịch
- code: "1.001193"
  common: everyday
  event: nhà mới có em bé
  phrases:
    - làm giấy khai sanh cho con
    - mới sanh em bé cần làm giấy gì
  away: [nước ngoài]
- code: "2.000635"
  common: rare
  event: mất bản chính
  phrases: [xin trích lục]
`;

describe("parseEveryday", () => {
  it("reads entries and where they stand", () => {
    const { entries, faults } = parseEveryday("e.yaml", TEXT);
    expect(faults).toEqual([]);
    expect(entries.map(({ value }) => value)).toEqual([
      {
        code: "1.001193",
        common: "everyday",
        event: "nhà mới có em bé",
        phrases: ["làm giấy khai sanh cho con", "mới sanh em bé cần làm giấy gì"],
        away: ["nước ngoài"],
      },
      { code: "2.000635", common: "rare", event: "mất bản chính", phrases: ["xin trích lục"], away: [] },
    ]);
    expect(entries[0]?.line(["phrases", 1])).toBe(7);
    expect(entries[1]?.line(["code"])).toBe(9);
  });

  it("leaves out a faulty entry and keeps the others", () => {
    const { entries, faults } = parseEveryday("e.yaml", TEXT.replace("common: everyday", "common: always"));
    expect(entries.map(({ value }) => value.code)).toEqual(["2.000635"]);
    expect(faults).toMatchObject([{ file: "e.yaml", line: 3, code: "wrong-value" }]);
    expect(faults[0]?.message).toContain("everyday, sometimes, rare");
  });

  it.each([
    ["  event: mất bản chính\n", "", "missing-field", 9],
    ["  phrases: [xin trích lục]", "  phrases: []", "wrong-value", 12],
    ["  phrases: [xin trích lục]", "  phrase: [xin trích lục]", "unknown-field", 12],
    ['"2.000635"', "2.000635", "wrong-value", 9],
  ])("tells of %j written %j", (from, to, code, line) => {
    const { faults } = parseEveryday("e.yaml", TEXT.replace(from, to));
    expect(faults.find((fault) => fault.code === code)?.line).toBe(line);
  });

  it("wants a list", () => {
    expect(parseEveryday("e.yaml", "code: x").faults).toMatchObject([{ code: "wrong-value", line: 1 }]);
    expect(parseEveryday("e.yaml", "# trống").faults).toMatchObject([{ code: "wrong-value", line: 1 }]);
  });

  it("gives nothing when the YAML is broken", () => {
    const { entries, faults } = parseEveryday("e.yaml", TEXT.replace("event: nhà", "event: nhà: mới"));
    expect(entries).toEqual([]);
    expect(faults[0]).toMatchObject({ code: "yaml-syntax", line: 4 });
  });
});
