import { describe, expect, it } from "vitest";
import { Grams, phraseOf } from "../../src/text/grams.ts";
import { syllables } from "../../src/text/syllables.ts";

function holds(text: string, phrase: string): boolean {
  const read = syllables(text);
  return new Grams(
    read.map(({ folded }) => folded),
    read.map(({ written }) => written),
  ).holds(phraseOf(phrase));
}

describe("Grams", () => {
  it.each([
    ["làm lại giấy khai sinh bị mất", "bị mất", true],
    ["lam lai giay khai sinh bi mat", "bị mất", true],
    ["làm lại giấy khai sinh", "bị mất", false],
    ["khai sinh có yếu tố nước ngoài", "yếu tố nước ngoài", true],
    ["rửa mặt", "mất", false],
    ["rua mat", "mất", true],
    ["giấy bị mất rồi", "mất", true],
    ["hoà giải", "hòa", true],
    ["một hai ba bốn năm sáu", "một hai ba bốn năm", true],
    ["một hai ba bốn năm sáu", "một hai ba bốn năm sáu", false],
    ["", "mất", false],
  ])("%j holds %j: %s", (text, phrase, expected) => {
    expect(holds(text, phrase)).toBe(expected);
  });
});
