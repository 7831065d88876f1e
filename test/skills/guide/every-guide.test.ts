import { describe, expect, it } from "vitest";
import type { Outcome, Session } from "../../../src/core/conversation.ts";
import type { GuidePlace } from "../../../src/core/guide.ts";
import { linksUnsupported, numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { createGuide } from "../../../src/skills/guide/index.ts";
import { type Input, stepPayload } from "../../../src/skills/guide/payload.ts";
import { begin } from "../../../src/skills/guide/place.ts";
import { walk } from "../../../src/skills/guide/walk.ts";
import { snapshotOf, turnOf, words } from "../fixture.ts";
import { guides as fixtures } from "./fixture.ts";
import { everyMove, everyPath, ownGuides, stateOf } from "./walker.ts";

const own = ownGuides();
const all = new Map([...own, ...fixtures]);
const each = [...all.keys()].map((id) => [id] as const);
const skill = createGuide(words.guide);
const MOST_PATHS = 400;

const knowledge = snapshotOf(undefined, { guides: all });

/** Says something to the skill; the session goes through JSON, as it does when the service restarts. */
function say(text: string, session: Session): Promise<Outcome> {
  const kept = JSON.parse(JSON.stringify(session)) as Session;
  return skill.handle(turnOf(text, { session: kept, knowledge }));
}

/** Does at a place what an input says, by its button or its words. */
function act(place: GuidePlace, input: Input): Promise<Outcome> {
  const text = input.kind === "type" ? input.text : stepPayload(place.guide, place.step, input);
  return say(text, { guide: place });
}

const start = (id: string) => begin(all, id) as GuidePlace;

describe("every guide", () => {
  it("that the project ships has its pictures, and there are some guides", () => {
    expect(own.size).toBeGreaterThanOrEqual(15);
  });

  it.each(each)("%s: each move from each step is told within what a phone shows", async (id) => {
    for (const { from, input, to } of everyMove(all, start(id))) {
      const told = await act(from, input);
      expect(told.session.guide).toEqual(to.place);
      const { text, buttons } = told.reply;
      expect(text.length).toBeLessThanOrEqual(2_000);
      expect(buttons.length).toBeGreaterThan(0);
      expect(buttons.length).toBeLessThanOrEqual(5);
      for (const { label, send } of buttons) {
        expect(label).not.toMatch(/…$|^$/);
        expect(Buffer.byteLength(send)).toBeLessThanOrEqual(64);
      }
      expect([...numbersUnsupported(told.reply), ...linksUnsupported(told.reply)], text).toEqual([]);
    }
  });

  it.each(each)("%s: from each step back leads to where one came from, and on again to the same", (id) => {
    for (const { from, input, to } of everyMove(all, start(id))) {
      if (!to.place || to.shows === "returned" || to.place.trail.length < from.trail.length) continue;
      const back = walk(all, to.place, { kind: "back" });
      expect([back.place?.guide, back.place?.step]).toEqual([from.guide, from.step]);
      const again = walk(all, back.place as GuidePlace, input);
      expect(stateOf(all, again.place as GuidePlace)).toBe(stateOf(all, to.place));
    }
  });

  it.each(each)("%s: at each step one may pause, be reminded, be stuck and leave, and come back", async (id) => {
    const places = new Map(everyMove(all, start(id)).map(({ from }) => [stateOf(all, from), from]));
    for (const place of places.values()) {
      for (const kind of ["pause", "remind"] as const) {
        const rested = await act(place, { kind });
        expect((await say("tiếp tục", rested.session)).session.guide).toEqual(place);
      }
      const stuck = await act(place, { kind: "stuck" });
      for (const { send } of stuck.reply.buttons.filter((one) => one.send.includes("/t"))) {
        const told = await say(send, stuck.session);
        expect(told.reply.text.length).toBeLessThanOrEqual(2_000);
        expect([...numbersUnsupported(told.reply), ...linksUnsupported(told.reply)], told.reply.text).toEqual([]);
        expect(told.session.guide).toEqual(place);
      }
      expect((await act(place, { kind: "cancel" })).session.guide?.guide).toBe(place.from?.guide);
    }
  });

  it.each(each)("%s: each way through ends, forwards, and with a step back at every step", (id) => {
    const paths = everyPath(all, start(id), MOST_PATHS);
    expect(paths.length).toBeGreaterThan(0);
    for (const path of paths) {
      let place: GuidePlace | undefined = start(id);
      for (const input of path) {
        const there: GuidePlace | undefined = walk(all, place as GuidePlace, input).place;
        const back: GuidePlace | undefined = there && walk(all, there, { kind: "back" }).place;
        const inside: boolean = back !== undefined && stateOf(all, back) === stateOf(all, place as GuidePlace);
        place = back && inside ? walk(all, back, input).place : there;
        if (there) expect(stateOf(all, place as GuidePlace)).toBe(stateOf(all, there));
      }
      expect(place).toBeUndefined();
    }
  });
});
