import { covers, type Law, type Procedure } from "../../../core/procedure.ts";
import { fold } from "../../../text/fold.ts";
import { vietnameseDay } from "../../../text/numbers.ts";
import { fill } from "../../words.ts";
import type { FacetComposer } from "./context.ts";
import { FRONT, type Line, own, sectionLines } from "./line.ts";

/** Who may do it, and the limits that the notes tell. */
export const whoLines: FacetComposer = (procedure) => [
  ...whoField(procedure),
  ...sectionLines(procedure, "who"),
  ...sectionLines(procedure, "notes"),
];

/** The field `who`, unless the section says the same. */
function whoField({ who, sections }: Procedure): Line[] {
  if (fold(sections.who ?? "").includes(fold(who))) return [];
  return [{ text: who, heading: FRONT.who, quote: who }];
}

/** What the citizen holds in the end. */
export const resultLines: FacetComposer = ({ result }) => [{ text: result, heading: FRONT.result, quote: result }];

/** The laws in force today, with the day on which one ends. */
export const lawLines: FacetComposer = ({ legalBasis }, { today, words }) => {
  const laws = legalBasis.filter((law) => covers(law, today));
  if (laws.length === 0) return [own(words.lawMissing)];
  return laws.map((law) => {
    const text = `${law.number}${law.title === undefined ? "" : ` – ${law.title}`}${until(law, words.until)}`;
    return { text: `• ${text}`, heading: FRONT.law, quote: text, law: law.number };
  });
};

function until({ to }: Law, sentence: string): string {
  return to === undefined ? "" : ` (${fill(sentence, { day: vietnameseDay(to) })})`;
}
