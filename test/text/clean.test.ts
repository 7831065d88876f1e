import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clean, LONGEST } from "../../src/text/clean.ts";
import { fold } from "../../src/text/fold.ts";
import { anything, prose } from "./vietnamese.ts";

const INVISIBLE = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\p{Cn}\p{Zl}\p{Zp}\p{Default_Ignorable_Code_Point}\uFFFD]/u;

describe("clean", () => {
  it.each([
    ["", ""],
    ["   \n\t ", ""],
    ["làm\u0000giấy", "làm giấy"],
    ["khai\u200b sinh\u200d", "khai sinh"],
    ["khai\u034fsinh", "khaisinh"],
    ["\u202ekhai sinh\u202c", "khai sinh"],
    ["hỏi \ud83d nè", "hỏi nè"],
    ["dòng một\r\ndòng hai\u2028dòng ba", "dòng một dòng hai dòng ba"],
    ["chào 😀", "chào 😀"],
    ["❤\ufe0f", "❤"],
    ["<b>giấy</b> **tờ**", "<b>giấy</b> **tờ**"],
    ["\ufeffgiâ\u0301y", "giấy"],
  ])("%j → %j", (text, expected) => {
    expect(clean(text)).toBe(expected);
  });

  it("composes a mark that a zero-width character had held off its letter", () => {
    expect(clean("ho\u200b\u0300a")).toBe("hòa");
  });

  it("finds the question behind a wall of blanks", () => {
    expect(clean(`${" ".repeat(20_000)}làm căn cước`)).toBe("làm căn cước");
  });

  it("cuts at the limit, never through a surrogate pair, also when composing makes text longer", () => {
    expect(clean("a".repeat(20_000))).toHaveLength(LONGEST);
    expect(clean(`a${"😀".repeat(LONGEST)}`)).toBe(`a${"😀".repeat(LONGEST / 2 - 1)}`);
    const grows = "\ufb2c".repeat(LONGEST);
    expect(grows.normalize("NFC").length).toBeGreaterThan(LONGEST);
    expect(clean(grows)).toHaveLength(LONGEST);
  });

  it("never throws and leaves nothing invisible, ill-formed, uncomposed or too long", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anything,
          fc.array(anything, { minLength: 20 }).map((all) => all.join(" ").repeat(9)),
        ),
        (text) => {
          const cleaned = clean(text);
          expect(cleaned).not.toMatch(INVISIBLE);
          expect(cleaned.isWellFormed()).toBe(true);
          expect(cleaned.normalize("NFC")).toBe(cleaned);
          expect(cleaned.length).toBeLessThanOrEqual(LONGEST);
          expect(cleaned).not.toMatch(/^\s|\s$|\s\s/u);
          expect(clean(cleaned)).toBe(cleaned);
        },
      ),
      { numRuns: 300 },
    );
  });

  it("keeps every word of honest text", () => {
    fc.assert(
      fc.property(prose, (text) => {
        expect(fold(clean(text)).split(" ")).toEqual(fold(text).trim() === "" ? [""] : fold(text).trim().split(/\s+/));
      }),
    );
  });
});
