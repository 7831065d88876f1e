import { describe, expect, it } from "vitest";
import { parseFaq, parseGlossary, parseOffices } from "../../../src/knowledge/parse/others.ts";

describe("parseGlossary", () => {
  it("reads words, and abbreviations with one meaning or several", () => {
    const { value, faults } = parseGlossary(
      "glossary.yaml",
      "words:\n  - say: [sổ hồng, sổ đỏ]\n    mean: [giấy chứng nhận quyền sử dụng đất]\nabbreviations:\n  cccd: căn cước công dân\n  dk: [đăng ký, điều kiện]\n",
    );
    expect(faults).toEqual([]);
    expect(value?.words).toEqual([{ say: ["sổ hồng", "sổ đỏ"], mean: ["giấy chứng nhận quyền sử dụng đất"] }]);
    expect([...(value?.abbreviations ?? [])]).toEqual([
      ["cccd", ["căn cước công dân"]],
      ["dk", ["đăng ký", "điều kiện"]],
    ]);
  });

  it("takes either half alone", () => {
    expect(parseGlossary("g", "words: []\n").value?.abbreviations.size).toBe(0);
    expect(parseGlossary("g", "abbreviations: {}\n").value?.words).toEqual([]);
  });

  it.each([
    ["words:\n  - say: [a]\n", "missing-field", 2],
    ["words:\n  - say: a\n    mean: [b]\n", "wrong-value", 2],
    ["abbreviations:\n  tt:\n    - 1\n", "wrong-value", 2],
    ["viettat: {}\n", "unknown-field", 1],
  ])("tells what is wrong with %j", (text, code, line) => {
    const { value, faults } = parseGlossary("g", text);
    expect(value).toBeUndefined();
    expect(faults[0]).toMatchObject({ code, line });
  });
});

describe("parseOffices", () => {
  const TEXT = `offices:
  - name: Trung tâm Phục vụ hành chính công
    address: Số 1, đường A
    hours: thứ Hai đến thứ Sáu
    phone: "0290"
    serves: [tỉnh]
    source: trang của tỉnh
`;

  it("reads offices", () => {
    expect(parseOffices("offices.yaml", TEXT).value).toEqual([
      {
        name: "Trung tâm Phục vụ hành chính công",
        address: "Số 1, đường A",
        hours: "thứ Hai đến thứ Sáu",
        phone: "0290",
        serves: ["tỉnh"],
        source: "trang của tỉnh",
      },
    ]);
  });

  it("wants a source", () => {
    expect(parseOffices("o", TEXT.replace("    source: trang của tỉnh\n", "")).faults).toMatchObject([
      { code: "missing-field", line: 2 },
    ]);
  });

  it("wants a telephone number in quotes, so that its zero stays", () => {
    expect(parseOffices("o", TEXT.replace('"0290"', "0290")).faults).toMatchObject([{ line: 5 }]);
  });
});

describe("parseFaq", () => {
  const TEXT = `---
ask: Mất mật khẩu VNeID thì làm sao?
aliases: [quên mật khẩu]
sources: [Cổng Dịch vụ công quốc gia]
verified: 2026-11-24
---

Anh/chị bấm Quên mật khẩu.
`;

  it("reads a question; its file is its id", () => {
    const { value, faults } = parseFaq("k/faq/mat-khau.md", "faq/mat-khau.md", TEXT);
    expect(faults).toEqual([]);
    expect(value).toEqual({
      id: "mat-khau",
      ask: "Mất mật khẩu VNeID thì làm sao?",
      aliases: ["quên mật khẩu"],
      sources: ["Cổng Dịch vụ công quốc gia"],
      verified: "2026-11-24",
      answer: "Anh/chị bấm Quên mật khẩu.",
      file: "faq/mat-khau.md",
    });
  });

  it.each([
    ["Anh/chị bấm Quên mật khẩu.", "", "no-answer", 7],
    ["Anh/chị bấm", "[bấm](x)", "bad-link", 8],
    ["sources: [Cổng Dịch vụ công quốc gia]\n", "", "missing-field", 2],
    ["verified: 2026-11-24", "verified: hôm nay", "wrong-value", 5],
    ["---\nask", "ask", "yaml-syntax", 1],
  ])("tells of %j written %j", (from, to, code, line) => {
    const { faults } = parseFaq("f", "faq/f.md", TEXT.replace(from, to));
    expect(faults).toMatchObject([{ code, line }]);
  });
});
