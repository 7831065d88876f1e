import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { soundKey } from "../../src/text/sound.ts";
import { spelled } from "./vietnamese.ts";

describe("soundKey", () => {
  it.each([
    ["v and d", "vay", "day"],
    ["gi and d", "giay", "day"],
    ["gi and d before the end", "gin", "din"],
    ["r and d", "rung", "dung"],
    ["s and x", "sinh", "xinh"],
    ["tr and ch", "tra", "cha"],
    ["-n and -ng", "lan", "lang"],
    ["-n and -nh", "lin", "linh"],
    ["-t and -c", "mat", "mac"],
    ["-t and -ch", "it", "ich"],
    ["i and y", "ly", "li"],
    ["k and c", "ka", "ca"],
    ["qu and hu", "quyen", "huyen"],
    ["ng and ngh", "nge", "nghe"],
    ["start and end together", "xin", "sinh"],
  ])("joins %s: %s, %s", (_, a, b) => {
    expect(soundKey(a)).toBe(soundKey(b));
  });

  it.each([
    ["lan", "nan"],
    ["ba", "pa"],
    ["giay", "tay"],
    ["sinh", "kinh"],
    ["dat", "cat"],
    ["xa", "xo"],
  ])("keeps %s and %s apart", (a, b) => {
    expect(soundKey(a)).not.toBe(soundKey(b));
  });

  it("has a key of letters for every syllable, never longer than it, and the key sounds like itself", () => {
    fc.assert(
      fc.property(spelled, ({ toneless }) => {
        const folded = fold(toneless);
        const key = soundKey(folded);
        expect(key).toMatch(/^[a-z]+$/);
        expect(key.length).toBeLessThanOrEqual(folded.length);
        expect(soundKey(key)).toBe(key);
      }),
    );
  });
});
