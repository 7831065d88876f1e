import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GuidePlace } from "../../../src/core/guide.ts";
import { createGuide } from "../../../src/skills/guide/index.ts";
import { type Input, readGuidePayload } from "../../../src/skills/guide/payload.ts";
import { begin, chainOf, placeAt } from "../../../src/skills/guide/place.ts";
import { start, walk } from "../../../src/skills/guide/walk.ts";
import { snapshotOf, turnOf, words } from "../fixture.ts";
import { guides as fixtures } from "./fixture.ts";
import { dice, everyMove, ownGuides, stateOf, stepAt, waysOn } from "./walker.ts";

const guides = new Map([...ownGuides(), ...fixtures]);
const ids = [...guides.keys()];
const WALKS = 5_000;
const STEPS = 14;

const PLAIN = ["done", "back", "skip", "show", "pause", "remind", "cancel", "stuck"] as const;
const JUNK = ["", "1", "0912345678", "5/8/1990", "lệ phí?", "\ud800", "#g", "x".repeat(3_000)];

/** Half the time what leads on, else anything. */
function anyInput(place: GuidePlace, roll: (below: number) => number): Input {
  const on = waysOn(stepAt(guides, place));
  if (roll(2) === 0) return on[roll(on.length)] as Input;
  const odd: readonly Input[] = [
    { kind: PLAIN[roll(PLAIN.length)] as (typeof PLAIN)[number] },
    { kind: "choose", choice: roll(6) },
    { kind: "trouble", trouble: roll(6) },
    { kind: "type", text: JUNK[roll(JUNK.length)] as string },
  ];
  return odd[roll(odd.length)] as Input;
}

/** Now and then another guide, or a button from long ago. */
function anyPlace(place: GuidePlace, roll: (below: number) => number): GuidePlace {
  const other = ids[roll(ids.length)] as string;
  if (roll(25) === 0) return start(guides, place, other)?.place ?? place;
  if (roll(12) > 0) return place;
  const steps = [...(guides.get(other)?.steps.keys() ?? [])];
  return placeAt(guides, place, other, steps[roll(steps.length)] as string) ?? place;
}

const known = new Map<string, boolean>();

/** Whether some way leads on from a place to the end of its guide, and so back to the one it was walked for. */
function hasWayOut({ guide, step, answers, trail }: GuidePlace): boolean {
  const alone = { guide, step, answers, trail };
  const state = stateOf(guides, alone);
  const ends = known.get(state) ?? everyMove(guides, alone).some(({ to }) => to.place === undefined);
  known.set(state, ends);
  return ends;
}

/** What is wrong with a place, if anything is. */
function faultOf(place: GuidePlace): string | undefined {
  const chain = chainOf(place).map(({ guide }) => guide);
  if (new Set([...place.trail, place.step]).size <= place.trail.length) return "walks in circles";
  if (new Set(chain).size < chain.length) return "is walked inside itself";
  return hasWayOut(place) ? undefined : "has no way out";
}

describe("random walks", () => {
  it.each(ids)("%s: 5,000 of them never throw, never lose the place, never come to a dead end", (id) => {
    fc.assert(
      fc.property(fc.integer(), (seed) => {
        const roll = dice(seed);
        let place = begin(guides, id);
        for (let i = 0; i < STEPS && place; i++) {
          place = anyPlace(place, roll);
          place = walk(guides, place, anyInput(place, roll)).place;
          if (!place) break;
          const fault = faultOf(place);
          if (fault) throw new Error(`${stateOf(guides, place)} ${fault}`);
        }
      }),
      { numRuns: WALKS },
    );
  });

  it("the skill itself takes whatever is pressed or typed, and always leaves something to press", async () => {
    const skill = createGuide(words.guide);
    const knowledge = snapshotOf(undefined, { guides });
    const said = [
      ...JUNK,
      "xong",
      "quay lại",
      "bỏ qua",
      "kẹt rồi",
      "để sau",
      "tiếp tục",
      "hướng dẫn",
      "#g+4",
      "#g+999",
    ];
    await fc.assert(
      fc.asyncProperty(fc.integer(), async (seed) => {
        const roll = dice(seed);
        let turn = turnOf(`#g/${ids[roll(ids.length)]}`, { knowledge });
        for (let i = 0; i < STEPS; i++) {
          const { reply, session } = await skill.handle(turn);
          expect(reply.text.length).toBeLessThanOrEqual(2_000);
          expect(reply.buttons.length).toBeGreaterThan(0);
          const own = reply.buttons.filter(({ send }) => readGuidePayload(send)).map(({ send }) => send);
          expect(own.length).toBeGreaterThan(0);
          const text = (roll(3) === 0 ? said[roll(said.length)] : own[roll(own.length)]) as string;
          turn = turnOf(text, { knowledge, session: JSON.parse(JSON.stringify(session)) });
        }
      }),
      { numRuns: 300 },
    );
  });
});
