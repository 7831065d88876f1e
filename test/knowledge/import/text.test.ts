import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { capital, oneLine, paragraphs } from "../../../src/knowledge/import/text.ts";

describe("oneLine", () => {
  it.each([
    ["  a \n b\t c ", "a b c"],
    ["a\u00a0b\u200bc", "a b c"],
    ["\ufeffHo\u0302\u0323 tịch", "Hộ tịch"],
    ["a\u0000\u0007b", "ab"],
    ["Không có thông tin", ""],
    ["không có thông tin.", ""],
    ["Không", ""],
    ["--", ""],
    ["----", ""],
    ["", ""],
    ["Không quy định", "Không quy định"],
  ])("makes %j into %j", (text, line) => {
    expect(oneLine(text)).toBe(line);
  });

  it("never leaves a line end or a control character", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary" }), (text) => {
        expect(oneLine(text)).not.toMatch(/[\n\r\t\p{Cc}]| {2}|^ | $/u);
      }),
    );
  });
});

describe("paragraphs", () => {
  it.each([
    ["nộp từ tổ\nchức, cá nhân", "nộp từ tổ chức, cá nhân"],
    ["hồ sơ,\ngiấy tờ", "hồ sơ, giấy tờ"],
    ["một.\nhai", "một.\nhai"],
    ["Bước 1\nBước 2", "Bước 1\nBước 2"],
    ["a) một\nb) hai", "a) một\nb) hai"],
    ["một\n\n\nHai", "một\nHai"],
    ["## Các bước\n# x", "Các bước\nx"],
    ["Không có thông tin", ""],
    ["a\r\nB", "a\nB"],
  ])("makes %j into %j", (text, lines) => {
    expect(paragraphs(text)).toBe(lines);
  });

  it("never gives a heading, which would open a section of the file", () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom("#", "##", "###", " ", "\n", "a", "Bước"), { maxLength: 12 }), (parts) => {
        expect(paragraphs(parts.join(""))).not.toMatch(/^#/m);
      }),
    );
  });
});

describe("capital", () => {
  it.each([
    ["đăng ký", "Đăng ký"],
    ["", ""],
    ["ABC", "ABC"],
  ])("makes %j into %j", (text, result) => {
    expect(capital(text)).toBe(result);
  });
});
