import { describe, expect, it } from "vitest";
import { lawLines, resultLines, whoLines } from "../../../../src/skills/answer/compose/people.ts";
import { birth, procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);

describe("whoLines", () => {
  it("tells the field, and the limits in the notes", () => {
    expect(texts(whoLines(birth, composing))).toEqual(["Cha hoặc mẹ của bé", "• Đi khai sinh trong 60 ngày."]);
  });

  it("does not say twice what the section says", () => {
    const procedure = procedureOf({
      code: "1.000001",
      name: "A",
      who: "Công dân từ đủ 14 tuổi",
      sections: { who: "Công dân từ đủ 14 tuổi.\nTrẻ em do cha mẹ làm thay." },
    });
    expect(texts(whoLines(procedure, composing))).toEqual(["Công dân từ đủ 14 tuổi.", "Trẻ em do cha mẹ làm thay."]);
  });
});

describe("resultLines", () => {
  it("tells the result", () => {
    expect(texts(resultLines(birth, composing))).toEqual(["Giấy xác nhận"]);
  });
});

describe("lawLines", () => {
  it("tells the laws in force, with the last day of one that ends", () => {
    expect(texts(lawLines(birth, composing))).toEqual(["• 60/2014/QH13 – Luật Hộ tịch (đến hết ngày 28/2/2027)"]);
  });

  it("drops a law on the day after its last", () => {
    expect(texts(lawLines(birth, { ...composing, today: "2027-03-01" }))).toEqual([words.answer.lawMissing]);
  });

  it("shows a law without a title by its number", () => {
    const procedure = procedureOf({ code: "1.000001", name: "A", legalBasis: [{ number: "61/2025/TT-BCA" }] });
    expect(texts(lawLines(procedure, composing))).toEqual(["• 61/2025/TT-BCA"]);
  });
});
