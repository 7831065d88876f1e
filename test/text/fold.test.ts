import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold, foldUnit } from "../../src/text/fold.ts";
import { anything, prose, spelled, write } from "./vietnamese.ts";

describe("fold", () => {
  it.each([
    ["Đăng ký khai sinh", "dang ky khai sinh"],
    ["GIẤY CHỨNG NHẬN", "giay chung nhan"],
    ["Ủy ban nhân dân", "uy ban nhan dan"],
    ["500 m²", "500 m2"],
    ["Ðăng ký", "dang ky"],
    ["Việt Nam 越南 😀", "viet nam 越南 😀"],
  ])("%s → %s", (text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it("changes nothing the second time", () => {
    fc.assert(
      fc.property(anything, (text) => {
        expect(fold(fold(text))).toBe(fold(text));
      }),
    );
  });

  it("does not care about case or normal form", () => {
    fc.assert(
      fc.property(prose, (text) => {
        const folded = fold(text);
        expect(fold(text.normalize("NFD"))).toBe(folded);
        expect(fold(text.normalize("NFC"))).toBe(folded);
        expect(fold(text.toUpperCase())).toBe(folded);
      }),
    );
  });

  it("leaves only a–z of every Vietnamese syllable", () => {
    fc.assert(
      fc.property(spelled.map(write), (word) => {
        expect(fold(word)).toMatch(/^[a-z]+$/);
      }),
    );
  });

  it("keeps offsets of composed text", () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(fold(text)).toHaveLength(text.length);
      }),
    );
  });
});

describe("foldUnit", () => {
  it("folds to what folding leaves alone, for every unit there is", () => {
    const again = Array.from({ length: 0x10000 }, (_, unit) => foldUnit(unit)).filter(
      (unit) => foldUnit(unit) !== unit,
    );
    expect(again).toEqual([]);
  });

  it("drops combining marks and keeps what it does not know", () => {
    expect(foldUnit(0x0301)).toBe(0);
    expect(foldUnit("ự".charCodeAt(0))).toBe("u".charCodeAt(0));
    expect(foldUnit("語".charCodeAt(0))).toBe("語".charCodeAt(0));
  });
});
