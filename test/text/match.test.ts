import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Found, PhraseBook } from "../../src/text/match.ts";
import { syllables } from "../../src/text/syllables.ts";

const book = new PhraseBook<string>()
  .add("khai sinh", "birth")
  .add("Đăng ký khai sinh", "birth registration")
  .add("đăng ký", "registration")
  .add("đâu", "where")
  .add("phí", "fee")
  .add("hoà", "peace")
  .add("   ", "nothing");

function find(text: string, asWritten: boolean): Found<string>[] {
  const all = syllables(text);
  const folded = all.map((one) => one.folded);
  return asWritten
    ? book.find(
        folded,
        all.map((one) => one.written),
      )
    : book.find(folded);
}

describe("PhraseBook", () => {
  it("takes the longest phrase", () => {
    expect(find("toi muon dang ky khai sinh o dau", false)).toEqual([
      { start: 2, end: 6, value: "birth registration" },
      { start: 7, end: 8, value: "where" },
    ]);
  });

  it("falls back to the shorter phrase and goes on behind it", () => {
    expect(find("đăng ký lại khai sinh", false).map(({ value }) => value)).toEqual(["registration", "birth"]);
  });

  it("keeps the first value of a phrase, whatever its case and marks", () => {
    const once = new PhraseBook<number>().add("Hộ khẩu", 1).add("ho khau", 2);
    expect(once.find(["ho", "khau"])).toEqual([{ start: 0, end: 2, value: 1 }]);
  });

  it("finds nothing in nothing, and nothing with an empty book", () => {
    expect(book.find([])).toEqual([]);
    expect(new PhraseBook<number>().find(["a", "b"])).toEqual([]);
  });

  it("tells single syllables apart by their marks where the writer uses marks", () => {
    expect(find("cấp lần đầu, đất phi nông nghiệp", true)).toEqual([]);
    expect(find("nộp ở đâu, phí", true).map(({ value }) => value)).toEqual(["where", "fee"]);
    expect(find("lan dau nop phi", true).map(({ value }) => value)).toEqual(["where", "fee"]);
  });

  it("does not mind the tone placement", () => {
    expect(find("hòa giải", true)).toEqual([{ start: 0, end: 1, value: "peace" }]);
  });

  it("goes by the reading where a syllable is not as typed", () => {
    expect(book.find(["o", "dau"], ["ở", undefined]).map(({ value }) => value)).toEqual(["where"]);
  });

  it("finds longest matches, in order, without overlap, and misses none", () => {
    const word = fc.constantFrom("a", "b", "c");
    const phrase = fc.array(word, { minLength: 1, maxLength: 4 });
    fc.assert(
      fc.property(fc.array(phrase, { maxLength: 8 }), fc.array(word, { maxLength: 20 }), (phrases, run) => {
        const known = new PhraseBook<string>();
        for (const one of phrases) known.add(one.join(" "), one.join(" "));
        const found = known.find(run);
        const startsAt = (at: number) =>
          phrases.filter((one) => one.every((part, i) => run[at + i] === part)).map((one) => one.length);
        let at = 0;
        for (const { start, end, value } of found) {
          for (; at < start; at++) expect(startsAt(at)).toEqual([]);
          expect(run.slice(start, end).join(" ")).toBe(value);
          expect(end - start).toBe(Math.max(...startsAt(start)));
          at = end;
        }
        for (; at < run.length; at++) expect(startsAt(at)).toEqual([]);
      }),
    );
  });
});
