import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { withoutPersons } from "../../../src/skills/staff/private.ts";

describe("withoutPersons", () => {
  it.each([
    ["sđt 0918222333", "0918222333"],
    ["gọi 0918.222.333 nhé", "0918.222.333"],
    ["gọi 0918 222 333 nhé", "222 333"],
    ["gọi +84918222333 nhé", "918222333"],
    ["điện thoại bàn 0290 3831 234", "3831"],
    ["cccd 096070001234", "096070001234"],
    ["cmnd 381234567", "381234567"],
    ["stk 1903456789012", "1903456789012"],
    ["email ba.nguyen@gmail.com nhé", "gmail"],
    ["Tôi tên Lý Thị Bông muốn hỏi", "Bông"],
    ["tôi là Danh Sà Rương, muốn hỏi", "Rương"],
    ["Họ và tên: Nguyễn Văn Bảy", "Bảy"],
    ["vợ Trần Thị Út muốn hỏi", "Út"],
    ["bà Mười Thị Hai bị bệnh", "Hai"],
    ["sinh ngày 12/3/1970", "1970"],
    ["sn 1970 muốn đổi căn cước", "1970"],
    ["ngụ ấp 3, xã Trần Phán, muốn hỏi", "ấp 3"],
    ["Địa chỉ: số 12 đường Lê Lợi. Muốn hỏi", "số 12"],
  ])("takes out of %j what tells whose it is", (text, personal) => {
    expect(withoutPersons(text)).not.toContain(personal);
  });

  it.each([
    "Làm giấy khai sinh cho con cần giấy tờ gì?",
    "Đăng ký kết hôn ở xã Trần Phán",
    "thủ tục 1.001193 lệ phí bao nhiêu",
    "Nghị định 123/2015/NĐ-CP, Luật 60/2014/QH13",
    "phí 8.000 đồng, 500000 đồng",
    "con sinh ở nhà, khai sinh trễ 60 ngày",
    "đường Lê Lợi phường An Xuyên",
    "Uỷ ban nhân dân xã Lý Văn Lâm",
    "đất 300m2",
  ])("leaves %j as it is", (text) => {
    expect(withoutPersons(text)).toBe(text);
  });

  it("keeps the line breaks, which tell questions apart", () => {
    expect(withoutPersons("tên Lê Văn A\n1. khai sinh\n2. kết hôn").split("\n")).toHaveLength(3);
  });

  it("never leaves a telephone or identity number, wherever it stands", () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^[1-9]\\d{${length - 1}}$`));
    const number = fc.oneof(
      digits(9).map((one) => `0${one}`),
      digits(12),
      digits(9),
    );
    const around = fc.constantFrom("", " ", ", ", ": ", "(", "\n", "sđt ", "cccd:", " nhé");
    fc.assert(
      fc.property(around, number, around, (before, one, after) => {
        expect(withoutPersons(`hỏi${before}${one}${after}`)).not.toContain(one);
      }),
    );
  });

  it("never throws, and does not grow", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(withoutPersons(text).length).toBeLessThanOrEqual(text.length + 1);
      }),
    );
  });
});
