import type { Button, Outcome, Reply, Skill, Turn } from "../../core/conversation.ts";
import type { GuidePlace } from "../../core/guide.ts";
import { CLAIM } from "../claims.ts";
import { outcome } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { guideAsked, listAsked } from "./asked.ts";
import { type GuidePayload, type Input, readGuidePayload } from "./payload.ts";
import { placeAt, standing } from "./place.ts";
import { inputSaid } from "./said.ts";
import { asksToGoOn, saidAtRest } from "./sayings.ts";
import { endReply, listReply, reminderReply, restReply, stuckReply, troubleReply } from "./show.ts";
import { quoteOf, saying, stepReply, titleOf } from "./step.ts";
import { start, type Walked, walk } from "./walk.ts";

/** When somebody is reminded who asked for it, milliseconds. */
const TOMORROW = 24 * 60 * 60 * 1_000;

/** What a turn is to this skill. */
type Wish = Exclude<GuidePayload, { kind: "at" }> | { readonly kind: "input"; readonly input: Input } | AtStep;
type AtStep = Extract<GuidePayload, { kind: "at" }>;

/** Walks people through what they do themselves, one step a message; they may leave at any time and come back. */
export function createGuide(words: Words["guide"]): Skill {
  return {
    name: "guide",
    claims: (turn) => {
      if (readGuidePayload(turn.text)) return CLAIM.pressed;
      if (inputTo(turn)) return CLAIM.guideInput;
      return listAsked(turn.text) || guideAsked(turn.text, turn.knowledge.guides) ? CLAIM.guideAsked : undefined;
    },
    handle: async (turn) => serve(turn, wishOf(turn), words),
  };
}

function wishOf(turn: Turn): Wish {
  const pressed = readGuidePayload(turn.text);
  if (pressed) return pressed;
  const input = inputTo(turn);
  if (input) return { kind: "input", input };
  const asked = guideAsked(turn.text, turn.knowledge.guides);
  return asked === undefined ? { kind: "list", from: 0 } : { kind: "start", guide: asked };
}

/** What a typed text does where the person stands. */
function inputTo({ text, session, knowledge: { guides } }: Turn): Input | undefined {
  const here = standing(guides, session.guide);
  if (!here) return undefined;
  const { offered = [] } = session;
  // After something else was talked about, "tiếp tục" leads back to the step rather than past it.
  if ((here.place.rest || offered.some(leadsBack)) && asksToGoOn(text)) return { kind: "show" };
  return here.place.rest ? saidAtRest(text) : inputSaid(text, here.step, offered.length === 0);
}

function leadsBack({ send }: Button): boolean {
  const payload = readGuidePayload(send);
  return payload?.kind === "at" && payload.input.kind === "show";
}

function serve(turn: Turn, wish: Wish, words: Words["guide"]): Outcome {
  const { guides } = turn.knowledge;
  const place = turn.session.guide;
  if (wish.kind === "list") return outcome(turn, listReply(guides, wish.from, words));
  if (wish.kind === "start") {
    const started = start(guides, place, wish.guide);
    return started ? tell(withTopic(turn, wish.guide), started, place, words) : gone(turn, words);
  }
  const from = wish.kind === "at" ? placeAt(guides, place, wish.guide, wish.step) : place;
  return from ? tell(turn, walk(guides, from, wish.input), from, words) : gone(turn, words);
}

/** @param before where the person stood */
function tell(turn: Turn, walked: Walked, before: GuidePlace | undefined, words: Words["guide"]): Outcome {
  const reply = replyTo(turn, walked, before, words);
  const { guide: _, ...rest } = turn.session;
  const told = outcome({ ...turn, session: rest }, about(turn, reply, walked), walked.place && { guide: walked.place });
  const here = walked.shows === "reminded" ? standing(turn.knowledge.guides, walked.place) : undefined;
  return here ? { ...told, remind: { after: TOMORROW, reply: reminderReply(here, words) } } : told;
}

/** The reply, with the procedures that the guide is about. */
function about({ knowledge: { guides, procedures } }: Turn, reply: Reply, { place }: Walked): Reply {
  const known = (guides.get(place?.guide ?? "")?.procedures ?? []).flatMap((code) => procedures.get(code) ?? []);
  return { ...reply, procedures: known.map(({ code, name }) => ({ code, name, score: 1 })) };
}

function replyTo(turn: Turn, walked: Walked, before: GuidePlace | undefined, words: Words["guide"]): Reply {
  const { guides } = turn.knowledge;
  const { place, shows } = walked;
  const here = standing(guides, place);
  if (shows === "finished" || shows === "cancelled" || !here) {
    const ended = before ?? place;
    return ended ? endReply(ended, walked, turn, words) : listReply(guides, 0, words);
  }
  if (typeof shows === "object") return troubleReply(here, shows.trouble, words);
  if (shows === "stuck") return stuckReply(here, words);
  if (shows === "paused" || shows === "reminded") return restReply(here, shows, words);
  const reply = stepReply(here, guides, words);
  if (shows === "needed") return saying(reply, words.needed, []);
  const done = shows === "returned" ? guides.get(before?.guide ?? "") : undefined;
  if (done) return saying(reply, fill(words.returned, { title: done.title }), [titleOf(done)]);
  if (shows !== "again") return reply;
  const { ask, id } = here.step;
  if (ask?.kind !== "typed") return saying(reply, words.choose, []);
  return saying(reply, ask.again, [quoteOf(here.guide, id, [ask.again])]);
}

function gone(turn: Turn, words: Words["guide"]): Outcome {
  return outcome(turn, listReply(turn.knowledge.guides, 0, words, words.gone));
}

/** A guide to one procedure makes it what is talked about, so that "lệ phí?" has a meaning. */
function withTopic(turn: Turn, id: string): Turn {
  const [code, ...others] = turn.knowledge.guides.get(id)?.procedures ?? [];
  if (code === undefined || others.length > 0 || !turn.knowledge.procedures.has(code)) return turn;
  const { facet: _, cases: __, ...session } = turn.session;
  return { ...turn, session: { ...session, procedure: code } };
}
