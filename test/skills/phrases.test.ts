import { describe, expect, it } from "vitest";
import { Phrases } from "../../src/skills/phrases.ts";
import { syllables } from "../../src/text/syllables.ts";

const book = Phrases.by({
  where: "ở đâu | đâu",
  first: "lần đầu",
  peace: "hòa giải",
  exact: "=thi hộ",
});

describe("Phrases", () => {
  it("finds what is typed with its marks", () => {
    expect(book.in("nộp ở đâu")).toEqual(["where"]);
  });

  it("finds what is typed without marks", () => {
    expect(book.in("nop o dau")).toEqual(["where"]);
  });

  it("leaves alone what is typed with other marks", () => {
    expect(book.in("ở đậu")).toEqual([]);
    expect(book.in("tư đâù")).toEqual([]);
  });

  it("takes the longest first and goes on after it", () => {
    const found = book.find(syllables("lần đầu ở đâu"));
    expect(found).toEqual([
      { start: 0, end: 2, value: "first" },
      { start: 2, end: 4, value: "where" },
    ]);
  });

  it("tries a shorter phrase where a longer one is spelled otherwise", () => {
    expect(book.find(syllables("ớ đâu"))).toEqual([{ start: 1, end: 2, value: "where" }]);
  });

  it.each(["hòa giải", "hoà giải", "HÒA GIẢI", "hoa giai"])("knows both places of a tone mark: %s", (text) => {
    expect(book.in(text)).toEqual(["peace"]);
  });

  it("wants the marks of a phrase written with =", () => {
    expect(book.in("thi hộ")).toEqual(["exact"]);
    expect(book.in("tu thi ho chieu")).toEqual([]);
  });

  it("names each value once, in order", () => {
    expect(book.in("đâu lần đầu đâu")).toEqual(["where", "first"]);
  });

  it("says whether there is any", () => {
    const any = Phrases.of("một | hai ba");
    expect(any.any("xin hai ba cái")).toBe(true);
    expect(any.any("xin hai cái")).toBe(false);
    expect(any.any("")).toBe(false);
  });
});
