import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { Decoder } from "../../src/search/decode.ts";
import { Speller } from "../../src/search/speller.ts";
import { syllables } from "../../src/text/syllables.ts";

const counts = new Map(
  [
    "dang",
    "ky",
    "khai",
    "sinh",
    "ket",
    "hon",
    "ke",
    "hoach",
    "giay",
    "to",
    "ca",
    "xa",
    "khong",
    "cong",
    "an",
    "cho",
    "con",
  ].map((syllable) => [syllable, 50]),
);
const together = new Set([
  "dang ky",
  "khai sinh",
  "ket hon",
  "ky khai",
  "ky ket",
  "ke hoach",
  "giay to",
  "cong an",
  "an xa",
  "cho con",
]);
const decoder = new Decoder(
  new Speller(counts),
  new Map([
    ["đk", [["dang", "ky"]]],
    ["dk", [["dang", "ky"]]],
    [
      "kh",
      [
        ["ket", "hon"],
        ["ke", "hoach"],
      ],
    ],
    ["ko", [["khong"]]],
    ["ca", [["cong", "an"]]],
  ]),
  (before, next) => (before === undefined ? 3 : together.has(`${before} ${next}`) ? 0.5 : 6),
);
const read = (text: string) =>
  decoder
    .decode(syllables(text), (a, b) => together.has(`${a} ${b}`))
    .map(({ folded }) => folded)
    .join(" ");

describe("Decoder", () => {
  it.each([
    ["đăng ký khai sinh", "dang ky khai sinh"],
    ["đk khai sinh", "dang ky khai sinh"],
    ["dk kh", "dang ky ket hon"],
    ["ko", "khong"],
    ["ca xã", "cong an xa"],
    ["ddawng kys khai sinh", "dang ky khai sinh"],
    ["giaays to72", "giay to"],
    ["khaisinh", "khai sinh"],
    ["giấy tờ cho connnn", "giay to cho con"],
    ["khia sinh", "khai sinh"],
    ["đăng ky khai sin", "dang ky khai sinh"],
  ])("%s → %s", (typed, meant) => {
    expect(read(typed)).toBe(meant);
  });

  it("leaves words alone that fit their neighbours", () => {
    expect(read("khai sinh cho con")).toBe("khai sinh cho con");
  });

  it("keeps a word typed with marks, although it looks like an abbreviation without them", () => {
    expect(read("cá")).toBe("ca");
  });

  it("keeps what was written only where it was taken as written", () => {
    const [dang, ky, khai] = decoder.decode(syllables("đk khai"), () => true);
    expect([dang?.written, ky?.written, khai?.written]).toEqual([undefined, undefined, "khai"]);
  });

  it("keeps numbers and words of other languages", () => {
    expect(read("1.001193")).toBe("1 001193");
    expect(read("привет")).toBe("привет");
  });

  it("gives nothing for nothing", () => {
    expect(read("")).toBe("");
  });

  it("chooses the reading of an abbreviation that its neighbours call for", () => {
    const two = (before: string) =>
      new Decoder(
        new Speller(counts),
        new Map([
          [
            "kh",
            [
              ["ket", "hon"],
              ["ke", "hoach"],
            ],
          ],
        ]),
        (last, next) => (last === before && next === "ke" ? 0.1 : 3),
      )
        .decode(syllables(`${before} kh`), () => false)
        .map(({ folded }) => folded);
    expect(two("xa")).toEqual(["xa", "ke", "hoach"]);
    expect(read("kh")).toBe("ket hon");
  });

  it("keeps to the likelier reading where the neighbours hardly tell them apart", () => {
    const readings = [
      ["ke", "hoach"],
      ["ket", "hon"],
    ];
    const even = new Decoder(new Speller(counts), new Map([["kh", readings]]), (_, next) => (next === "ke" ? 3.3 : 3));
    expect(even.decode(syllables("kh"), () => false).map(({ folded }) => folded)).toEqual(["ke", "hoach"]);
  });

  it("takes an abbreviation for a word where the word fits", () => {
    const asWord = new Decoder(
      new Speller(new Map([...counts, ["tau", 50]])),
      new Map([["ca", [["cong", "an"]]]]),
      (before, next) => (before === "tau" && next === "ca" ? 0.1 : 6),
    );
    const seen = (a: string, b: string) => a === "tau" && b === "ca";
    expect(asWord.decode(syllables("tau ca"), seen).map(({ folded }) => folded)).toEqual(["tau", "ca"]);
  });

  it("reads the same whatever the case", () => {
    for (const text of ["đăng ký", "đk KH", "khaisinh"]) expect(read(text.toUpperCase())).toBe(read(text));
  });

  const known = fc.array(fc.constantFrom(...counts.keys()), { minLength: 1, maxLength: 8 });

  it("leaves a sentence alone in which every word fits the one before", () => {
    fc.assert(
      fc.property(known, (run) => {
        fc.pre(!run.some((one) => one === "ca"));
        const out = decoder.decode(syllables(run.join(" ")), () => true);
        expect(out.map(({ folded }) => folded)).toEqual(run);
      }),
    );
  });

  it("invents nothing: whatever it reads was typed, is known, or stands in the list of abbreviations", () => {
    const typed = fc.array(fc.stringMatching(/^[a-zđăơ0-9]{1,9}$/), { maxLength: 6 });
    const expansions = new Set(["dang", "ky", "ket", "hon", "ke", "hoach", "khong", "cong", "an"]);
    fc.assert(
      fc.property(typed, (run) => {
        const as = new Set(syllables(run.join(" ")).map(({ folded }) => folded));
        for (const { folded } of decoder.decode(syllables(run.join(" ")), () => false)) {
          expect(as.has(folded) || counts.has(folded) || expansions.has(folded)).toBe(true);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("says how a syllable was written exactly where it kept it", () => {
    const mixed = fc.array(fc.constantFrom("đăng", "ký", "khaisinh", "giaays", "đk", "xyzt", "ko", "12"), {
      maxLength: 6,
    });
    fc.assert(
      fc.property(mixed, (run) => {
        const text = syllables(run.join(" "));
        const forms = new Set(text.map(({ written }) => written));
        for (const { folded, written } of decoder.decode(text, () => false)) {
          if (written === undefined) continue;
          expect(forms.has(written)).toBe(true);
          expect(text.some((one) => one.written === written && one.folded === folded)).toBe(true);
        }
      }),
    );
  });
});
