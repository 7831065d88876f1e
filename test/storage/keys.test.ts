import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { readKey, writeKey } from "../../src/storage/keys.ts";

/** Any JavaScript string, lone surrogates included. */
const anything = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });

describe("keys", () => {
  it("are well-formed, free of control characters, and lead back to the name", () => {
    fc.assert(
      fc.property(anything, (name) => {
        const key = writeKey(name);
        expect(key.isWellFormed()).toBe(true);
        expect([...key].every((character) => character >= " ")).toBe(true);
        expect(readKey(key)).toBe(name);
      }),
    );
  });

  it("start as their names start", () => {
    const words = fc.string({ unit: "binary", maxLength: 50 });
    fc.assert(
      fc.property(words, words, (start, rest) => {
        expect(writeKey(start + rest).startsWith(writeKey(start))).toBe(true);
      }),
    );
  });

  it("leave ordinary names as they are", () => {
    expect(writeKey("zalo/3041992000000000123")).toBe("zalo/3041992000000000123");
    expect(writeKey("người dân/😀")).toBe("người dân/😀");
  });

  it("have an end", () => {
    expect(writeKey("ộ".repeat(500))).toHaveLength(500);
    expect(() => writeKey("x".repeat(501))).toThrow(RangeError);
    expect(() => writeKey("\0".repeat(100))).toThrow(RangeError);
  });
});
