import type { Procedure } from "../../../core/procedure.ts";
import { clip } from "../../reply.ts";
import type { Composing, FacetComposer } from "./context.ts";
import { feesToday } from "./fee.ts";
import { FRONT, type Line, own, sectionLines } from "./line.ts";
import { agencyLine, onlineSummary } from "./place.ts";
import { timeLines } from "./time.ts";

/** Characters of one line in an overview; the facet itself tells all of it. */
const LONGEST_LINE = 220;

/** How many lines of papers, times and fees stand in an overview; it must fit one screen. */
const MOST = 3;

/** All sides of a procedure on one screen; buttons lead to the rest. */
export const overview: FacetComposer = (procedure, composing) => {
  const { facets, fieldLabels } = composing.words;
  return [
    under(fieldLabels.who, [{ text: procedure.who, heading: FRONT.who, quote: procedure.who }], ""),
    under(facets.papers, sectionLines(procedure, "papers"), composing.words.morePapers, procedure.cases.length > 0),
    under(facets.time, timeLines({ ...procedure, sections: {} }, composing), composing.words.moreTimes),
    under(facets.fee, fees(procedure, composing), composing.words.moreFees),
    under(fieldLabels.where, [agencyLine(procedure)], ""),
    online(procedure, composing),
  ].flat();
};

function online(procedure: Procedure, composing: Composing): Line[] {
  const [kind, ...page] = onlineSummary(procedure, composing);
  return kind ? [...under(composing.words.facets.online, [kind], ""), ...page] : [];
}

function fees(procedure: Procedure, composing: Composing): Line[] {
  const lines = feesToday(procedure.fees, composing);
  return lines.length > 0 ? lines : [own(composing.words.feeMissing)];
}

/** `label: line` when there is one line; else the label above the first lines, and a word that there are more. */
function under(label: string, lines: readonly Line[], more: string, alwaysMore = false): Line[] {
  const [first, ...rest] = lines;
  if (first !== undefined && rest.length === 0 && !alwaysMore)
    return [{ ...first, text: `${label}: ${clip(first.text.replace(/^• /, ""), 2 * LONGEST_LINE)}` }];
  const shown = lines.slice(0, MOST).map((line) => ({ ...line, text: clip(line.text, LONGEST_LINE) }));
  return [own(`${label}:`), ...shown, ...(alwaysMore || lines.length > MOST ? [own(more)] : [])];
}
