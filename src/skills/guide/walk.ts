import type { GuidePlace } from "../../core/guide.ts";
import { wayOn } from "../../core/ways.ts";
import { passes } from "./checks.ts";
import type { Input } from "./payload.ts";
import { begin, chainOf, type Guides, goTo, oneBack, type Standing, standing } from "./place.ts";

/** Where an input leads, and what is to be said there. */
export interface Walked {
  /** Undefined when no guide is being walked any more. */
  readonly place?: GuidePlace;
  readonly shows: Shown;
}

export type Shown =
  | "step"
  | "again" // what the step asks for is not answered, or not so that it passes
  | "returned" // a guide is done, and the one it was walked for goes on
  | "needed" // the step cannot be skipped
  | "stuck"
  | { readonly trouble: number }
  | "paused"
  | "reminded"
  | "cancelled"
  | "finished";

/** Starts a guide; one that is being walked already is shown where the person stands in it. */
export function start(guides: Guides, place: GuidePlace | undefined, id: string): Walked | undefined {
  const known = chainOf(place).find(({ guide }) => guide === id);
  const begun = known ? awake(known) : begin(guides, id, place);
  return begun && { place: begun, shows: "step" };
}

/** What an input at a place leads to. Pure; every input is taken at every place. */
export function walk(guides: Guides, place: GuidePlace, input: Input): Walked {
  const stands = standing(guides, place);
  if (!stands) return { shows: "cancelled" };
  const here = { ...stands, place: awake(stands.place) };
  switch (input.kind) {
    case "done":
      return here.step.ask ? stay(here, "again") : onward(guides, here);
    case "choose":
      return choose(guides, here, input.choice);
    case "type":
      return type(guides, here, input.text);
    case "skip":
      return here.step.optional ? onward(guides, here) : stay(here, "needed");
    case "back":
      return stay({ ...here, place: awake(oneBack(guides, here.place) ?? here.place) }, "step");
    case "show":
      return stay(here, "step");
    case "stuck":
      return stay(here, "stuck");
    case "trouble":
      return stay(here, here.step.troubles[input.trouble] ? { trouble: input.trouble } : "stuck");
    case "pause":
      return { place: { ...here.place, rest: "paused" }, shows: "paused" };
    case "remind":
      return { place: { ...here.place, rest: "paused" }, shows: "reminded" };
    case "cancel":
      return cancel(guides, here.place);
  }
}

function choose(guides: Guides, here: Standing, number: number): Walked {
  const { place, step } = here;
  const choice = step.ask?.kind === "choices" ? step.ask.choices[number] : undefined;
  if (!step.ask || !choice) return stay(here, "step");
  const answers = { ...place.answers, [step.ask.name]: choice.value };
  const answered = { ...place, answers };
  const walked = choice.through !== undefined && chainOf(place).some(({ guide }) => guide === choice.through);
  const through = choice.through === undefined || walked ? undefined : begin(guides, choice.through, answered);
  return on(guides, here, through ?? goTo(guides, answered, wayOn(step, answers, choice)));
}

/** Typed words are checked and forgotten: they may be personal. Only that they were given is remembered. */
function type(guides: Guides, here: Standing, text: string): Walked {
  const { place, step } = here;
  if (step.ask?.kind !== "typed") return stay(here, "step");
  if (!passes(step.ask.check, text)) return stay(here, "again");
  const answers = { ...place.answers, [step.ask.name]: "given" };
  return on(guides, here, goTo(guides, { ...place, answers }, wayOn(step, answers)));
}

/** On, with nothing answered. */
function onward(guides: Guides, here: Standing): Walked {
  return on(guides, here, goTo(guides, here.place, wayOn(here.step, here.place.answers)));
}

/** On at `next`; finished when there is none, or when it is a walk that rests. */
function on(guides: Guides, here: Standing, next: GuidePlace | undefined): Walked {
  const place = standing(guides, next)?.place;
  if (!place) return { shows: "finished" };
  const out = chainOf(here.place.from).some(({ guide }) => guide === place.guide);
  return { place, shows: place.rest ? "finished" : out ? "returned" : "step" };
}

/** Gives up the guide; the one for which it was walked rests until the person wants it. */
function cancel(guides: Guides, { from }: GuidePlace): Walked {
  const outer = standing(guides, from)?.place;
  return outer ? { place: { ...outer, rest: "paused" }, shows: "cancelled" } : { shows: "cancelled" };
}

function stay({ place }: Standing, shows: Shown): Walked {
  return { place, shows };
}

function awake({ rest: _, ...place }: GuidePlace): GuidePlace {
  return place;
}
