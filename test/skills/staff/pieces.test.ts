import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { clausesOf, piecesOf } from "../../../src/skills/staff/pieces.ts";

const texts = (message: string) => piecesOf(message).map(({ text }) => text);

describe("piecesOf", () => {
  it("leaves one question as it is", () => {
    expect(piecesOf("Khai sinh cần giấy tờ gì?")).toEqual([{ text: "Khai sinh cần giấy tờ gì?", context: "" }]);
  });

  it.each([
    ["Khai sinh cần giấy tờ gì? Kết hôn ở đâu?", 2],
    ["Khai sinh cần giấy tờ gì. Còn đăng ký kết hôn thì sao?", 2],
    ["làm khai sinh cần gì, còn đăng ký kết hôn thì đóng bao nhiêu", 2],
    ["1. Khai sinh cần gì\n2. Kết hôn ở đâu\n3. Khai tử bao lâu", 3],
    ["- Khai sinh cần gì\n- Kết hôn ở đâu", 2],
    ["Tôi muốn làm khai sinh; ngoài ra tôi muốn tách hộ", 2],
    ["Khai sinh cần gì và cho tôi hỏi kết hôn ở đâu", 2],
    ["thẻ căn cước còn hạn có phải đổi không", 1],
    ["nộp ở TP. Cà Mau hay ở xã?", 1],
    ["thủ tục 1.001193 cần giấy gì", 1],
  ])("%j asks %i things", (message, count) => {
    expect(piecesOf(message)).toHaveLength(count);
  });

  it("puts what is only told beside the question that follows", () => {
    expect(piecesOf("Con tôi sinh ở nhà. Giờ muốn làm khai sinh thì sao?")).toEqual([
      { text: "Giờ muốn làm khai sinh thì sao?", context: "Con tôi sinh ở nhà" },
    ]);
  });

  it("puts what is told at the end beside the last question", () => {
    const [piece] = piecesOf("Làm khai sinh cần gì? Bé mới sanh tuần rồi.");
    expect(piece?.context).toMatch(/Bé mới sanh/);
  });

  it("joins a bare facet to the question before", () => {
    expect(texts("Tôi muốn làm khai sinh. Lệ phí bao nhiêu? Mấy ngày?")).toEqual([
      "Tôi muốn làm khai sinh Lệ phí bao nhiêu? Mấy ngày?",
    ]);
  });

  it("takes the whole for the question when nothing asks", () => {
    expect(texts("Nhà tui bị dột. Mưa hoài.")).toEqual(["Nhà tui bị dột. Mưa hoài."]);
  });

  it.each(["", "  \n ", "?!", "123"])("finds nothing in %j", (message) => {
    expect(piecesOf(message)).toEqual([]);
  });

  it("never throws and loses no question mark's sentence", () => {
    const sentence = fc.constantFrom(
      "Khai sinh cần gì?",
      "Kết hôn ở đâu?",
      "Con tôi mới sinh.",
      "Dạ chào.",
      "\n",
      "1. ",
    );
    fc.assert(
      fc.property(fc.array(sentence, { maxLength: 12 }), (sentences) => {
        const all = piecesOf(sentences.join(" "))
          .map(({ text, context }) => `${context} ${text}`)
          .join(" ");
        for (const one of sentences.filter((one) => one.endsWith("?"))) expect(all).toContain(one);
      }),
    );
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => void piecesOf(text)));
  });
});

describe("clausesOf", () => {
  it("parts a question at its commas", () => {
    expect(clausesOf("mất căn cước mấy ngày, nộp online được không?")).toEqual([
      "mất căn cước mấy ngày",
      "nộp online được không",
    ]);
  });

  it("leaves codes and numbers whole", () => {
    expect(clausesOf("thủ tục 1.001193, phí 8.000 đồng")).toEqual(["thủ tục 1.001193", "phí 8.000 đồng"]);
  });
});
