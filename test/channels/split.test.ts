import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { shortened, splitText } from "../../src/channels/split.ts";

const paragraph = (char: string, length: number) => char.repeat(length);

describe("splitText", () => {
  it.each([
    ["", []],
    [" \n\t ", []],
    ["Dạ.", ["Dạ."]],
    ["  Dạ.\n", ["Dạ."]],
    ["12345", ["12345"]],
    ["12345 67890 1", ["12345", "67890 1"]],
  ])("of %j by ten", (text, parts) => {
    expect(splitText(text, 10)).toEqual(parts);
  });

  it("cuts between paragraphs first, although more lines would fit", () => {
    const text = `${paragraph("a", 60)}\n\n${paragraph("b", 10)}\n${paragraph("c", 40)}`;
    expect(splitText(text, 100)).toEqual([paragraph("a", 60), `${paragraph("b", 10)}\n${paragraph("c", 40)}`]);
  });

  it("does not cut between paragraphs when that leaves the part half empty", () => {
    const text = `${paragraph("a", 20)}\n\n${paragraph("b", 70)}\n${paragraph("c", 40)}`;
    expect(splitText(text, 100)).toEqual([`${paragraph("a", 20)}\n\n${paragraph("b", 70)}`, paragraph("c", 40)]);
  });

  it("cuts between lines, then between sentences, then between words", () => {
    expect(splitText("Một hai ba bốn.\nNăm sáu bảy tám chín", 25)).toEqual(["Một hai ba bốn.", "Năm sáu bảy tám chín"]);
    expect(splitText("Một hai ba bốn. Năm sáu bảy tám", 25)).toEqual(["Một hai ba bốn.", "Năm sáu bảy tám"]);
    expect(splitText("Anh hỏi “sao?” Em đáp ngay rồi", 25)).toEqual(["Anh hỏi “sao?”", "Em đáp ngay rồi"]);
    expect(splitText("Một hai ba bốn năm sáu bảy tám", 25)).toEqual(["Một hai ba bốn năm sáu", "bảy tám"]);
  });

  it("keeps a link whole, dots, question marks and all", () => {
    const link = "https://dichvucong.gov.vn/p/home?a=1.b#c";
    expect(splitText(`Anh/chị mở trang này: ${link}`, 45)).toEqual(["Anh/chị mở trang này:", link]);
  });

  it("keeps together what a no-break space joins", () => {
    expect(splitText("lệ phí là 8\u00a0000\u00a0đồng", 15)).toEqual(["lệ phí là", "8\u00a0000\u00a0đồng"]);
  });

  it("cuts a word that is too long between characters", () => {
    expect(splitText("x".repeat(25), 10)).toEqual(["x".repeat(10), "x".repeat(10), "x".repeat(5)]);
    expect(splitText("👍".repeat(7), 5)).toEqual(["👍👍", "👍👍", "👍👍", "👍"]);
    expect(splitText("👨‍👩‍👧‍👦👨‍👩‍👧‍👦", 15)).toEqual(["👨‍👩‍👧‍👦", "👨‍👩‍👧‍👦"]);
    expect(splitText("ê\u0323".repeat(4), 5)).toEqual(["ê\u0323ê\u0323", "ê\u0323ê\u0323"]);
  });

  it("cuts a character that is too long by itself, but no surrogate pair", () => {
    const parts = splitText(`a${"\u0301".repeat(30)}`, 10);
    expect(parts.join("")).toBe(`a${"\u0301".repeat(30)}`);
    expect(parts.every((part) => part.length <= 10)).toBe(true);
    expect(splitText("👨‍👩‍👧‍👦", 3).every((part) => part.isWellFormed())).toBe(true);
  });

  it("makes half surrogate pairs readable", () => {
    expect(splitText("a\ud800b", 10)).toEqual(["a\ufffdb"]);
  });

  const word = fc
    .string({ unit: "grapheme", minLength: 1, maxLength: 12 })
    .map((text) => text.replace(/\s/g, "") || "x");
  const blank = fc.constantFrom(" ", " ", " ", "\n", "\n\n", ". ", "? ", "  ");
  const prose = fc.array(fc.tuple(word, blank), { minLength: 1, maxLength: 120 }).map((pairs) => pairs.flat().join(""));
  const anything = fc.oneof(
    prose,
    fc.string({ unit: "grapheme", maxLength: 300 }),
    fc.string({ unit: "binary", maxLength: 300 }),
  );
  const solid = (text: string) => text.toWellFormed().replace(/\s+/g, "");

  it("loses nothing but blanks, and makes no part empty or too long", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 2, max: 200 }), (text, limit) => {
        const parts = splitText(text, limit);
        expect(solid(parts.join(""))).toBe(solid(text));
        for (const part of parts) {
          expect(part.length).toBeGreaterThan(0);
          expect(part.length).toBeLessThanOrEqual(limit);
          expect(part.isWellFormed()).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("breaks no word that fits", () => {
    fc.assert(
      fc.property(prose, fc.integer({ min: 40, max: 200 }), (text, limit) => {
        const words = (said: string) => said.split(/\s+/).filter(Boolean);
        expect(splitText(text, limit).flatMap(words)).toEqual(words(text));
      }),
      { numRuns: 500 },
    );
  });

  it("starts no part with a combining mark that had a character to stand on", () => {
    fc.assert(
      fc.property(
        fc.array(fc.constantFrom("ê\u0323", "ơ\u0309", "a", " ", "👍🏽"), { minLength: 1, maxLength: 200 }),
        fc.integer({ min: 8, max: 60 }),
        (characters, limit) => {
          for (const part of splitText(characters.join(""), limit)) expect(part).not.toMatch(/^(?:\p{M}|🏽)/u);
        },
      ),
    );
  });

  it("is quick with a very long text", () => {
    const text = `${"Một câu dài. ".repeat(20_000)}${"x".repeat(100_000)}`;
    const start = performance.now();
    expect(splitText(text, 2_000).length).toBeGreaterThan(150);
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe("shortened", () => {
  it.each([
    ["Lệ phí", 10, "Lệ phí"],
    ["Thời hạn giải quyết", 10, "Thời hạn…"],
    ["👍👍👍👍", 6, "👍👍…"],
    ["ê\u0323ê\u0323ê\u0323", 4, "ê\u0323…"],
  ])("%j to %i", (text, limit, short) => {
    expect(shortened(text, limit)).toBe(short);
  });

  it("never exceeds the limit", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), fc.integer({ min: 2, max: 30 }), (text, limit) => {
        expect(shortened(text, limit).length).toBeLessThanOrEqual(limit);
      }),
    );
  });
});
