import { describe, expect, it } from "vitest";
import { deciding, END, keyOf, wayOn, waysFrom } from "../../src/core/ways.ts";
import { account, card } from "../skills/guide/fixture.ts";

const step = (id: string) => {
  const found = account.steps.get(id);
  if (!found) throw new Error(`no step ${id}`);
  return found;
};

describe("wayOn", () => {
  it("goes to the step written after, and over the end after the last", () => {
    expect(wayOn(step("phone"), {})).toBe("kind");
    const last = [...card.steps.values()].at(-1);
    expect(last && wayOn(last, {})).toBe(END);
  });

  it("goes by earlier answers before it goes on", () => {
    expect(wayOn(step("store"), { kind: "iphone" })).toBe("apple");
    expect(wayOn(step("store"), { kind: "android" })).toBe("google");
    expect(wayOn(step("store"), {})).toBe("google");
  });

  it("goes where the choice says, whatever the step says", () => {
    const { ask } = step("has-chip");
    const choices = ask?.kind === "choices" ? ask.choices : [];
    expect(choices.map((choice) => wayOn(step("has-chip"), {}, choice))).toEqual(["phone", "phone", "child"]);
  });
});

describe("deciding", () => {
  it("names the answers that ways ask for", () => {
    expect([...deciding(account)]).toEqual([["kind", new Set(["iphone"])]]);
    expect(deciding(card).size).toBe(0);
  });
});

describe("waysFrom", () => {
  it("tells each outcome once, with no more answers than decide something", () => {
    expect(waysFrom(step("has-chip"), {}, deciding(account))).toEqual([
      { step: "phone", answers: {} },
      { step: "child", answers: {} },
    ]);
    expect(waysFrom(step("kind"), {}, deciding(account))).toEqual([
      { step: "store", answers: { kind: "iphone" } },
      { step: "store", answers: { kind: "android" } },
    ]);
  });

  it("has one way on where nothing is chosen", () => {
    expect(waysFrom(step("store"), { kind: "iphone" }, deciding(account))).toEqual([
      { step: "apple", answers: { kind: "iphone" } },
    ]);
  });

  it("counts skipping where it is allowed", () => {
    const optional = { ...step("has-chip"), optional: true, next: [{ if: {}, to: "open" }] };
    expect(waysFrom(optional, {}, deciding(account)).map(({ step: to }) => to)).toEqual(["open", "child"]);
  });
});

describe("keyOf", () => {
  it("is the same for the same stand, whatever the order of answers", () => {
    expect(keyOf({ step: "a", answers: { x: "1", y: "2" } })).toBe(keyOf({ step: "a", answers: { y: "2", x: "1" } }));
    expect(keyOf({ step: "a", answers: { x: "1" } })).not.toBe(keyOf({ step: "a", answers: { x: "2" } }));
  });

  it("knows one end", () => {
    expect(keyOf({ step: END, answers: { x: "1" } })).toBe(keyOf({ step: END, answers: {} }));
  });
});
