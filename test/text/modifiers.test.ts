import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { bitCount, type Modifiers, modifiersOf } from "../../src/text/modifiers.ts";
import { foldedSyllables, syllables } from "../../src/text/syllables.ts";

function of(text: string): Modifiers {
  const all = syllables(text);
  return modifiersOf(
    all.map((one) => one.folded),
    all.map((one) => one.written),
  );
}

const ofFolded = (text: string) => modifiersOf(foldedSyllables(text));

describe("modifiersOf", () => {
  it.each([
    ["cấp lại giấy phép", "bị rách giấy phép"],
    ["gia hạn tạm trú", "tạm trú hết hạn"],
    ["thay đổi hộ tịch", "khai sinh bị sai tên"],
    ["chấm dứt hộ kinh doanh", "dẹp tiệm"],
    ["kết hôn có yếu tố nước ngoài", "lấy chồng Đài Loan"],
    ["khai tử", "ông nội mới qua đời"],
    ["xóa nợ", "khoanh nợ"],
  ])("%s and %s narrow in the same way", (title, question) => {
    const [a, b] = [of(title).narrowing, of(question).narrowing];
    expect(bitCount(a & b)).toBeGreaterThan(0);
    expect(bitCount(ofFolded(title).narrowing & ofFolded(question).narrowing)).toBeGreaterThan(0);
  });

  it.each([
    ["sang tên xe", "chuyển nhượng quyền sử dụng đất"],
    ["khai sinh cho trẻ em", "khai sinh cho con tui"],
    ["đăng ký hộ kinh doanh", "mở tiệm"],
    ["sao y giấy tờ", "cấp bản sao"],
  ])("%s and %s share a topic", (title, question) => {
    expect(bitCount(of(title).topics & of(question).topics)).toBe(1);
  });

  it.each([
    ["cấp lại", "cấp đổi"],
    ["khiếu nại", "tố cáo"],
    ["miễn thuế", "hoàn thuế"],
    ["cấp lại", "xóa nợ"],
  ])("%s and %s are two meanings", (a, b) => {
    expect(of(a).narrowing & of(b).narrowing).toBe(0);
    expect(of(a).narrowing).not.toBe(0);
    expect(of(b).narrowing).not.toBe(0);
  });

  it("finds none in a plain question", () => {
    expect(of("đăng ký khai sinh")).toEqual({ narrowing: 0, topics: 0 });
    expect(of("")).toEqual({ narrowing: 0, topics: 0 });
  });

  it("takes no other word for a modifier where marks tell them apart", () => {
    expect(of("cơ quan quản lý")).toEqual({ narrowing: 0, topics: 0 });
    expect(of("quân nhân bị thương ở mặt, mỗi đội")).toEqual({ narrowing: 0, topics: 0 });
    expect(of("mở quán")).not.toEqual({ narrowing: 0, topics: 0 });
    expect(of("mo quan")).toEqual(of("mở quán"));
  });

  it("counts a longer phrase once: a cooperative union is no cooperative", () => {
    expect(of("liên hiệp hợp tác xã").topics).toBe(0);
    expect(bitCount(of("liên hiệp hợp tác xã").narrowing)).toBe(1);
  });
});

describe("bitCount", () => {
  it("counts the bits of any 32-bit word", () => {
    fc.assert(
      fc.property(fc.uniqueArray(fc.nat(31)), (places) => {
        const word = places.reduce((sum, place) => sum | (1 << place), 0);
        expect(bitCount(word)).toBe(places.length);
      }),
    );
  });
});
