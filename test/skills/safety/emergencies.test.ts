import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Emergency, emergencyIn } from "../../../src/skills/safety/emergencies.ts";
import { fold } from "../../../src/text/fold.ts";

const emergency = (text: string) => emergencyIn({ text });

const CRIES: readonly (readonly [string, Emergency])[] = [
  ["nhà tui cháy rồi", "fire"],
  ["cháy nhà cứu với", "fire"],
  ["nhà hàng xóm đang cháy", "fire"],
  ["gọi cứu hỏa số mấy", "fire"],
  ["có người chết đuối", "water"],
  ["con tôi rớt xuống sông", "water"],
  ["ghe bị chìm ngoài biển", "water"],
  ["tàu bị nạn trên biển", "water"],
  ["ba tôi bị đột quỵ", "medical"],
  ["có tai nạn xe trước nhà", "medical"],
  ["bị rắn cắn", "medical"],
  ["vợ tôi vỡ ối rồi", "medical"],
  ["có người bị đâm", "crime"],
  ["nhà tôi có trộm", "crime"],
  ["bị cướp giật điện thoại", "crime"],
  ["chồng đánh tôi", "crime"],
  ["bạo hành trẻ em", "child"],
  ["bé bị xâm hại", "child"],
  ["tôi muốn tự tử", "despair"],
  ["tôi không muốn sống nữa", "despair"],
  ["mắc kẹt trong nhà bị sập", "disaster"],
];

describe("emergencyIn", () => {
  it.each(CRIES)("%s is %s", (text, kind) => {
    expect(emergency(text)).toBe(kind);
  });

  it.each(CRIES)("the same without marks: %s", (text, kind) => {
    expect(emergency(fold(text))).toBe(kind);
  });

  it.each([
    "thủ tục phòng cháy chữa cháy",
    "nghiệm thu PCCC cần giấy tờ gì",
    "nhà bị cháy mất sổ đỏ thì làm lại sao",
    "làm giấy chứng tử",
    "đăng ký khai tử cho người chết đuối",
    "bảo hiểm tai nạn lao động hưởng sao",
    "bị tai nạn giao thông được bồi thường bao nhiêu tiền",
    "tàu chìm thì xóa đăng ký thế nào",
    "bị trộm mất giấy tờ xe, làm lại ở đâu",
    "chồng tôi tự tử chết, làm khai tử ở đâu",
    "hỗ trợ nhà ở bị sập do lốc xoáy",
    "phòng chống bạo lực gia đình",
    "đánh máy sai tên trong hợp đồng",
    "ba tôi chết rồi cần làm gì",
    "vợ tôi sắp sinh cần làm gì",
    "năm ngoái bị tai nạn xe",
  ])("%s is an ordinary question", (text) => {
    expect(emergency(text)).toBeUndefined();
  });

  it.each([
    "khai thac dong vat rung tu tu nhien",
    "cong ty tu van moi truong",
    "muon chay xe cho khach",
    "tra cuu hoa don dien tu",
    "vui choi duoi nuoc",
    "dang chay xe tren duong",
  ])("without marks, %s sounds like one and is none", (text) => {
    expect(emergency(text)).toBeUndefined();
  });

  it("a cry for help outweighs paperwork", () => {
    expect(emergency("cứu với, nhà cháy, giấy tờ còn trong đó")).toBe("fire");
  });

  it("thinks of the child first", () => {
    expect(emergency("nó cầm dao, bé bị đánh")).toBe("child");
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void emergency(text)));
  });
});
