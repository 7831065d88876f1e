import { describe, expect, it } from "vitest";
import { basis, doubts, doubtsAbout, hasMoreLaws } from "../../../src/skills/staff/laws.ts";
import { birth, TODAY, words } from "../fixture.ts";
import { residence } from "./fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const texts = (lines: readonly { readonly text: string }[]) => lines.map(({ text }) => text);

describe("basis", () => {
  it("puts the laws first that the lines told follow", () => {
    const told = [{ text: "", heading: "", quote: "", law: "6/2020/QH14" }];
    expect(texts(basis(residence, told, { ...composing, most: 3 }, "MORE"))).toEqual([
      "• 6/2020/QH14 – Luật thứ 6",
      "• 1/2020/QH14 – Luật thứ 1",
      "• 2/2020/QH14 – Luật thứ 2",
      "MORE",
    ]);
  });

  it("tells only laws in force, with their last day", () => {
    expect(texts(basis(birth, [], { ...composing, most: 3 }, "MORE"))).toEqual([
      "• 60/2014/QH13 – Luật Hộ tịch (đến hết ngày 28/2/2027)",
    ]);
  });

  it("says that none is known", () => {
    const none = { ...birth, legalBasis: [] };
    expect(texts(basis(none, [], { ...composing, most: 3 }, "MORE"))).toEqual([words.answer.lawMissing]);
  });

  it("knows whether it leaves laws out", () => {
    expect(hasMoreLaws(residence, TODAY, 6)).toBe(true);
    expect(hasMoreLaws(residence, TODAY, 7)).toBe(false);
    expect(hasMoreLaws(birth, TODAY, 1)).toBe(false);
  });
});

describe("doubts", () => {
  it("are for the citizen those about what was told", () => {
    expect(texts(doubtsAbout(residence, { facets: ["fee"] }))).toEqual(["• Mức phí có thể đổi."]);
    expect(texts(doubtsAbout(residence, { facets: ["all"] }))).toEqual([
      "• Mức phí có thể đổi.",
      "• Giấy chỗ ở tuỳ nơi.",
    ]);
    expect(doubtsAbout(residence, { facets: [] })).toEqual([]);
  });

  it("are for the officer also those about the law and in general, each once", () => {
    expect(texts(doubts(residence, { facets: ["fee"] }, words.staff))).toEqual([
      "• Mức phí có thể đổi.",
      "• Luật mới sắp có.",
      "• Mã có thể khác.",
    ]);
    expect(texts(doubts(residence, { facets: ["law"] }, words.staff))).toEqual([
      "• Luật mới sắp có.",
      "• Mã có thể khác.",
    ]);
  });

  it.each([{ origin: "imported" }, { confidence: "low" }] as const)("tell that nobody checked the file: %j", (more) => {
    expect(texts(doubts({ ...birth, ...more }, { facets: [] }, words.staff))).toEqual([words.staff.unchecked]);
  });
});
