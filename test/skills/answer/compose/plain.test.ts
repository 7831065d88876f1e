import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { plain } from "../../../../src/skills/answer/compose/plain.ts";

describe("plain", () => {
  it.each([
    ["- Tờ khai", "• Tờ khai"],
    ["* Tờ khai", "• Tờ khai"],
    ["1. Nộp hồ sơ", "1. Nộp hồ sơ"],
    ["   - Bản sao", "  • Bản sao"],
    ["**Mã này đã hết dùng.**", "Mã này đã hết dùng."],
    ["Xem [trang Cổng](https://dichvucong.gov.vn/a)", "Xem trang Cổng: https://dichvucong.gov.vn/a"],
    ["### Tiêu đề", "Tiêu đề"],
    ["mẫu `CT01`", "mẫu CT01"],
    ["a_b_c", "a_b_c"],
    ["_nghiêng_ thôi", "nghiêng thôi"],
    ["2 * 3 = 6", "2 * 3 = 6"],
    ["", ""],
  ])("%j → %j", (markdown, text) => {
    expect(plain(markdown)).toBe(text);
  });

  it("never throws, and keeps a line a line", () => {
    fc.assert(
      fc.property(fc.string(), (line) => {
        expect(plain(line.replace(/\n/g, " "))).not.toContain("\n");
      }),
    );
  });
});
