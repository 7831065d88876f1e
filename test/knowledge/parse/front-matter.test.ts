import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { splitFrontMatter } from "../../../src/knowledge/parse/front-matter.ts";

describe("splitFrontMatter", () => {
  it("cuts at the two marks and counts lines from 1", () => {
    expect(splitFrontMatter("---\ncode: a\nname: b\n---\n\n## Các bước\n")).toEqual({
      yaml: "code: a\nname: b\n",
      yamlLine: 2,
      body: "\n## Các bước\n",
      bodyLine: 5,
    });
  });

  it("takes an empty front matter and an absent body", () => {
    expect(splitFrontMatter("---\n---")).toEqual({ yaml: "", yamlLine: 2, body: "", bodyLine: 3 });
  });

  it("allows spaces behind the marks", () => {
    expect(splitFrontMatter("---  \na: 1\n--- \nx")).toMatchObject({ yaml: "a: 1\n", body: "x", bodyLine: 4 });
  });

  it("leaves a later rule in the body alone", () => {
    expect(splitFrontMatter("---\na: 1\n---\nx\n---\ny")).toMatchObject({ body: "x\n---\ny" });
  });

  it.each(["", "code: a\n---\n", "\n---\na: 1\n---\n", "----\na: 1\n---\n"])("tells that %j does not start", (text) => {
    expect(splitFrontMatter(text)).toBe("no-start");
  });

  it.each(["---\ncode: a\n", "---\n", "---\ncode: ---\n"])("tells that %j does not end", (text) => {
    expect(splitFrontMatter(text)).toBe("no-end");
  });

  it("gives lines that point into the file", () => {
    const rows = fc.array(fc.stringMatching(/^[a-z: ]{0,12}$/), { maxLength: 8 });
    fc.assert(
      fc.property(rows, rows, (head, body) => {
        const text = ["---", ...head, "---", ...body].join("\n");
        const parts = splitFrontMatter(text);
        if (typeof parts === "string") throw new Error(parts);
        const lines = text.split("\n");
        expect(lines.slice(parts.bodyLine - 1).join("\n")).toBe(parts.body);
        expect(lines.slice(parts.yamlLine - 1, parts.yamlLine - 1 + head.length)).toEqual(head);
      }),
    );
  });
});
