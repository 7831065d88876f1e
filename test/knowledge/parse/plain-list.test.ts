import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { parsePlainList } from "../../../src/knowledge/parse/plain-list.ts";

const FOLDER = join(import.meta.dirname, "../../../knowledge/everyday");

const GOOD = `# Hộ tịch
- code: "1.000001"
  common: everyday
  event: nhà mới có em bé
  phrases:
    - làm giấy khai sanh
    - "câu có dấu: hai chấm"
  away: [nước ngoài, làm lại]

- code: "1.000002"
  common: rare
  event: một việc
  phrases:
    - 2 vợ chồng
  away: []
`;

describe("parsePlainList", () => {
  it("reads what the full parser reads", () => {
    expect(parsePlainList(GOOD)?.value).toEqual(parse(GOOD));
  });

  it.each(readdirSync(FOLDER).filter((name) => name.endsWith(".yaml")))(
    "reads %s as the full parser does, or leaves it to it",
    (name) => {
      const text = readFileSync(join(FOLDER, name), "utf8");
      const plain = parsePlainList(text);
      if (plain !== undefined) expect(plain.value).toEqual(parse(text));
    },
  );

  it("reads most of the shipped files itself, which is what makes a start quick", () => {
    const texts = readdirSync(FOLDER).map((name) => readFileSync(join(FOLDER, name), "utf8"));
    const plain = texts.filter((text) => parsePlainList(text) !== undefined);
    expect(plain.length / texts.length).toBeGreaterThan(0.8);
  });

  it("knows the line of every field and item", () => {
    const line = parsePlainList(GOOD)?.line;
    expect(line?.([0])).toBe(2);
    expect(line?.([0, "event"])).toBe(4);
    expect(line?.([0, "phrases", 1])).toBe(7);
    expect(line?.([1, "code"])).toBe(10);
    expect(line?.([1, "missing"])).toBe(10);
  });

  it.each([
    ["a number", "- code: 1.5\n"],
    ["a word with a meaning", "- common: true\n"],
    ["a comment behind", "- event: một # hai\n"],
    ["a map inside", "- event: một: hai\n"],
    ["a quote that does not end", '- event: "một\n'],
    ["a field twice", "- event: một\n  event: hai\n"],
    ["a field with nothing", "- event: một\n  phrases:\n"],
    ["another indent", "- event: một\n   common: rare\n"],
    ["quotes in an inline list", "- away: ['một', hai]\n"],
    ["a tag", "- event: !!str một\n"],
    ["an alias", "- event: *một\n"],
    ["a folded text", "- event: >\n    một\n"],
    ["no list", "event: một\n"],
    ["nothing", ""],
  ])("leaves %s to the full parser", (_, text) => {
    expect(parsePlainList(text)).toBeUndefined();
  });

  it("never reads anything otherwise than the full parser", () => {
    const word = fc.constantFrom(
      "một",
      "hai",
      "ba:",
      "#",
      "- bốn",
      "[năm",
      '"sáu"',
      "7",
      "null",
      "'",
      "tám, chín",
      "x: y",
    );
    const text = fc.array(word, { minLength: 1, maxLength: 4 }).map((words) => words.join(" "));
    fc.assert(
      fc.property(text, fc.array(text, { maxLength: 3 }), (event, phrases) => {
        const source = `- event: ${event}\n  phrases:\n${phrases.map((one) => `    - ${one}\n`).join("")}`;
        const plain = parsePlainList(source);
        if (plain !== undefined) expect(plain.value).toEqual(parse(source));
      }),
      { numRuns: 1_000 },
    );
  });
});
