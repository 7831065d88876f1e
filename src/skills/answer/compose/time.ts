import type { TimeLimit } from "../../../core/procedure.ts";
import type { Composing, FacetComposer } from "./context.ts";
import { FRONT, type Line, own, sectionLines } from "./line.ts";

/** The time limits, and what the file says about them. */
export const timeLines: FacetComposer = (procedure, { words }) => {
  const limits = procedure.time.map((limit) => timeLine(limit, words));
  const lines = limits.length > 0 ? limits : [own(words.timeMissing)];
  return [...lines, ...sectionLines(procedure, "time")];
};

function timeLine({ when, value, note }: TimeLimit, words: Composing["words"]): Line {
  const more = note === undefined ? "" : ` (${note})`;
  const quote = [when, value ?? "", note ?? ""].filter((part) => part !== "").join(" · ");
  return { text: `• ${when}: ${value ?? words.unknown}${more}`, heading: FRONT.time, quote };
}
