import { describe, expect, it } from "vitest";
import { FRONT, own } from "../../../../src/skills/answer/compose/line.ts";
import { sourceLine } from "../../../../src/skills/answer/compose/source-line.ts";
import { birth, procedureOf, TODAY, words } from "../../fixture.ts";

const at = (heading: string, law?: string) => ({ text: "x", heading, quote: "x", ...(law !== undefined && { law }) });
const line = (lines: Parameters<typeof sourceLine>[1], procedure = birth) =>
  sourceLine(procedure, lines, TODAY, words.answer);

describe("sourceLine", () => {
  it("names file, heading, law and the day of the check", () => {
    expect(line([at("Lệ phí", "281/2016/TT-BTC")]).text).toBe(
      "Nguồn: procedures/ho-tich/1.001193.md › Lệ phí · 281/2016/TT-BTC · kiểm ngày 24/11/2026",
    );
  });

  it("names the laws of the procedure that are in force when the lines follow none", () => {
    expect(line([at("Các bước")]).text).toContain(" · 60/2014/QH13 · ");
    expect(line([at("Các bước")]).text).not.toContain("158/2005");
  });

  it("names each heading once, and no heading for the bot's words, doubts or another file", () => {
    const lines = [
      at("Lệ phí"),
      at("Lệ phí"),
      own("Dạ."),
      at(FRONT.uncertain),
      { ...at("Trung tâm"), file: "offices.yaml" },
    ];
    expect(line(lines).text).toContain("› Lệ phí ·");
  });

  it("stops after three headings and three laws", () => {
    const procedure = procedureOf({
      code: "1.000001",
      name: "A",
      legalBasis: ["1/2020/QH", "2/2020/QH", "3/2020/QH", "4/2020/QH"].map((number) => ({ number })),
    });
    const { text } = line([at("Một"), at("Hai"), at("Ba"), at("Bốn")], procedure);
    expect(text).toContain("Một, Hai, Ba… · 1/2020/QH, 2/2020/QH, 3/2020/QH… ·");
  });

  it("has no law to name when the file has none", () => {
    const procedure = procedureOf({ code: "1.000001", name: "A", legalBasis: [] });
    expect(line([at("Lệ phí")], procedure).text).toMatch(/› Lệ phí · kiểm ngày/);
  });

  it("quotes all the numbers that it shows", () => {
    expect(line([at("Các bước")]).quote).toBe("1.001193 · Đăng ký khai sinh · 60/2014/QH13 · 24/11/2026");
  });
});
