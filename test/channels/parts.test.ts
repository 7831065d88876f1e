import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { toParts } from "../../src/channels/parts.ts";

const limits = { text: 60, buttons: 2, label: 12 };
const button = (number: number) => ({ label: `Nút ${number}`, send: `#p/${number}` });
const buttons = (count: number) => Array.from({ length: count }, (_, index) => button(index + 1));

describe("toParts", () => {
  it("is one part when all fits", () => {
    expect(toParts({ text: "Dạ.", buttons: buttons(2) }, limits)).toEqual([{ text: "Dạ.", buttons: buttons(2) }]);
  });

  it("hangs the buttons on the last part of a long text", () => {
    const parts = toParts({ text: `${"a".repeat(50)}\n\n${"b".repeat(50)}`, buttons: buttons(1) }, limits);
    expect(parts).toEqual([
      { text: "a".repeat(50), buttons: [] },
      { text: "b".repeat(50), buttons: buttons(1) },
    ]);
  });

  it("sends the buttons for which there is no room after it", () => {
    expect(toParts({ text: "Dạ.", buttons: buttons(5) }, limits)).toEqual([
      { text: "Dạ.", buttons: [button(1), button(2)] },
      { text: "Anh/chị chọn thêm:", buttons: [button(3), button(4)] },
      { text: "Anh/chị chọn thêm:", buttons: [button(5)] },
    ]);
  });

  it("cuts labels, never payloads", () => {
    const long = { label: "Thời hạn giải quyết", send: `#p/${"1".repeat(60)}` };
    expect(toParts({ text: "Dạ.", buttons: [long] }, limits)[0]?.buttons).toEqual([{ ...long, label: "Thời hạn gi…" }]);
  });

  it("numbers the choices where there are no buttons", () => {
    expect(toParts({ text: "Dạ.", buttons: buttons(3) }, { ...limits, buttons: 0 })).toEqual([
      { text: "Dạ.\n\n  1. Nút 1\n  2. Nút 2\n  3. Nút 3", buttons: [] },
    ]);
  });

  it("sends nothing for nothing, and buttons even without a text", () => {
    expect(toParts({ text: "", buttons: [] }, limits)).toEqual([]);
    expect(toParts({ text: " ", buttons: buttons(1) }, limits)).toEqual([
      { text: "Anh/chị chọn thêm:", buttons: buttons(1) },
    ]);
  });

  it("lets no control character through", () => {
    expect(toParts({ text: "a\u0000\u001bb", buttons: [] }, limits)).toEqual([{ text: "ab", buttons: [] }]);
  });

  it("keeps to the limits and loses no button, whatever is said", () => {
    fc.assert(
      fc.property(
        fc.string({ unit: "grapheme", maxLength: 300 }),
        fc.array(fc.record({ label: fc.string({ unit: "grapheme" }), send: fc.string() }), { maxLength: 9 }),
        (text, wanted) => {
          const parts = toParts({ text, buttons: wanted }, limits);
          expect(parts.flatMap((part) => part.buttons).map(({ send }) => send)).toEqual(wanted.map(({ send }) => send));
          for (const part of parts) {
            expect(part.text.length).toBeGreaterThan(0);
            expect(part.text.length).toBeLessThanOrEqual(limits.text);
            expect(part.buttons.length).toBeLessThanOrEqual(limits.buttons);
            for (const { label } of part.buttons) expect(label.length).toBeLessThanOrEqual(limits.label);
          }
        },
      ),
    );
  });
});
