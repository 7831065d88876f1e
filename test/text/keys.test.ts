import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { telex, unrepeated, vni } from "../../src/text/keys.ts";
import { keysOf, type Spelled, spelled, write } from "./vietnamese.ts";

/** A one-letter syllable is no reading; one that needs no mark key is itself. */
const typedWithMarks = spelled.filter((one) => one.toneless.length > 1);

/** The readings of a raw word, the word itself among them. */
const readings = (raw: string) => [raw, ...telex(raw)];

const join = (keys: readonly (readonly [string, string])[]) => keys.flat().join("");

const TELEX: Readonly<Record<string, (word: Spelled) => string>> = {
  "marks at once, tone last": ({ toneless, tone }) => join(keysOf(toneless, "telex")) + tone.telex,
  "tone right behind the vowel": ({ onset, rhyme, tone }) => {
    const [first = ["", ""], ...rest] = keysOf(rhyme, "telex");
    return join(keysOf(onset, "telex")) + join([first]) + tone.telex + join(rest);
  },
  "all marks behind the word": ({ toneless, tone }) => {
    const keys = keysOf(toneless, "telex");
    const marks = [...new Set(keys.map(([, mark]) => mark))].join("");
    return keys.map(([letter]) => letter).join("") + marks + tone.telex;
  },
  "tone before the late marks": ({ toneless, tone }) => {
    const keys = keysOf(toneless, "telex");
    const marks = [...new Set(keys.map(([, mark]) => mark))].join("");
    return keys.map(([letter]) => letter).join("") + tone.telex + marks;
  },
  "w alone for ư": ({ toneless, tone }) => join(keysOf(toneless, "telex")).replace("uw", "w") + tone.telex,
};

describe("telex", () => {
  it.each([
    ["giaays", "giay"],
    ["giayas", "giay"],
    ["ddangw", "dang"],
    ["dangwd", "dang"],
    ["nguowif", "nguoi"],
    ["nguwowfi", "nguoi"],
    ["ddwowcj", "duoc"],
    ["towf", "to"],
    ["khoong", "khong"],
    ["gif", "gi"],
    ["quyeenf", "quyen"],
  ])("%s is read as %s", (raw, expected) => {
    expect(telex(raw)).toContain(expected);
  });

  it.each(["online", "karaoke", "vneid", "cccd", "google", "covid19", "giấy", "a", ""])("%j is not Telex", (word) => {
    expect(telex(word)).toEqual([]);
  });

  it.each(Object.keys(TELEX))("reads every syllable typed with %s", (habit) => {
    fc.assert(
      fc.property(typedWithMarks, (word) => {
        const raw = TELEX[habit]?.(word) ?? "";
        expect(readings(raw)).toContain(fold(write(word)));
      }),
      { numRuns: 500 },
    );
  });

  it("reads no plain syllable as another, but for those that end like a tone or repeat a mark key", () => {
    fc.assert(
      fc.property(typedWithMarks, (word) => {
        expect(telex(fold(word.toneless))).toEqual([]);
      }),
    );
  });
});

describe("vni", () => {
  it.each([
    ["giay61", "giay"],
    ["gia61y", "giay"],
    ["d9ang8", "dang"],
    ["d9ang6", "dang"],
    ["nguoi72", "nguoi"],
  ])("%s is read as %s", (raw, expected) => {
    expect(vni(raw)).toBe(expected);
  });

  it.each(["ct01", "m2", "2026", "ubnd2", "covid19", "5ngay", "giay", "o73"])("%s is not VNI", (word) => {
    expect(vni(word)).toBeUndefined();
  });

  it("reads every syllable, marks at once or behind the word", () => {
    fc.assert(
      fc.property(typedWithMarks, (word) => {
        const keys = keysOf(word.toneless, "vni");
        const atOnce = join(keys) + word.tone.vni;
        const behind = keys.map(([letter]) => letter).join("") + keys.map(([, mark]) => mark).join("") + word.tone.vni;
        for (const raw of [atOnce, behind]) {
          if (/\d/.test(raw)) expect(vni(raw)).toBe(fold(write(word)));
        }
      }),
    );
  });
});

describe("unrepeated", () => {
  it.each([
    ["diiiii", "di"],
    ["khoongggg", "khoong"],
    ["gapppp", "gap"],
    ["giay", "giay"],
    ["chaoo", "chao"],
  ])("%s → %s", (word, expected) => {
    expect(unrepeated(word)).toBe(expected);
  });

  it("gives back a syllable whose last letter was held down, and changes nothing the second time", () => {
    fc.assert(
      fc.property(typedWithMarks, fc.integer({ min: 1, max: 9 }), (word, times) => {
        const plain = fold(word.toneless);
        const held = plain + plain.slice(-1).repeat(times);
        expect(unrepeated(held)).toBe(plain);
        expect(unrepeated(unrepeated(held))).toBe(unrepeated(held));
      }),
    );
  });
});
