import { describe, expect, it } from "vitest";
import { own, sectionLines, sourcesOf } from "../../../../src/skills/answer/compose/line.ts";
import { birth, procedureOf } from "../../fixture.ts";

describe("sectionLines", () => {
  it("makes a line of each line, quoted word for word", () => {
    expect(sectionLines(birth, "papers")).toEqual([
      { text: "• Tờ khai đăng ký khai sinh", heading: "Giấy tờ cần có", quote: "- Tờ khai đăng ký khai sinh" },
      { text: "• Giấy tờ tuỳ thân", heading: "Giấy tờ cần có", quote: "- Giấy tờ tuỳ thân" },
    ]);
  });

  it("leaves blank lines out", () => {
    const procedure = procedureOf({ code: "1.000001", name: "A", sections: { steps: "1. Một.\n\n  \n2. Hai." } });
    expect(sectionLines(procedure, "steps").map(({ text }) => text)).toEqual(["1. Một.", "2. Hai."]);
  });

  it("is empty for a section that is not there", () => {
    expect(sectionLines(birth, "who")).toEqual([]);
  });
});

describe("sourcesOf", () => {
  const a = { text: "A", heading: "Lệ phí", quote: "a" };
  const b = { text: "B", heading: "Lệ phí", quote: "b" };
  const c = { text: "C", heading: "Thời hạn", quote: "c" };

  it("joins the lines of one heading into one quote", () => {
    expect(sourcesOf(birth, [a, c, b])).toEqual([
      { code: birth.code, file: birth.file, heading: "Lệ phí", quote: "a\nb" },
      { code: birth.code, file: birth.file, heading: "Thời hạn", quote: "c" },
    ]);
  });

  it("cites nothing for the bot's own words", () => {
    expect(sourcesOf(birth, [own("Dạ.")])).toEqual([]);
  });

  it("cites another file without the procedure's code", () => {
    const office = { text: "X", heading: "Trung tâm", quote: "x", file: "offices.yaml" };
    expect(sourcesOf(birth, [office])).toEqual([{ code: "", file: "offices.yaml", heading: "Trung tâm", quote: "x" }]);
  });
});
