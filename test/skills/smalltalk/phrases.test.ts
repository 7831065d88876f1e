import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Kind, smalltalkIn } from "../../../src/skills/smalltalk/phrases.ts";
import { fold } from "../../../src/text/fold.ts";

const SAID: readonly (readonly [string, Kind])[] = [
  ["chào em", "greeting"],
  ["xin chào trợ lý", "greeting"],
  ["hello", "greeting"],
  ["alo có ai không", "greeting"],
  ["cảm ơn em nhiều", "thanks"],
  ["cám ơn nha", "thanks"],
  ["thank you", "thanks"],
  ["tks", "thanks"],
  ["tạm biệt", "goodbye"],
  ["bye", "goodbye"],
  ["đm", "insult"],
  ["mày ngu quá", "insult"],
  ["đồ vô dụng", "insult"],
  ["bạn là ai vậy", "identity"],
  ["bot hả", "identity"],
  ["người hay máy", "identity"],
  ["/start", "menu"],
  ["help", "menu"],
  ["bạn giúp được gì", "menu"],
  ["ok em", "agreed"],
  ["dạ", "agreed"],
  ["được rồi", "agreed"],
  ["không", "declined"],
  ["thôi khỏi", "declined"],
  ["thôi không làm khai sinh nữa", "declined"],
  ["tôi không làm khai sinh nữa", "declined"],
  ["thời tiết hôm nay", "offTopic"],
  ["giá vàng hôm nay bao nhiêu", "offTopic"],
  ["kết quả xổ số", "offTopic"],
  ["cho em hỏi", "goOn"],
];

describe("smalltalkIn", () => {
  it.each(SAID)("%s is %s", (text, kind) => {
    expect(smalltalkIn(text)).toBe(kind);
  });

  it.each(SAID)("the same without marks: %s", (text, kind) => {
    expect(smalltalkIn(fold(text))).toBe(kind);
  });

  it.each([
    "chào em, làm khai sinh cần gì",
    "cảm ơn, còn lệ phí",
    "dạ lệ phí bao nhiêu",
    "ok vậy đăng ký kết hôn ở đâu",
    "không có giấy chứng sinh",
    "không làm ăn gì nữa, muốn đóng cửa tiệm",
    "không cần người giám hộ nữa",
    "một mình tôi đi làm được không",
    "mot minh toi di lam duoc khong",
    "bay gio lam the cho con",
    "dang ky ghe",
    "co phai cam the cung khong",
    "lệ phí",
    "đại lý xổ số",
    "",
    "…",
  ])("%j is more than small talk, or none", (text) => {
    expect(smalltalkIn(text)).toBeUndefined();
  });

  it("answers the thanks in a text that also greets", () => {
    expect(smalltalkIn("chào em, cảm ơn em")).toBe("thanks");
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void smalltalkIn(text)));
  });
});
