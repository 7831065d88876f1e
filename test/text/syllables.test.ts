import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { foldedSyllables, syllables } from "../../src/text/syllables.ts";
import { anything, prose } from "./vietnamese.ts";

describe("foldedSyllables", () => {
  it.each([
    ["Làm giấy khai-sinh, ở đâu?", ["lam", "giay", "khai", "sinh", "o", "dau"]],
    ["1.001193", ["1", "001193"]],
    ["mẫu số 02, mức II", ["mau", "so", "2", "muc", "2"]],
    ["tháng 08/2026", ["thang", "8", "2026"]],
    ["đất 500 m²", ["dat", "500", "m2"]],
    ["5 × 3 ÷ 2", ["5", "3", "2"]],
    ["“nhà” – đất…", ["nha", "dat"]],
    ["chào 😀 bạn，nhé", ["chao", "ban", "nhe"]],
    ["越南 ok", ["越南", "ok"]],
    ["mức I, mức iv, ok v", ["muc", "1", "muc", "4", "ok", "v"]],
    ["\u0301 \ud83d", []],
    ["", []],
  ])("%j", (text, expected) => {
    expect(foldedSyllables(text)).toEqual(expected);
  });

  it("reads the decomposed form like the composed one", () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(foldedSyllables(text.normalize("NFD"))).toEqual(foldedSyllables(text));
      }),
    );
  });
});

describe("syllables", () => {
  it("gives the written form, the folded form and the offset", () => {
    expect(syllables("Khai SINH, đâu?")).toEqual([
      { written: "khai", folded: "khai", at: 0 },
      { written: "sinh", folded: "sinh", at: 5 },
      { written: "đâu", folded: "dau", at: 11 },
    ]);
  });

  it("writes both tone placements and both normal forms alike", () => {
    const forms = ["hòa", "hoà", "hòa".normalize("NFD"), "HOÀ", "Hòa"].flatMap(syllables).map(({ written }) => written);
    expect(new Set(forms)).toEqual(new Set(["hoà"]));
  });

  it("writes what was typed without marks as it folds, so that only marks tell the two apart", () => {
    expect(syllables("mat 02 con, muc III").every(({ written, folded }) => written === folded)).toBe(true);
  });

  it("agrees with foldedSyllables on any text", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(syllables(text).map(({ folded }) => folded)).toEqual(foldedSyllables(text));
      }),
      { numRuns: 500 },
    );
  });

  it("points into the text, in order, and folds what it wrote", () => {
    fc.assert(
      fc.property(prose, (text) => {
        let end = 0;
        for (const { written, folded, at } of syllables(text)) {
          expect(at).toBeGreaterThanOrEqual(end);
          end = at + written.length;
          expect(fold(text.slice(at, end))).toBe(folded);
          expect(fold(written)).toBe(folded);
        }
      }),
    );
  });

  it("never throws and never gives an empty syllable", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(foldedSyllables(text)).not.toContain("");
      }),
    );
  });
});
