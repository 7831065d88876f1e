import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import type { Guide, GuidePlace, Step, Typed } from "../../../src/core/guide.ts";
import { deciding } from "../../../src/core/ways.ts";
import { parseGuide } from "../../../src/knowledge/guides/parse.ts";
import type { Input } from "../../../src/skills/guide/payload.ts";
import { type Walked, walk } from "../../../src/skills/guide/walk.ts";

export type Guides = ReadonlyMap<string, Guide>;

const FOLDER = join(import.meta.dirname, "../../../knowledge/guides");

/** The guides that the project ships, each of which must be without a fault. */
export function ownGuides(): Guides {
  const files = readdirSync(FOLDER).filter((name) => name.endsWith(".yaml"));
  const guides = files.map((name) => {
    const { value, faults } = parseGuide(name, `guides/${name}`, readFileSync(join(FOLDER, name), "utf8"));
    if (!value) throw new Error(faults.map(({ file, line, message }) => `${file}:${line} ${message}`).join("\n"));
    return value;
  });
  return new Map(guides.map((guide) => [guide.id, guide]));
}

const TYPED: Readonly<Record<Typed["check"], string>> = {
  phone: "0912 345 678",
  date: "5/8/1990",
  "dossier-code": "H12.01.02-260101-0001",
  number: "12",
  text: "Thới Bình",
};

/** Everything that leads on from a step. */
export function waysOn({ ask, optional }: Step): Input[] {
  const skip: Input[] = optional ? [{ kind: "skip" }] : [];
  if (ask === undefined) return [{ kind: "done" }, ...skip];
  if (ask.kind === "typed") return [{ kind: "type", text: TYPED[ask.check] }, ...skip];
  return [...ask.choices.map((_, choice): Input => ({ kind: "choose", choice })), ...skip];
}

export function stepAt(guides: Guides, { guide, step }: GuidePlace): Step {
  const found = guides.get(guide)?.steps.get(step);
  if (!found) throw new Error(`nobody can stand at ${guide}/${step}`);
  return found;
}

/** The same for places from which the same can happen, however they were come to. */
export function stateOf(guides: Guides, { guide, step, answers, from }: GuidePlace): string {
  const known = namesIn(guides.get(guide) as Guide).map((name) => answers[name] ?? "");
  return [guide, step, ...known, from ? `(${stateOf(guides, from)})` : ""].join(" ");
}

const names = new WeakMap<Guide, readonly string[]>();

function namesIn(guide: Guide): readonly string[] {
  const known = names.get(guide) ?? [...deciding(guide).keys()].sort();
  names.set(guide, known);
  return known;
}

/** Walks on in every way from a place, each state once, and tells every move: from where, by what, to where. */
export function everyMove(guides: Guides, start: GuidePlace): { from: GuidePlace; input: Input; to: Walked }[] {
  const moves: { from: GuidePlace; input: Input; to: Walked }[] = [];
  const seen = new Map([[stateOf(guides, start), start]]);
  for (const from of seen.values())
    for (const input of waysOn(stepAt(guides, from))) {
      const to = walk(guides, from, input);
      moves.push({ from, input, to });
      if (!to.place) continue;
      const state = stateOf(guides, to.place);
      if (!seen.has(state)) seen.set(state, to.place);
    }
  return moves;
}

/**
 * All ways through a guide from a place to its end, as inputs, no step twice; a guide on the way is walked in one of its
 * ways. At most `most` of them.
 */
export function everyPath(guides: Guides, start: GuidePlace, most: number): Input[][] {
  const paths: Input[][] = [];
  const go = (place: GuidePlace | undefined, inputs: readonly Input[], walked: ReadonlySet<string>): void => {
    if (paths.length >= most) return;
    if (place === undefined) return void paths.push([...inputs]);
    const mine = place.guide === start.guide;
    if (mine && walked.has(place.step)) return;
    const here = mine ? new Set(walked).add(place.step) : walked;
    const ways = waysOn(stepAt(guides, place));
    if (mine) for (const input of ways) go(walk(guides, place, input).place, [...inputs, input], here);
    else go(walk(guides, place, shortest(guides, place)).place, [...inputs, shortest(guides, place)], here);
  };
  go(start, [], new Set());
  return paths;
}

/** The way on that ends the guide in the fewest steps. */
function shortest(guides: Guides, place: GuidePlace): Input {
  const depth = place.from ? stateOf(guides, place.from) : "";
  let front = waysOn(stepAt(guides, place)).map((first) => ({ first, to: walk(guides, place, first).place }));
  const seen = new Set<string>();
  while (front.length > 0) {
    const out = front.find(({ to }) => !to || (place.from && to.guide === place.from.guide));
    if (out) return out.first;
    front = front.flatMap(({ first, to }) => {
      if (!to || seen.has(stateOf(guides, to))) return [];
      seen.add(stateOf(guides, to));
      return waysOn(stepAt(guides, to)).map((input) => ({ first, to: walk(guides, to, input).place }));
    });
  }
  throw new Error(`no way out of ${place.guide}/${place.step} to ${depth}`);
}

/** Numbers from 0 up to, but not including, `below`; the same for the same seed (mulberry32). */
export function dice(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}
