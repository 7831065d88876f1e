import { covers, type Day, type Procedure, type Uncertain } from "../../core/procedure.ts";
import type { Composing } from "../answer/compose/context.ts";
import { FRONT, type Line, own } from "../answer/compose/line.ts";
import { lawLines } from "../answer/compose/people.ts";
import type { Words } from "../words.ts";
import type { Told } from "./tell.ts";

const MOST_DOUBTS = 4;

/** The laws in force: first those that the lines told follow, then the others in the file's order, at most `most`. */
export function basis(
  procedure: Procedure,
  told: readonly Line[],
  composing: Composing & { readonly most: number },
  more: string,
): Line[] {
  const followed = new Set(told.flatMap(({ law }) => law ?? []));
  const laws = lawLines(procedure, composing);
  const first = laws.filter(({ law }) => law !== undefined && followed.has(law));
  const ordered = [...first, ...laws.filter((line) => !first.includes(line))];
  return ordered.length > composing.most ? [...ordered.slice(0, composing.most), own(more)] : ordered;
}

/** True when `basis` leaves laws out. */
export function hasMoreLaws({ legalBasis }: Procedure, today: Day, most: number): boolean {
  return legalBasis.filter((law) => covers(law, today)).length > most;
}

const OF_SUMMARY: readonly Uncertain["about"][] = ["papers", "time", "fee", "where"];

/** The doubts of the file about what was told. */
export function doubtsAbout({ uncertain }: Procedure, { facets }: Pick<Told, "facets">): Line[] {
  const about: readonly Uncertain["about"][] = facets.includes("all") ? OF_SUMMARY : facets;
  return uncertain.filter((one) => about.includes(one.about)).map(doubtLine);
}

/** All that an officer should know to be doubtful: about what was told, about the law, and that nobody checked the file. */
export function doubts(procedure: Procedure, told: Pick<Told, "facets">, words: Words["staff"]): Line[] {
  const near = doubtsAbout(procedure, told);
  const wide = procedure.uncertain
    .filter(({ about }) => about === "law" || about === "general")
    .map(doubtLine)
    .filter(({ quote }) => !near.some((line) => line.quote === quote));
  const unchecked = procedure.origin === "imported" || procedure.confidence === "low";
  return [...[...near, ...wide].slice(0, MOST_DOUBTS), ...(unchecked ? [own(words.unchecked)] : [])];
}

function doubtLine({ text }: Uncertain): Line {
  return { text: `• ${text}`, heading: FRONT.uncertain, quote: text };
}
