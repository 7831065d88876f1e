import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { HEADINGS } from "../../src/core/procedure.ts";
import { chunksOf } from "../../src/search/chunks.ts";
import { procedure } from "./fixture.ts";

const CODE = "1.000001";
const NAME = "Đăng ký khai sinh";

/** The passages of a procedure with this list of papers. */
function papers(text: string) {
  return chunksOf(procedure(CODE, NAME, { sections: { papers: text } }), []).slice(1);
}

describe("chunksOf", () => {
  it("begins with how the procedure is called, officially and by people", () => {
    const [first] = chunksOf(procedure(CODE, NAME, { aliases: ["làm giấy khai sinh"] }), ["mới sanh em bé"]);
    expect(first).toEqual({ code: CODE, text: "Đăng ký khai sinh. làm giấy khai sinh. mới sanh em bé" });
  });

  it("is that alone for a procedure without sections", () => {
    expect(chunksOf(procedure(CODE, NAME), [])).toEqual([{ code: CODE, text: NAME }]);
  });

  it("names the procedure and the heading in the passages of each section", () => {
    const sections = { papers: "- Giấy chứng sinh", steps: "1. Nộp hồ sơ" };
    const [, ...rest] = chunksOf(procedure(CODE, NAME, { sections }), []);
    expect(rest.map(({ text }) => text)).toEqual([
      `${NAME} – ${HEADINGS.papers}: - Giấy chứng sinh`,
      `${NAME} – ${HEADINGS.steps}: 1. Nộp hồ sơ`,
    ]);
  });

  it("makes no passage of a section without text", () => {
    expect(papers("")).toEqual([]);
    expect(papers(" \n\n ")).toEqual([]);
  });

  it("cuts a long section at the ends of lines, each passage with the name", () => {
    const line = `- ${"giấy tờ ".repeat(20)}`;
    const passages = papers(Array.from({ length: 40 }, () => line).join("\n"));
    expect(passages.length).toBeGreaterThan(3);
    for (const { code, text } of passages) {
      expect(code).toBe(CODE);
      expect(text.startsWith(`${NAME} – ${HEADINGS.papers}: - giấy tờ`)).toBe(true);
      expect(text.length).toBeLessThan(1_500);
    }
  });

  it("leaves a line whole, however long", () => {
    const line = "giấy ".repeat(1_000).trim();
    expect(papers(`${line}\nngắn`).some(({ text }) => text.includes(line))).toBe(true);
  });

  it("loses no line and repeats none", () => {
    const lines = fc.array(fc.stringMatching(/^[a-z]{1,300}$/), { minLength: 1, maxLength: 60 });
    fc.assert(
      fc.property(lines, (all) => {
        const prefix = `${NAME} – ${HEADINGS.papers}: `;
        const told = papers(all.join("\n")).flatMap(({ text }) => text.slice(prefix.length).trim().split("\n"));
        expect(told).toEqual(all);
      }),
      { numRuns: 100 },
    );
  });

  it("is the same for the same procedure: the passages decide whether vectors are still good", () => {
    const one = procedure(CODE, NAME, { sections: { papers: "- a\n- b", notes: "c" } });
    expect(chunksOf(one, ["x"])).toEqual(chunksOf(one, ["x"]));
  });
});
