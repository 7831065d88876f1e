import { describe, expect, it } from "vitest";
import type { GuidePlace } from "../../../src/core/guide.ts";
import { backTo, begin, chainOf, goTo, oneBack, placeAt, standing } from "../../../src/skills/guide/place.ts";
import { guides } from "./fixture.ts";

const place = (guide: string, step: string, more: Partial<GuidePlace> = {}): GuidePlace => ({
  guide,
  step,
  answers: {},
  trail: [],
  ...more,
});

describe("standing", () => {
  it("finds guide and step", () => {
    expect(standing(guides, place("card", "go"))).toMatchObject({ guide: { id: "card" }, step: { id: "go" } });
    expect(standing(guides, undefined)).toBeUndefined();
  });

  it("starts over where a step is gone, with what was answered", () => {
    const known = { answers: { chip: "yes" }, trail: ["book"] };
    expect(standing(guides, place("card", "gone", known))?.place).toEqual(
      place("card", "book", { answers: { chip: "yes" } }),
    );
  });

  it("falls back to the outer walk where a guide is gone", () => {
    const outer = place("account", "phone");
    expect(standing(guides, place("gone", "x", { from: outer }))?.place).toBe(outer);
    expect(standing(guides, place("gone", "x"))).toBeUndefined();
  });
});

describe("begin", () => {
  it("starts at the first step, knowing what was answered outside", () => {
    const outer = place("account", "has-chip", { answers: { chip: "no" } });
    expect(begin(guides, "card", outer)).toEqual(place("card", "book", { answers: { chip: "no" }, from: outer }));
    expect(begin(guides, "card")).toEqual(place("card", "book"));
    expect(begin(guides, "gone")).toBeUndefined();
  });
});

describe("goTo", () => {
  it("remembers the way", () => {
    expect(goTo(guides, place("card", "book"), "bring")).toEqual(place("card", "bring", { trail: ["book"] }));
  });

  it("forgets the round when it comes back to a step", () => {
    const at = place("account", "open", { trail: ["kind", "store", "google"] });
    expect(goTo(guides, at, "store")?.trail).toEqual(["kind"]);
    expect(goTo(guides, at, "open")?.trail).toEqual(["kind", "store", "google"]);
  });

  it("ends, also where a step is gone", () => {
    expect(goTo(guides, place("card", "go"), "end")).toBeUndefined();
    expect(goTo(guides, place("card", "go"), "gone")).toBeUndefined();
  });

  const outer = place("account", "has-chip", { answers: { chip: "no" } });

  it("goes on after the step that led through this guide", () => {
    const inner = place("card", "go", { from: outer, answers: { chip: "no", own: "x" } });
    expect(goTo(guides, inner, "end")).toEqual(
      place("account", "phone", { trail: ["has-chip"], answers: { chip: "no", own: "x" } }),
    );
  });

  it("returns to the step itself when the guide was only looked into", () => {
    const from = place("account", "kind");
    expect(goTo(guides, place("card", "go", { from }), "end")).toEqual(from);
  });

  it("does not go on with an outer walk that rests", () => {
    const from = { ...outer, rest: "paused" as const };
    expect(goTo(guides, place("card", "go", { from }), "end")).toBe(from);
  });
});

describe("backTo and oneBack", () => {
  it("forget what was answered from there on", () => {
    const at = place("account", "store", {
      trail: ["has-chip", "phone", "kind"],
      answers: { chip: "yes", phone: "given", kind: "iphone" },
    });
    expect(oneBack(guides, at)).toEqual(
      place("account", "kind", { trail: ["has-chip", "phone"], answers: { chip: "yes", phone: "given" } }),
    );
    expect(backTo(guides, at, "has-chip")).toEqual(place("account", "has-chip"));
  });

  it("pass over a step that has been taken out of the guide meanwhile", () => {
    expect(oneBack(guides, place("card", "go", { trail: ["book", "gone"] }))).toEqual(place("card", "book"));
    expect(oneBack(guides, place("card", "go", { trail: ["gone"] }))).toBeUndefined();
  });

  it("leave a guide by its start, to the question that led there", () => {
    const from = place("account", "has-chip", { answers: { chip: "no" } });
    expect(oneBack(guides, place("card", "book", { from }))).toEqual(place("account", "has-chip"));
    expect(oneBack(guides, place("card", "book"))).toBeUndefined();
  });
});

describe("placeAt", () => {
  const outer = place("account", "has-chip", { answers: { chip: "no" } });
  const inner = place("card", "bring", { trail: ["book"], from: outer });

  it("is where one stands, or stood", () => {
    expect(placeAt(guides, inner, "card", "bring")).toBe(inner);
    expect(placeAt(guides, inner, "card", "book")).toEqual(place("card", "book", { from: outer }));
    expect(placeAt(guides, inner, "account", "has-chip")).toBe(outer);
  });

  it("goes forward to a step that was left by going back", () => {
    expect(placeAt(guides, inner, "card", "go")?.trail).toEqual(["book", "bring"]);
  });

  it("stands in another guide again, and can come back", () => {
    expect(placeAt(guides, undefined, "account", "kind")).toEqual(place("account", "kind"));
    const nested = placeAt(guides, place("card", "go"), "account", "kind");
    expect(nested).toEqual(place("account", "kind", { from: place("card", "go") }));
    expect(chainOf(nested).map(({ guide }) => guide)).toEqual(["account", "card"]);
  });

  it("knows no place that is gone", () => {
    expect(placeAt(guides, inner, "card", "gone")).toBeUndefined();
    expect(placeAt(guides, inner, "gone", "book")).toBeUndefined();
  });
});
