import { describe, expect, it } from "vitest";
import { ASPECT_PHRASES, aspects } from "../../src/text/aspects.ts";
import { fold } from "../../src/text/fold.ts";
import { foldedSyllables, syllables } from "../../src/text/syllables.ts";

function facetsOf(text: string): string[] {
  const all = syllables(text);
  const found = aspects(
    all.map((one) => one.folded),
    all.map((one) => one.written),
  );
  return [...new Set(found.map(({ value }) => value))];
}

const ASKED: readonly (readonly [question: string, facet: string])[] = [
  ["Làm giấy khai sinh cho con cần giấy tờ gì?", "papers"],
  ["đi đăng ký kết hôn đem theo gì vậy", "papers"],
  ["Bao lâu thì có sổ hồng", "time"],
  ["làm căn cước mấy bữa lấy được", "time"],
  ["Lệ phí làm căn cước hết bao nhiêu tiền", "fee"],
  ["sao y một tờ giá bao nhiêu", "fee"],
  ["Xin xác nhận độc thân ở đâu", "where"],
  ["nộp chỗ nào vậy em", "where"],
  ["Xin giấy phép xây nhà làm thế nào", "steps"],
  ["Con tui nhờ người khác nhận giùm, có được không", "who"],
  ["Đăng ký tạm trú qua mạng", "online"],
  ["Theo luật nào mà thu vậy", "law"],
  ["Tải mẫu tờ khai ở trang web", "form"],
  ["Khi nào nhận kết quả", "result"],
];

describe("aspects", () => {
  it.each(ASKED)("%s → %s", (question, facet) => {
    expect(facetsOf(question)).toContain(facet);
  });

  it.each(ASKED)("the same without marks: %s → %s", (question, facet) => {
    expect(facetsOf(fold(question))).toContain(facet);
  });

  it("takes no other word for an aspect where marks tell them apart", () => {
    expect(facetsOf("cấp hộ chiếu lần đầu cho trẻ")).toEqual([]);
    expect(facetsOf("đất phi nông nghiệp")).toEqual([]);
    expect(facetsOf("bơm dầu")).toEqual([]);
  });

  it("prefers the longer phrase", () => {
    expect(aspects(foldedSyllables("hết bao nhiêu tiền"))).toEqual([{ start: 0, end: 4, value: "fee" }]);
    expect(aspects(foldedSyllables("bao nhiêu tuổi"))).toEqual([{ start: 0, end: 3, value: "who" }]);
  });

  it.each(ASPECT_PHRASES)("finds its own phrase %j, whole", (phrase) => {
    const folded = foldedSyllables(phrase);
    expect(phrase).toBe(phrase.trim().replace(/\s+/g, " "));
    expect(aspects(folded)).toMatchObject([{ start: 0, end: folded.length }]);
  });
});
