import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { findDossierCodes, ownerOfCode } from "../../src/text/dossier-codes.ts";
import { CODES, writings } from "./dossier-codes/writings.ts";

/** Codes seen on receipts and in public code. */
const SEEN = [
  "000.00.53.H48-220921-0099",
  "000.00.19.H47-260105-0001",
  "H57.132-260804-0583",
  "G22.99.09-240114-0001",
  "G22.99.08-260921-896048",
  "G22.99-251225-020175",
  "G09.20-20260609-0092637",
];

describe("the codes in a text", () => {
  it.each(SEEN)("are found: %s", (code) => {
    expect(findDossierCodes(code)).toEqual([code]);
    expect(findDossierCodes(`Mã hồ sơ: ${code}.`)).toEqual([code]);
  });

  const written = CODES.flatMap((code) => writings(code).map((text) => [text, code] as const));

  it(`are found in ${written.length} writings`, () => {
    expect(new Set(written.map(([text]) => text)).size).toBeGreaterThanOrEqual(200);
    const missed = written.filter(([text, code]) => findDossierCodes(text).join() !== code);
    expect(missed).toEqual([]);
  });

  it("are all found, each once, in their order", () => {
    const text = `${SEEN.join(", ")} và ${SEEN[1]?.toLowerCase()}`;
    expect(findDossierCodes(text)).toEqual(SEEN);
  });

  it("are found beside each other line by line", () => {
    expect(findDossierCodes("H12.01-260105-0001\nH12.01-260105-0002")).toEqual([
      "H12.01-260105-0001",
      "H12.01-260105-0002",
    ]);
  });

  it("are not joined to a number before them", () => {
    expect(findDossierCodes("090 12 345 H12-260105-0001")).toEqual(["H12-260105-0001"]);
    expect(findDossierCodes("000 00 01 H12-260105-0001")).toEqual(["000.00.01.H12-260105-0001"]);
  });

  it("are found in the address of a QR code", () => {
    const address = "https://dichvucong.example/tra-cuu?ma=000.00.01.H12-260105-0001&kieu=1";
    expect(findDossierCodes(address)).toEqual(["000.00.01.H12-260105-0001"]);
  });

  it("stay what they are when found again", () => {
    const digits = (length: number) => fc.stringMatching(new RegExp(`^\\d{${length}}$`));
    const code = fc
      .tuple(
        fc.constantFrom("", "000.00.01.", "000.00.132."),
        fc.constantFrom("H12", "H04", "G22", "H57"),
        fc.array(digits(2), { maxLength: 3 }),
        fc.oneof(digits(6), digits(8)),
        fc.integer({ min: 3, max: 7 }).chain(digits),
      )
      .map(([zeros, unit, parts, day, number]) => `${zeros}${[unit, ...parts].join(".")}-${day}-${number}`);
    fc.assert(
      fc.property(code, (one) => {
        expect(findDossierCodes(`hồ sơ ${one} ạ`)).toEqual([one]);
      }),
    );
  });

  it("never throw", () => {
    fc.assert(fc.property(fc.string({ unit: "binary" }), (text) => Array.isArray(findDossierCodes(text))));
    const hostile = `H12${".01".repeat(700)}-26`.repeat(1);
    const began = performance.now();
    for (const text of [hostile, "H12 ".repeat(500), "000.00.01.".repeat(200), "H12-260105-".repeat(180)]) {
      findDossierCodes(text);
    }
    expect(performance.now() - began).toBeLessThan(1_000);
  });
});

describe("whose a code is", () => {
  it.each([
    ["000.00.01.H12-260105-0001", "ours"],
    ["H12.132-260105-0001", "ours"],
    ["H04.01-260105-0001", "ours"],
    ["000.00.53.H48-220921-0099", "province"],
    ["H57.132-260804-0583", "province"],
    ["G22.99-251225-020175", "ministry"],
    ["000.00.01.G12-260105-0001", "ministry"],
  ] as const)("%s is %s", (code, owner) => {
    expect(ownerOfCode(code)).toBe(owner);
  });
});
