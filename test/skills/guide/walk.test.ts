import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GuidePlace } from "../../../src/core/guide.ts";
import type { Input } from "../../../src/skills/guide/payload.ts";
import { begin } from "../../../src/skills/guide/place.ts";
import { start, type Walked, walk } from "../../../src/skills/guide/walk.ts";
import { guides } from "./fixture.ts";

const choose = (choice: number): Input => ({ kind: "choose", choice });
const type = (text: string): Input => ({ kind: "type", text });
const done: Input = { kind: "done" };

/** Where inputs lead, one after the other, from the start of a guide. */
function follow(guide: string, ...inputs: readonly Input[]): Walked {
  return inputs.reduce<Walked>((walked, input) => (walked.place ? walk(guides, walked.place, input) : walked), {
    place: begin(guides, guide) as GuidePlace,
    shows: "step",
  });
}

describe("walk", () => {
  it("goes on step by step to the end", () => {
    expect(follow("card", done).place?.step).toBe("bring");
    expect(follow("card", done, done).place?.step).toBe("go");
    expect(follow("card", done, done, done)).toEqual({ shows: "finished" });
  });

  it("remembers choices and branches by them", () => {
    const chosen = follow("account", choose(0), type("0912 345 678"), choose(0), done);
    expect(chosen.place).toMatchObject({ step: "apple", answers: { chip: "yes", phone: "given", kind: "iphone" } });
    expect(follow("account", choose(0), type("0912345678"), choose(1), done).place?.step).toBe("google");
    expect(follow("account", choose(2)).place?.step).toBe("child");
  });

  it("does not keep what was typed, which may be personal", () => {
    expect(JSON.stringify(follow("account", choose(0), type("0912345678")))).not.toContain("0912");
  });

  it("asks again for what does not pass", () => {
    expect(follow("account", choose(0), type("không nhớ"))).toMatchObject({ place: { step: "phone" }, shows: "again" });
  });

  it("walks another guide first, and comes back after the choice", () => {
    const inside = follow("account", choose(1));
    expect(inside).toMatchObject({ place: { guide: "card", step: "book", from: { guide: "account" } }, shows: "step" });
    const after = follow("account", choose(1), done, { kind: "skip" }, done);
    expect(after).toMatchObject({ place: { guide: "account", step: "phone", trail: ["has-chip"] }, shows: "returned" });
    expect(after.place?.from).toBeUndefined();
  });

  it("comes back to the step when another guide was asked for in the middle", () => {
    const middle = follow("account", choose(0)).place;
    const inner = start(guides, middle, "card");
    const walked = [done, done, done].reduce<Walked>(
      (at, input) => (at.place ? walk(guides, at.place, input) : at),
      inner as Walked,
    );
    expect(walked).toEqual({ place: middle, shows: "returned" });
  });

  it("shows where one stands when the same guide is asked for again", () => {
    const middle = follow("account", choose(0)).place;
    expect(start(guides, middle, "account")).toEqual({ place: middle, shows: "step" });
    expect(start(guides, undefined, "gone")).toBeUndefined();
  });

  it("goes back the way it came", () => {
    const back: Input = { kind: "back" };
    expect(follow("card", done, back).place).toEqual(begin(guides, "card"));
    expect(follow("card", back).place).toEqual(begin(guides, "card"));
    expect(follow("account", choose(1), back).place).toEqual(begin(guides, "account"));
  });

  it("skips only what may be skipped", () => {
    expect(follow("card", { kind: "skip" })).toMatchObject({ place: { step: "book" }, shows: "needed" });
    expect(follow("card", done, { kind: "skip" })).toMatchObject({ place: { step: "go" }, shows: "step" });
  });

  it("does not take a 'done' for an answer, nor an answer that is not there", () => {
    expect(follow("account", done)).toMatchObject({ place: { step: "has-chip" }, shows: "again" });
    expect(follow("account", choose(0), done)).toMatchObject({ place: { step: "phone" }, shows: "again" });
    expect(follow("account", choose(7))).toMatchObject({ place: { step: "has-chip" }, shows: "step" });
    expect(follow("card", choose(0))).toMatchObject({ place: { step: "book" }, shows: "step" });
    expect(follow("card", type("xong"))).toMatchObject({ place: { step: "book" }, shows: "step" });
  });

  it("tells troubles without moving", () => {
    const at = follow("card", done).place;
    expect(follow("card", done, { kind: "stuck" })).toEqual({ place: at, shows: "stuck" });
    expect(follow("card", done, { kind: "trouble", trouble: 1 })).toEqual({ place: at, shows: { trouble: 1 } });
    expect(follow("card", done, { kind: "trouble", trouble: 9 })).toEqual({ place: at, shows: "stuck" });
  });

  it("rests and goes on from there", () => {
    const paused = follow("card", done, { kind: "pause" });
    expect(paused).toMatchObject({ place: { step: "bring", rest: "paused" }, shows: "paused" });
    expect(follow("card", done, { kind: "pause" }, { kind: "show" })).toEqual(follow("card", done));
    expect(follow("card", done, { kind: "pause" }, done).place).toEqual(follow("card", done, done).place);
    expect(follow("card", { kind: "remind" })).toMatchObject({ place: { rest: "paused" }, shows: "reminded" });
  });

  it("gives up; a guide for which this one was walked waits", () => {
    expect(follow("card", { kind: "cancel" })).toEqual({ shows: "cancelled" });
    expect(follow("account", choose(1), { kind: "cancel" })).toMatchObject({
      place: { guide: "account", step: "has-chip", rest: "paused" },
      shows: "cancelled",
    });
  });

  it("does not go on with a guide that rested when another was walked meanwhile", () => {
    const rested = follow("account", choose(0), { kind: "pause" }).place;
    const at = start(guides, rested, "card")?.place as GuidePlace;
    const walked = [done, done, done].reduce<Walked>((here, input) => walk(guides, here.place as GuidePlace, input), {
      place: at,
      shows: "step",
    });
    expect(walked).toEqual({ place: rested, shows: "finished" });
  });

  it("ends politely where the guide itself is gone", () => {
    expect(walk(new Map(), begin(guides, "card") as GuidePlace, done)).toEqual({ shows: "cancelled" });
  });

  it("takes any input at any place that a session may hold", () => {
    const word = fc.constantFrom("card", "account", "gone", "book", "has-chip", "kind", "end", "");
    const { place } = fc.letrec<{ place: GuidePlace }>((tie) => ({
      place: fc.record(
        {
          guide: word,
          step: word,
          answers: fc.dictionary(word, word),
          trail: fc.array(word, { maxLength: 4 }),
          from: fc.option(tie("place"), { nil: undefined, depthSize: "small" }),
          rest: fc.constantFrom("paused" as const, "away" as const),
        },
        { requiredKeys: ["guide", "step", "answers", "trail"] },
      ) as fc.Arbitrary<GuidePlace>,
    }));
    const input: fc.Arbitrary<Input> = fc.oneof(
      fc.constantFrom<Input>(done, { kind: "back" }, { kind: "skip" }, { kind: "cancel" }, { kind: "show" }),
      fc.nat(9).map(choose),
      fc.string().map(type),
    );
    fc.assert(
      fc.property(place, input, (at, does) => {
        const walked = walk(guides, at, does);
        if (walked.place) expect(guides.get(walked.place.guide)?.steps.has(walked.place.step)).toBe(true);
        else expect(["finished", "cancelled"]).toContain(walked.shows);
      }),
      { numRuns: 2_000 },
    );
  });
});
