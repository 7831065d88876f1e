import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { progressAt } from "../../../src/skills/guide/progress.ts";
import { account, card, guideOf } from "./fixture.ts";

const at = (guide: typeof card, step: string, trail: readonly string[] = [], answers = {}) =>
  progressAt(guide, { guide: guide.id, step, trail, answers });

describe("progressAt", () => {
  it("counts a straight walk", () => {
    expect(at(card, "book")).toEqual({ step: 1, left: { least: 2, most: 2 } });
    expect(at(card, "go", ["book", "bring"])).toEqual({ step: 3, left: { least: 0, most: 0 } });
  });

  it("tells the shortest and the longest way while it is open which one it will be", () => {
    expect(at(account, "has-chip")).toEqual({ step: 1, left: { least: 1, most: 5 } });
    expect(at(account, "phone", ["has-chip"])).toEqual({ step: 2, left: { least: 4, most: 4 } });
  });

  it("goes by what was answered", () => {
    const guide = guideOf(`id: g
title: G
verified: 2026-11-24
sources: {s: S}
steps:
  - id: a
    text: A
    ask: kind
    choices: [{label: X, value: x}, {label: Y, value: y}]
  - id: b
    text: B
    ways: [{if: {kind: x}, to: end}]
  - {id: c, text: C}
`);
    expect(at(guide, "a")).toEqual({ step: 1, left: { least: 1, most: 2 } });
    expect(at(guide, "b", ["a"], { kind: "x" }).left).toEqual({ least: 0, most: 0 });
    expect(at(guide, "b", ["a"], { kind: "y" }).left).toEqual({ least: 1, most: 1 });
    expect(at(guide, "b", ["a"]).left).toEqual({ least: 1, most: 1 });
  });

  it("does not count circles", () => {
    expect(at(account, "open", ["has-chip", "phone", "kind", "store", "google"])).toEqual({
      step: 6,
      left: { least: 0, most: 0 },
    });
  });

  it("counts many questions after another, and gives up where ways are too many", () => {
    const steps = (count: number, ways: boolean) =>
      Array.from(
        { length: count },
        (_, i) => `  - id: s${i}
    text: Hỏi
    ask: n${i}
    choices: [{label: X, value: x${ways ? `, to: ${i + 1 < count ? `s${i + 1}` : "end"}` : ""}}, {label: Y, value: y${ways ? `, to: t${i}` : ""}}]
${ways ? `  - {id: t${i}, text: Thêm}\n` : ""}`,
      ).join("");
    const guide = (count: number, ways = false) =>
      guideOf(`id: g\ntitle: G\nverified: 2026-11-24\nsources: {s: S}\nsteps:\n${steps(count, ways)}`);
    expect(at(guide(30), "s0")).toEqual({ step: 1, left: { least: 29, most: 29 } });
    expect(at(guide(20, true), "s0")).toEqual({ step: 1 });
  });

  it("never says less than nothing", () => {
    const step = fc.constantFrom(...account.steps.keys());
    fc.assert(
      fc.property(step, fc.constantFrom("iphone", "android", "other"), (id, kind) => {
        const { left } = at(account, id, [], { kind });
        expect(left?.least).toBeGreaterThanOrEqual(0);
        expect(left?.most).toBeGreaterThanOrEqual(left?.least ?? 0);
      }),
    );
  });
});
