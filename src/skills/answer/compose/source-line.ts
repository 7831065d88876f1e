import { covers, type Day, type Procedure } from "../../../core/procedure.ts";
import { vietnameseDay } from "../../../text/numbers.ts";
import { fill, type Words } from "../../words.ts";
import { FRONT, type Line } from "./line.ts";

/** How many headings and laws the source line names; the quotes tell all. */
const MOST = 3;

/**
 * The last line of an answer: "Nguồn: <file> › <headings> · <laws> · kiểm ngày <day>". The laws are those the lines
 * follow, or else the first of the procedure's that are in force.
 */
export function sourceLine(procedure: Procedure, lines: readonly Line[], today: Day, words: Words["answer"]): Line {
  const headings = distinct(lines.filter(tellsFact).map(({ heading }) => heading));
  const followed = distinct(lines.flatMap(({ law }) => law ?? []));
  const inForce = procedure.legalBasis.filter((law) => covers(law, today)).map(({ number }) => number);
  const laws = first(followed.length > 0 ? followed : inForce);
  const verified = vietnameseDay(procedure.verified);
  const place = `${procedure.file} › ${first(headings)}`;
  const text = [fill(words.source, { place }), laws, fill(words.verified, { day: verified })];
  return {
    text: text.filter((part) => part !== "").join(" · "),
    heading: FRONT.about,
    quote: [procedure.code, procedure.name, laws, verified].filter((part) => part !== "").join(" · "),
  };
}

function tellsFact({ quote, file, heading }: Line): boolean {
  return quote !== "" && file === undefined && heading !== FRONT.uncertain;
}

function first(texts: readonly string[]): string {
  return texts.slice(0, MOST).join(", ") + (texts.length > MOST ? "…" : "");
}

function distinct(texts: readonly string[]): string[] {
  return [...new Set(texts)];
}
