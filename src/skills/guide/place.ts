import type { Guide, GuidePlace, Step } from "../../core/guide.ts";
import { END, wayOn } from "../../core/ways.ts";

/** All guides by id. */
export type Guides = ReadonlyMap<string, Guide>;

/** A place whose guide and step are there. */
export interface Standing {
  readonly place: GuidePlace;
  readonly guide: Guide;
  readonly step: Step;
}

/**
 * Where somebody stands, as far as the guides still have it: a guide may have been rewritten since. A step that is gone
 * leads to the guide's start, a guide that is gone to the one it was walked for.
 */
export function standing(guides: Guides, place: GuidePlace | undefined): Standing | undefined {
  if (place === undefined) return undefined;
  const guide = guides.get(place.guide);
  const step = guide?.steps.get(place.step);
  if (guide && step) return { place, guide, step };
  const [first] = guide?.steps.values() ?? [];
  if (!guide || !first) return standing(guides, place.from);
  return { place: { ...place, step: first.id, trail: [] }, guide, step: first };
}

/** The start of a guide, from which the walk goes back to `from`. Undefined when there is no such guide. */
export function begin(guides: Guides, id: string, from?: GuidePlace): GuidePlace | undefined {
  const [first] = guides.get(id)?.steps.values() ?? [];
  return first && { guide: id, step: first.id, answers: from?.answers ?? {}, trail: [], ...(from && { from }) };
}

/** The places of a walk: where somebody stands, and those to go back to afterwards. */
export function chainOf(place: GuidePlace | undefined): GuidePlace[] {
  return place === undefined ? [] : [place, ...chainOf(place.from)];
}

/**
 * Goes on to a step, or over the end: then back to the guide that this one was walked for, unless that one rests.
 * @returns undefined when there is nothing to go on with
 */
export function goTo(guides: Guides, place: GuidePlace, to: string): GuidePlace | undefined {
  if (to === END || !guides.get(place.guide)?.steps.has(to)) return goOut(guides, place);
  const walked = place.trail.includes(place.step) ? place.trail : [...place.trail, place.step];
  const again = walked.indexOf(to);
  return { ...place, step: to, trail: again < 0 ? walked : walked.slice(0, again) };
}

/** Back at the step that led here, or after it when it was left through this very guide. */
function goOut(guides: Guides, { from, guide, answers }: GuidePlace): GuidePlace | undefined {
  const outer = standing(guides, from);
  if (!outer || outer.place.rest) return outer?.place;
  const { place, step } = outer;
  const known = { ...place, answers: { ...answers, ...place.answers } };
  const chosen = step.ask?.kind === "choices" ? place.answers[step.ask.name] : undefined;
  const choice = step.ask?.kind === "choices" ? step.ask.choices.find(({ value }) => value === chosen) : undefined;
  return choice?.through === guide ? goTo(guides, known, wayOn(step, known.answers, choice)) : known;
}

/** At an earlier step of the walk, with what was answered from there on forgotten. */
export function backTo(guides: Guides, place: GuidePlace, step: string): GuidePlace {
  const at = place.trail.indexOf(step);
  const left = [...(at < 0 ? [] : place.trail.slice(at)), place.step];
  const names = new Set(left.flatMap((id) => guides.get(place.guide)?.steps.get(id)?.ask?.name ?? []));
  const answers = Object.fromEntries(Object.entries(place.answers).filter(([name]) => !names.has(name)));
  return { ...place, step, answers, trail: at < 0 ? place.trail : place.trail.slice(0, at) };
}

/** One step back, past steps that are gone; at the start of a guide, at the step that led to it. Undefined at the very start. */
export function oneBack(guides: Guides, place: GuidePlace): GuidePlace | undefined {
  const steps = guides.get(place.guide)?.steps;
  const last = place.trail.findLast((id) => steps?.has(id));
  if (last !== undefined) return backTo(guides, place, last);
  const outer = standing(guides, place.from);
  return outer && backTo(guides, outer.place, outer.step.id);
}

/**
 * The place at which a button was offered, so that an old one does what it says: an earlier step is gone back to, a guide
 * left long ago is stood in again, with the present one to go back to. Undefined when there is no such step any more.
 */
export function placeAt(guides: Guides, place: GuidePlace | undefined, guide: string, step: string) {
  if (!guides.get(guide)?.steps.has(step)) return undefined;
  const within = chainOf(place).find((one) => one.guide === guide);
  if (within === undefined) {
    const started = begin(guides, guide, place);
    return started && { ...started, step };
  }
  if (within.step === step) return within;
  return within.trail.includes(step) ? backTo(guides, within, step) : goTo(guides, within, step);
}
