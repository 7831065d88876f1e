import { describe, expect, it } from "vitest";
import { bodyLinks } from "../../../src/knowledge/parse/links.ts";

describe("bodyLinks", () => {
  it.each([
    "[Cổng](https://dichvucong.gov.vn/a?b=c#d)",
    "[Cổng](http://dichvucong.gov.vn)",
    "không có đường dẫn (https)",
    "[chỉ có ngoặc vuông]",
    "[mẫu] (trong ngoặc có dấu cách)",
  ])("finds nothing wrong in %j", (text) => {
    expect(bodyLinks("a.md", text, 1)).toEqual([]);
  });

  it.each([
    "javascript:alert(1)",
    "ftp://a.vn",
    "www.a.vn",
    "https://",
    "https://a vn",
    "mailto:a@b.vn",
    "",
    "/tep.pdf",
  ])("refuses the target %j", (target) => {
    expect(bodyLinks("a.md", `x\n[chữ](${target})`, 11)).toMatchObject([
      { file: "a.md", line: 12, code: "bad-link", severity: "error" },
    ]);
  });

  it("reports each of several", () => {
    const text = "[a](x) và [b](https://b.vn)\n[c](y) [d](z)";
    expect(bodyLinks("a.md", text, 1).map(({ line }) => line)).toEqual([1, 2, 2]);
  });
});
