import { describe, expect, it } from "vitest";
import { parseGuide } from "../../../src/knowledge/guides/parse.ts";
import { lineOf } from "../folder.ts";

const HEAD = "id: g\ntitle: G\nverified: 2026-11-24\nsources: {s: S}\nsteps:\n";
const step = (id: string, more = "") => `  - id: ${id}\n    text: Làm ${id}.\n${more}`;
const ask = (name: string, ...choices: string[]) =>
  `    ask: ${name}\n    choices:\n${choices.map((choice) => `      - {${choice}}\n`).join("")}`;

/** The codes of the faults, each with the step it is told at. */
function faultsOf(...steps: string[]): string[] {
  const text = HEAD + steps.join("");
  return parseGuide("g", "guides/g.yaml", text).faults.map(({ code, line }) => {
    const told = text.split("\n")[line - 1]?.match(/id: (\S+)/)?.[1];
    return `${code} ${told ?? line}`;
  });
}

describe("the proof that a guide can be walked", () => {
  it("takes a straight walk, and one of a single step", () => {
    expect(faultsOf(step("a"), step("b"))).toEqual([]);
    expect(faultsOf(step("a"))).toEqual([]);
  });

  it("finds a step that nothing leads to", () => {
    expect(faultsOf(step("a", "    to: c\n"), step("b"), step("c"))).toEqual(["unreachable-step b"]);
  });

  it("finds a step that only its own kind leads to", () => {
    expect(faultsOf(step("a", "    to: end\n"), step("b"), step("c", "    to: b\n"))).toEqual([
      "unreachable-step b",
      "unreachable-step c",
      "endless-guide b",
      "endless-guide c",
    ]);
  });

  it("finds a walk in circles", () => {
    expect(faultsOf(step("a"), step("b", "    to: a\n"))).toEqual(["endless-guide a", "endless-guide b"]);
    expect(faultsOf(step("a", "    to: a\n"))).toEqual(["endless-guide a"]);
  });

  it("takes a circle with a way out", () => {
    expect(
      faultsOf(step("a"), step("b", ask("ok", "label: Được, value: yes", "label: Chưa, value: no, to: a"))),
    ).toEqual([]);
  });

  it("finds a step that only an answer nobody can have given there leads to", () => {
    const either = ask("kind", "label: X, value: x", "label: Y, value: y, to: c");
    const way = "    ways: [{if: {kind: y}, to: d}]\n    to: end\n";
    expect(faultsOf(step("a", either), step("b", way), step("c", "    to: end\n"), step("d"))).toEqual([
      "unreachable-step d",
    ]);
  });

  it("finds a way that never ends after one answer", () => {
    const either = ask("kind", "label: X, value: x", "label: Y, value: y");
    const round = "    ways: [{if: {kind: y}, to: b}]\n    to: end\n";
    expect(faultsOf(step("a", either), step("b", round))).toEqual(["endless-guide b"]);
  });

  it("counts a step that may be skipped as a way on", () => {
    const optional = `${ask("kind", "label: X, value: x, to: end", "label: Y, value: y, to: end")}    optional: true\n`;
    expect(faultsOf(step("a", optional), step("b"))).toEqual([]);
    expect(faultsOf(step("a", optional.replace("    optional: true\n", "")), step("b"))).toEqual([
      "unreachable-step b",
    ]);
  });

  it("looks at all answers together", () => {
    const kind = (name: string) => ask(name, "label: X, value: x", "label: Y, value: y");
    const way = "    ways:\n      - {if: {one: y, two: x}, to: d}\n    to: end\n";
    expect(faultsOf(step("a", kind("one")), step("b", kind("two")), step("c", way), step("d"))).toEqual([]);
  });

  it("gives up on a guide with too many branches rather than on the officer's patience", () => {
    const names = Array.from({ length: 12 }, (_, i) => `n${i}`);
    const steps = names.map((name) => step(name, ask(name, "label: X, value: x", "label: Y, value: y")));
    const ways = names.map((name) => `      - {if: {${name}: x}, to: end}\n`).join("");
    expect(faultsOf(...steps, step("last", `    ways:\n${ways}    to: end\n`))).toEqual([
      `too-many-ways ${lineOf(HEAD, "steps:")}`,
    ]);
  });
});
