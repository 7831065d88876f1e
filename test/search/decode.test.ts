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
});
