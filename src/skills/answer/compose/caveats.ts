import type { Facet, Procedure, Uncertain } from "../../../core/procedure.ts";
import { fill } from "../../words.ts";
import type { Composing } from "./context.ts";
import { FRONT, type Line, own } from "./line.ts";

/** What the overview shows, and so what its doubts are about. */
const OVERVIEW: readonly Uncertain["about"][] = ["papers", "time", "fee", "where", "general"];

/** An overview fits a phone's screen: the other doubts are told with the facet they are about. */
const MOST_DOUBTS = 2;

/** What is not certain about the facets told, and a word of care when nobody has checked the file. */
export function caveats(procedure: Procedure, facets: readonly Facet[], { words }: Composing): Line[] {
  const about: readonly Uncertain["about"][] = facets.includes("all") ? OVERVIEW : [...facets, "general"];
  const doubts = procedure.uncertain
    .filter((one) => about.includes(one.about))
    .slice(0, facets.includes("all") ? MOST_DOUBTS : undefined)
    .map(({ text }) => ({ text: fill(words.uncertain, { text }), heading: FRONT.uncertain, quote: text }));
  const unchecked = procedure.origin === "imported" || procedure.confidence === "low";
  return unchecked ? [...doubts, own(words.unchecked)] : doubts;
}
