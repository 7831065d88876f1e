import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { normalise } from "../../src/text/normalise.ts";
import { anything, prose, TONES } from "./vietnamese.ts";

describe("normalise", () => {
  it.each([
    ["hòa giải", "hoà giải"],
    ["Thúy", "Thuý"],
    ["sức khỏe", "sức khoẻ"],
    ["ỦY BAN", "UỶ BAN"],
    ["xóa nợ", "xoá nợ"],
    ["qúy", "quý"],
    ["hòan thuế", "hoàn thuế"],
    ["ngòai", "ngoài"],
  ])("puts the tone of %s on the main vowel", (typed, expected) => {
    expect(normalise(typed)).toBe(expected);
  });

  it.each(["của", "mùa", "già", "thuế", "khuỷu", "quý", "toàn", "tòng", "hoá đơn"])("leaves %s alone", (word) => {
    expect(normalise(word)).toBe(word);
  });

  it("makes the two placements of every tone the same, in both normal forms", () => {
    for (const [first, second] of ["oa", "oe", "uy", "OA", "Uy"]) {
      for (const { mark } of TONES) {
        const old = `h${first}${mark}${second}`;
        const modern = `h${first}${second}${mark}`.normalize("NFC");
        expect(normalise(old)).toBe(modern);
        expect(normalise(old.normalize("NFC"))).toBe(modern);
        expect(normalise(modern)).toBe(modern);
      }
    }
  });

  it("composes, changes nothing the second time, and keeps length and folded form", () => {
    fc.assert(
      fc.property(fc.oneof(anything, prose), (text) => {
        const once = normalise(text);
        expect(normalise(once)).toBe(once);
        expect(once.normalize("NFC")).toBe(once);
        expect(once).toHaveLength(text.normalize("NFC").length);
        expect(fold(once)).toBe(fold(text.normalize("NFC")));
      }),
    );
  });
});
