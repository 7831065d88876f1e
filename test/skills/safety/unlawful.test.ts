import { describe, expect, it } from "vitest";
import { isUnlawful, lawfulPart } from "../../../src/skills/safety/unlawful.ts";
import { fold } from "../../../src/text/fold.ts";

const ASKED = [
  "có ai làm giả bằng lái không",
  "mua bằng lái không cần thi",
  "làm bằng giả bao nhiêu tiền",
  "lót tay cho cán bộ bao nhiêu",
  "bôi trơn cho nhanh được không",
  "muốn đưa phong bì cho cán bộ",
  "chạy hồ sơ cho nhanh",
  "mua bằng đại học",
  "có dịch vụ bao đậu b2 không",
  "làm giả sổ đỏ",
];

describe("isUnlawful", () => {
  it.each(ASKED)("%s", (text) => {
    expect(isUnlawful(text)).toBe(true);
  });

  it.each(ASKED)("the same without marks: %s", (text) => {
    expect(isUnlawful(fold(text))).toBe(true);
  });

  it.each([
    "tố cáo cán bộ nhận hối lộ",
    "cán bộ đòi lót tay thì phản ánh ở đâu",
    "bị người ta làm giả giấy tờ",
    "làm giấy tờ giả bị phạt bao nhiêu",
    "phân biệt sổ đỏ giả",
    "bằng lái hết hạn có phải thi lại không, không cần thi lại đúng không",
    "mua bán nhà đất bằng tiền mặt",
    "cấp chứng chỉ hành nghề",
    "cap chung chi hanh nghe thu y",
    "thi ho chieu da het han",
    "thong bao co so gia cong",
    "dan phong bi thuong",
    "đăng ký khai sinh",
  ])("%s is not", (text) => {
    expect(isUnlawful(text)).toBe(false);
  });
});

describe("lawfulPart", () => {
  it.each([
    ["mua bằng lái không cần thi", "bằng lái"],
    ["làm giả sổ đỏ", "làm sổ đỏ"],
    ["chạy giấy phép xây dựng", "giấy phép xây dựng"],
  ])("%s → %s", (text, lawful) => {
    expect(lawfulPart(text).replace(/\s+/g, " ").trim()).toBe(lawful);
  });

  it("leaves words that only begin alike", () => {
    expect(lawfulPart("giải quyết mua")).toMatch(/^giải quyết/);
  });
});
