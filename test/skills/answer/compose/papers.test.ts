import { describe, expect, it } from "vitest";
import { formLines, papersLines, personalPapers } from "../../../../src/skills/answer/compose/papers.ts";
import { birth, marriage, procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe("papersLines", () => {
  it("tells what everybody needs, then each case", () => {
    expect(texts(papersLines(birth, composing))).toEqual([
      "• Tờ khai đăng ký khai sinh",
      "• Giấy tờ tuỳ thân",
      "Bé có giấy chứng sinh không?",
      "• Có giấy chứng sinh: Giấy chứng sinh",
      "• Không có giấy chứng sinh: Văn bản của 2 người làm chứng (hoặc giấy cam đoan)",
      "• Bé bị bỏ rơi: Biên bản bỏ rơi",
      "Anh/chị tự đi hay nhờ người khác?",
      "• Tự đi",
      "• Nhờ người khác: Giấy uỷ quyền có chứng thực",
    ]);
  });

  it("says so when the file names none", () => {
    expect(texts(papersLines(procedureOf({ code: "1.000001", name: "A", sections: {} }), composing))).toEqual([
      words.answer.papersMissing,
    ]);
  });
});

describe("personalPapers", () => {
  it("tells the papers of the answers alone, with their notes", () => {
    expect(texts(personalPapers(birth, [1, 1], composing))).toEqual([
      "• Tờ khai đăng ký khai sinh",
      "• Giấy tờ tuỳ thân",
      "Trường hợp của anh/chị: Không có giấy chứng sinh; Nhờ người khác",
      "• Văn bản của 2 người làm chứng",
      "• Không có giấy chứng sinh: hoặc giấy cam đoan",
      "• Giấy uỷ quyền có chứng thực",
    ]);
  });

  it("says when the case needs nothing more", () => {
    const procedure = procedureOf({
      code: "1.000001",
      name: "A",
      cases: [{ ask: "Có nhà liền kề không?", options: [{ label: "Không", papers: [] }] }],
    });
    expect(texts(personalPapers(procedure, [0], composing)).at(-1)).toBe(words.answer.noMorePapers);
  });

  it("ignores answers that no option has", () => {
    expect(texts(personalPapers(birth, [9, 9], composing)).join("\n")).not.toContain("uỷ quyền");
  });
});

describe("formLines", () => {
  it("tells the papers that are forms", () => {
    expect(texts(formLines(birth, composing))).toEqual(["• Tờ khai đăng ký khai sinh", words.answer.formPlace]);
  });

  it("says so when there is none", () => {
    const procedure = procedureOf({ ...marriage, sections: { papers: "- Giấy tuỳ thân" } });
    expect(texts(formLines(procedure, composing))[0]).toBe(words.answer.formMissing);
  });
});
