import { describe, expect, it } from "vitest";
import { ASPECT_PHRASES } from "../../src/text/aspects.ts";
import { CHATTER_PHRASES, chatter } from "../../src/text/chatter.ts";
import { spokenPhrases } from "../../src/text/spoken.ts";
import { foldedSyllables, syllables } from "../../src/text/syllables.ts";

/** What is left of a question when its chatter is taken away. */
function content(text: string): string {
  const all = syllables(text);
  const found = chatter(
    all.map((one) => one.folded),
    all.map((one) => one.written),
  );
  return all
    .filter((_, at) => !found.some(({ start, end }) => start <= at && at < end))
    .map((one) => one.written)
    .join(" ");
}

describe("chatter", () => {
  it.each([
    ["Dạ cho em hỏi khai sinh", "khai sinh"],
    ["da cho em hoi khai sinh", "khai sinh"],
    ["Xin chào, tôi muốn tách thửa", "tách thửa"],
    ["anh ơi giúp em đăng ký kết hôn với ạ", "đăng ký kết hôn"],
    ["mình đang vô thẻ bảo hiểm hong", "vô thẻ bảo hiểm"],
    ["con có thẻ", "con thẻ"],
  ])("%s → %s", (text, expected) => {
    expect(content(text)).toBe(expected);
  });

  it("spares words that only fold like chatter, where marks tell them apart", () => {
    expect(content("đăng ký mua vôi, tai nạn")).toBe("đăng ký mua vôi tai nạn");
  });

  it("drops all that folds like chatter where no marks are typed", () => {
    expect(content("toi dang can the")).toBe("");
  });

  it("believes the reading where the text was corrected", () => {
    expect(chatter(["voi", "a"], [undefined, "ạ"])).toMatchObject([{ start: 0, end: 2 }]);
  });

  it.each(CHATTER_PHRASES)("finds its own phrase %j", (phrase) => {
    expect(phrase).toBe(phrase.trim().replace(/\s+/g, " "));
    expect(foldedSyllables(phrase).length).toBeGreaterThan(0);
    expect(content(phrase)).toBe("");
  });
});

describe("spokenPhrases", () => {
  it("holds aspects and chatter", () => {
    expect(spokenPhrases()).toEqual([...ASPECT_PHRASES, ...CHATTER_PHRASES]);
  });
});
