import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Restorer } from "../../src/search/restore.ts";
import { fold } from "../../src/text/fold.ts";
import { normalise } from "../../src/text/normalise.ts";
import { foldedSyllables } from "../../src/text/syllables.ts";
import { spelled, write } from "../text/vietnamese.ts";

const restorer = new Restorer([
  "Đăng ký khai sinh cho trẻ em",
  "đăng ký kết hôn",
  "đang xử lý hồ sơ",
  "cấp giấy phép xây dựng",
  "giấy phép lái xe",
]);

describe("Restorer", () => {
  it.each([
    ["dang ky khai sinh", "đăng ký khai sinh"],
    ["dang xu ly", "đang xử lý"],
    ["giay phep xay dung", "giấy phép xây dựng"],
  ])("%s → %s", (plain, marked) => {
    expect(restorer.restore(plain)).toBe(marked);
  });

  it("leaves text alone that has marks already", () => {
    expect(restorer.restore("dang ký khai sinh")).toBe("dang ký khai sinh");
  });

  it("keeps words that it has never read", () => {
    expect(restorer.restore("khai sinh xyz")).toBe("khai sinh xyz");
    expect(restorer.restore("")).toBe("");
  });

  it("chooses a form by what stands before it and behind it", () => {
    expect(restorer.restore("dang ky")).toBe("đăng ký");
    expect(restorer.restore("dang xu")).toBe("đang xử");
    const two = new Restorer(["bán nhà", "bản sao", "bán nhà", "bạn đọc"]);
    expect(two.restore("ban sao")).toBe("bản sao");
    expect(two.restore("ban nha")).toBe("bán nhà");
    expect(two.restore("ban doc")).toBe("bạn đọc");
  });

  it("takes the form that is read most where nothing stands beside it", () => {
    const often = new Restorer(["cấp", "cấp", "cập"]);
    expect(often.restore("cap")).toBe("cấp");
  });

  it("restores in capitals too, and keeps the syllables apart", () => {
    expect(restorer.restore("DANG KY, KHAI SINH!")).toBe("đăng ký khai sinh");
  });

  it("keeps everything when it has read nothing", () => {
    expect(new Restorer([]).restore("khai sinh")).toBe("khai sinh");
  });

  const sentence = fc.array(spelled.map(write), { minLength: 1, maxLength: 8 }).map((all) => all.join(" "));

  it("changes marks only, never letters", () => {
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 5 }), sentence, (texts, asked) => {
        const plain = fold(asked);
        expect(foldedSyllables(new Restorer(texts).restore(plain))).toEqual(foldedSyllables(plain));
      }),
    );
  });

  it("gives back the only sentence that it has read", () => {
    fc.assert(
      fc.property(fc.uniqueArray(spelled.map(write), { minLength: 1, maxLength: 8, selector: fold }), (run) => {
        const text = run.join(" ");
        fc.pre(foldedSyllables(text).length === run.length && foldedSyllables(text).join(" ") === fold(text));
        expect(new Restorer([text]).restore(fold(text)).normalize("NFC")).toBe(normalise(text));
      }),
    );
  });

  it("never throws, and reads a long text in good time", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 300 }), (text) => typeof restorer.restore(text) === "string"),
    );
    expect(foldedSyllables(restorer.restore("dang ky ".repeat(250)))).toHaveLength(500);
  });
});
