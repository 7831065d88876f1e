import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Button } from "../../src/core/conversation.ts";
import { isPlace, pressedBy } from "../../src/skills/offered.ts";

const choices: readonly Button[] = [
  { label: "Đăng ký khai sinh", send: "#p/1.001193" },
  { label: "Đăng ký kết hôn", send: "#p/1.000894" },
  { label: "Không phải các việc này", send: "#n" },
];
const cases: readonly Button[] = [
  { label: "Có giấy chứng sinh", send: "#c/1.001193/0" },
  { label: "Không có giấy chứng sinh", send: "#c/1.001193/1" },
  { label: "Bé bị bỏ rơi", send: "#c/1.001193/2" },
  { label: "Xem tất cả", send: "#c/1.001193/all" },
];

describe("pressedBy", () => {
  it.each([
    ["1", 0],
    ["2", 1],
    ["số 2", 1],
    ["so 2", 1],
    ["cái thứ hai", 1],
    ["cai thu hai", 1],
    ["thứ 2 nha", 1],
    ["chọn số 1 đi", 0],
    ["cái đầu", 0],
    ["cái đầu tiên", 0],
    ["cái thứ nhất", 0],
    ["cái cuối", 2],
    ["cái cuối cùng", 2],
    ["ba", 2],
    ["câu 3 ạ", 2],
  ])("%s presses button %i", (text, index) => {
    expect(pressedBy(text, choices)).toBe(choices[index]?.send);
  });

  it.each(["4", "số 0", "cái thứ năm"])("%s presses nothing: there is no such button", (text) => {
    expect(pressedBy(text, choices)).toBeUndefined();
  });

  it.each(["đâu", "tư", "năm", "nhất", "hai giấy", "2 ngày", "số 2 Lê Lợi"])("%s is not counting", (text) => {
    expect(pressedBy(text, choices)).toBeUndefined();
  });

  it("presses nothing when nothing was offered", () => {
    expect(pressedBy("2", [])).toBeUndefined();
    expect(pressedBy("2")).toBeUndefined();
  });

  it("leaves a payload alone", () => {
    expect(pressedBy("#n", choices)).toBeUndefined();
  });

  it.each(["Đăng ký kết hôn", "dang ky ket hon", "dạ đăng ký kết hôn ạ", "ĐĂNG KÝ KẾT HÔN"])("a label: %s", (text) => {
    expect(pressedBy(text, choices)).toBe("#p/1.000894");
  });

  it("does not guess from part of a procedure's name", () => {
    expect(pressedBy("kết hôn", choices)).toBeUndefined();
    expect(pressedBy("đăng ký", choices)).toBeUndefined();
  });

  it.each([
    ["có", "#c/1.001193/0"],
    ["không có", "#c/1.001193/1"],
    ["bị bỏ rơi", "#c/1.001193/2"],
    ["tất cả", "#c/1.001193/all"],
    ["dạ không có ạ", "#c/1.001193/1"],
  ])("an answer to a case question may be shortened: %s", (text, send) => {
    expect(pressedBy(text, cases)).toBe(send);
  });

  it("does not choose when two answers could be meant", () => {
    expect(pressedBy("giấy chứng sinh", cases)).toBeUndefined();
  });

  it("does not look at long texts", () => {
    expect(pressedBy("tôi muốn hỏi là cái thứ hai của mẹ tôi thì làm sao bây giờ", choices)).toBeUndefined();
  });

  it("only ever gives back what was offered", () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const pressed = pressedBy(text, choices);
        expect(pressed === undefined || choices.some(({ send }) => send === pressed)).toBe(true);
      }),
    );
  });
});

describe("isPlace", () => {
  it.each(["2", "số 2", "cái cuối", "thứ nhất"])("%s counts", (text) => {
    expect(isPlace(text)).toBe(true);
  });

  it.each(["", "đâu", "số", "lệ phí", "2 bản"])("%j does not", (text) => {
    expect(isPlace(text)).toBe(false);
  });
});
