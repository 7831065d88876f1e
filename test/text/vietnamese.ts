import fc from "fast-check";

/** Spellings for the tests: syllables made of their parts, and the keys that Telex and VNI want for them. */

const ONSETS = [..."bcdđghklmnrstvx", "ch", "gh", "gi", "kh", "ng", "nh", "ph", "qu", "th", "tr"];
const NUCLEI = [
  "a",
  "ă",
  "â",
  "e",
  "ê",
  "i",
  "o",
  "ô",
  "ơ",
  "u",
  "ư",
  "y",
  "ai",
  "ao",
  "ây",
  "iê",
  "uô",
  "ươ",
  "oa",
  "oe",
];
const CODAS = ["", "", "c", "m", "n", "ng", "p", "t"];
/** Combining mark, Telex key and VNI key of each tone. */
export const TONES = [
  { mark: "", telex: "", vni: "" },
  { mark: "\u0301", telex: "s", vni: "1" },
  { mark: "\u0300", telex: "f", vni: "2" },
  { mark: "\u0309", telex: "r", vni: "3" },
  { mark: "\u0303", telex: "x", vni: "4" },
  { mark: "\u0323", telex: "j", vni: "5" },
] as const;

const SHAPES: Readonly<Record<string, readonly [telex: string, vni: string]>> = {
  ă: ["w", "8"],
  â: ["a", "6"],
  ê: ["e", "6"],
  ô: ["o", "6"],
  ơ: ["w", "7"],
  ư: ["w", "7"],
  đ: ["d", "9"],
};

export interface Spelled {
  /** With its shapes (ă, đ …), without its tone. */
  readonly toneless: string;
  readonly onset: string;
  readonly rhyme: string;
  readonly tone: (typeof TONES)[number];
}

/** A syllable in the shape of Vietnamese, most of them real words. */
export const spelled: fc.Arbitrary<Spelled> = fc
  .record({
    onset: fc.constantFrom(...ONSETS),
    nucleus: fc.constantFrom(...NUCLEI),
    coda: fc.constantFrom(...CODAS),
    tone: fc.constantFrom(...TONES),
  })
  .map(({ onset, nucleus, coda, tone }) => {
    // No word has "quu", "quo" or "gii".
    if (onset === "qu" && /^[uưoô]/.test(nucleus)) return { onset: "h", rhyme: "oa", tone, toneless: "hoa" };
    if (onset === "gi" && nucleus.startsWith("i")) return { onset: "g", rhyme: "i", tone, toneless: "gi" };
    const rhyme = nucleus + (nucleus.length > 1 && /[iyo]$/.test(nucleus) ? "" : coda);
    return { onset, rhyme, tone, toneless: onset + rhyme };
  });

/** The written word: the tone stands on the last shaped vowel, else on the first vowel. */
export function write({ onset, rhyme, tone }: Spelled): string {
  const at = Math.max(0, ...[..."ăâêôơư"].map((vowel) => rhyme.lastIndexOf(vowel)));
  return onset + (rhyme.slice(0, at + 1) + tone.mark + rhyme.slice(at + 1)).normalize("NFC");
}

/** Letter and mark keys of each letter: "đ" is ["d", "d"] on Telex and ["d", "9"] on VNI. */
export function keysOf(text: string, method: "telex" | "vni"): (readonly [letter: string, mark: string])[] {
  return [...text].map((letter) => {
    const shape = SHAPES[letter];
    return shape === undefined
      ? [letter, ""]
      : [letter === "đ" ? "d" : letter.normalize("NFD").charAt(0), shape[method === "telex" ? 0 : 1]];
  });
}

/** Running text: words of the language with blanks and punctuation. */
export const prose: fc.Arbitrary<string> = fc
  .array(fc.tuple(spelled.map(write), fc.constantFrom(" ", ", ", ". ", "\n", " – ")), { maxLength: 12 })
  .map((words) => words.flat().join(""));

/** Anything that can arrive: any UTF-16 units, among them halves of pairs, marks alone, controls and zero-width. */
export const anything: fc.Arbitrary<string> = fc.oneof(
  fc.string({ unit: "binary" }),
  fc.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 60 }).map((units) => String.fromCharCode(...units)),
  fc
    .array(
      fc.constantFrom(
        "a",
        "o",
        "̀",
        "̣",
        "̂",
        "\u200b",
        "\u200d",
        "\u00ad",
        "\u0000",
        "\t",
        "\u2028",
        "\ud83d",
        "\ude00",
        "đ",
        "=",
        "😀",
        "\ufe0f",
        "²",
        "ﷺ",
      ),
      { maxLength: 40 },
    )
    .map((parts) => parts.join("")),
  prose,
);
