import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parsePlain } from "../../../src/knowledge/parse/plain-yaml.ts";

const TEXT = `code: "1.001193"
level: ["xã","tỉnh"]
fees:
  - {"when":"Mọi cách nộp","amount":null}
  - {"when":"Nộp trực tiếp","amount":8000}
verified: "2026-07-20"
`;

describe("parsePlain", () => {
  it("reads what the importer writes", () => {
    expect(parsePlain(TEXT)?.value).toEqual(parse(TEXT));
  });

  it.each([
    [["code"], 1],
    [["fees"], 3],
    [["fees", 1], 5],
    [["fees", 1, "amount"], 5],
    [["fees", 9], 3],
    [["nowhere"], 1],
    [[], 1],
  ])("finds the line of %j", (path, line) => {
    expect(parsePlain(TEXT)?.line(path)).toBe(line);
  });

  it.each([
    ["", "nothing"],
    ["name: Đăng ký", "plain text"],
    ["verified: 2026-07-20", "a plain day"],
    ['a: "x" # note', "a remark"],
    ['a: "x"\na: "y"', "one field twice"],
    ["a:", "an empty field"],
    ['a:\nb: "x"', "an empty field before another"],
    ["a:\n  - x", "a plain item"],
    ["  - 1", "an item of nothing"],
    ['a: "x"\n  - "y"', "an item of a single value"],
    ['- "x"', "a list"],
    ["a: [1,", "JSON cut short"],
  ])("leaves %j to the full parser: %s", (text) => {
    expect(parsePlain(text)).toBeUndefined();
  });

  it("means the same as the full parser", () => {
    const name = fc.stringMatching(/^[a-z]{1,8}$/);
    const value = fc.jsonValue({ maxDepth: 2 });
    const field = fc.oneof(value, fc.array(value, { minLength: 1, maxLength: 3 }));
    fc.assert(
      fc.property(fc.dictionary(name, field, { minKeys: 1, maxKeys: 4 }), (fields) => {
        const text = Object.entries(fields)
          .map(([key, item]) =>
            Array.isArray(item) && item.length > 0
              ? `${key}:\n${item.map((one) => `  - ${JSON.stringify(one)}`).join("\n")}`
              : `${key}: ${JSON.stringify(item)}`,
          )
          .join("\n");
        expect(parsePlain(text)?.value).toEqual(parse(text, { uniqueKeys: false }));
      }),
    );
  });
});
