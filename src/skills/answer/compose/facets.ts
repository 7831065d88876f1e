import type { FacetComposer, PlainFacet } from "./context.ts";
import { feeLines } from "./fee.ts";
import { sectionLines } from "./line.ts";
import { formLines, papersLines } from "./papers.ts";
import { lawLines, resultLines, whoLines } from "./people.ts";
import { onlineLines, whereLines } from "./place.ts";
import { timeLines } from "./time.ts";

/** How each side of a procedure is told. */
export const COMPOSERS: Readonly<Record<PlainFacet, FacetComposer>> = {
  papers: papersLines,
  steps: (procedure) => sectionLines(procedure, "steps"),
  time: timeLines,
  fee: feeLines,
  where: whereLines,
  online: onlineLines,
  who: whoLines,
  result: resultLines,
  law: lawLines,
  form: formLines,
};
