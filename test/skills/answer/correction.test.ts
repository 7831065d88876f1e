import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readCorrection } from "../../../src/skills/answer/correction.ts";

const session = { procedure: "1.001193" };
const read = (text: string) => readCorrection(text, session);

describe("readCorrection", () => {
  it.each(["không phải", "khong phai", "không phải vậy", "sai rồi", "nhầm rồi em ơi", "dạ không phải", "Không phải!"])(
    "%s only says no",
    (text) => {
      expect(read(text)).toMatchObject({ text: "", rejects: true, by: "words" });
    },
  );

  it.each([
    ["không phải, ý tôi là làm lại giấy khai sinh bị mất", "làm lại giấy khai sinh bị mất"],
    ["khong phai y toi la lam lai khai sinh", "lam lai khai sinh"],
    ["nhầm rồi, đăng ký kết hôn", "đăng ký kết hôn"],
    ["không phải mà là đăng ký kết hôn", "đăng ký kết hôn"],
    ["sai rồi, tôi cần tách hộ", "tôi cần tách hộ"],
  ])("%s means another", (text, meant) => {
    expect(read(text)).toMatchObject({ text: meant, rejects: true, by: "words" });
  });

  it("a no before a comma rejects, less surely", () => {
    expect(read("không, đăng ký kết hôn")).toEqual({ text: "đăng ký kết hôn", rejects: true, by: "comma" });
  });

  it("says again without rejecting", () => {
    expect(read("ý tôi là lệ phí")).toEqual({ text: "lệ phí", rejects: false, by: "words" });
  });

  it.each(["không phải nộp bản chính hả", "không có giấy chứng sinh", "đăng ký kết hôn", "dạ em hỏi lệ phí", ""])(
    "%j corrects nothing",
    (text) => {
      expect(read(text)).toBeUndefined();
    },
  );

  it("there must be something to correct", () => {
    expect(readCorrection("không phải", {})).toBeUndefined();
    expect(readCorrection("không phải", { offered: [{ label: "A", send: "#q" }] })).toBeDefined();
  });

  it("what is meant is always the end of what was typed", () => {
    fc.assert(
      fc.property(fc.constantFrom("không phải, ", "ý tôi là ", "nhầm rồi. ", "không, "), fc.string(), (start, rest) => {
        const correction = read(start + rest);
        if (correction) expect((start + rest).endsWith(correction.text)).toBe(true);
      }),
    );
  });
});
