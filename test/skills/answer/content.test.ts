import { describe, expect, it } from "vitest";
import { contentOf } from "../../../src/skills/answer/content.ts";

describe("contentOf", () => {
  it.each([
    "lệ phí",
    "thế còn lệ phí?",
    "the con le phi",
    "mất bao lâu",
    "thế giấy tờ gì",
    "vậy nộp ở đâu em",
    "làm online được không",
    "thủ tục này ai được làm",
    "cần gì vậy",
    "cho hỏi thêm lệ phí bao nhiêu",
    "nói rõ hơn",
    "",
  ])("%j names no need of its own", (text) => {
    expect(contentOf(text)).toEqual([]);
  });

  it.each([
    ["lệ phí khai sinh", ["khai", "sinh"]],
    ["con tôi bị bệnh", ["bi", "benh"]],
    ["đăng ký kết hôn", ["dang", "ky", "ket", "hon"]],
    ["sổ đỏ mất thì làm sao", ["so", "do", "mat"]],
  ])("%s → %j", (text, content) => {
    for (const syllable of content) expect(contentOf(text)).toContain(syllable);
  });
});
