import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { renderText } from "../../src/channels/render.ts";

describe("renderText", () => {
  it("is the text when there is nothing to press", () => {
    expect(renderText({ text: "Dạ, không có chi.\nAnh/chị cần gì nữa?", buttons: [] })).toBe(
      "Dạ, không có chi.\nAnh/chị cần gì nữa?",
    );
  });

  it("numbers the buttons below the text", () => {
    const buttons = [
      { label: "Lệ phí", send: "#p/1.001193/fee" },
      { label: "Thời hạn", send: "#p/1.001193/time" },
    ];
    expect(renderText({ text: "Đăng ký khai sinh", buttons })).toBe("Đăng ký khai sinh\n\n  1. Lệ phí\n  2. Thời hạn");
  });

  it("lets no control character reach the terminal", () => {
    expect(
      renderText({ text: "a\u001b[2Jb\u0000\u0007c\r\n\u009bd", buttons: [{ label: "\u001b]0;x", send: "#h" }] }),
    ).toBe("a[2Jbc\nd\n\n  1. ]0;x");
  });

  it("keeps every other character, whatever is said", () => {
    fc.assert(
      fc.property(fc.string({ unit: "grapheme" }), (text) => {
        const shown = renderText({ text, buttons: [] });
        expect(shown).toBe([...text].filter((char) => char === "\n" || !/\p{Cc}/u.test(char)).join(""));
      }),
    );
  });
});
