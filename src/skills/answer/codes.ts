import type { Snapshot } from "../../core/knowledge.ts";
import type { Day, Procedure } from "../../core/procedure.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { fill, type Words } from "../words.ts";
import { FRONT, type Line, own } from "./compose/line.ts";

/** A procedure to answer with, and what must be said before: that it replaced another, or is not in force. */
export interface InForce {
  readonly procedure: Procedure;
  readonly notice: readonly Line[];
}

const CODE = /(?<![\d.])(\d{1,2})\.(\d{6})(?!\d)/u;

/** The procedure code in a text; undefined when there is none. */
export function codeIn(text: string): string | undefined {
  return text.match(CODE)?.[0];
}

/** The procedure that holds today for a code: itself, or the one that took it over. Undefined when none is known. */
export function inForce(code: string, knowledge: Snapshot, today: Day, words: Words["answer"]): InForce | undefined {
  const known = knowledge.procedures.get(code);
  const ended = known?.effective.to;
  if (known && (ended === undefined || today <= ended))
    return { procedure: known, notice: notYet(known, today, words) };
  const successor = [...knowledge.procedures.values()].find(({ replaces }) =>
    replaces.some((old) => old.code === code),
  );
  if (successor) {
    const old = known ? `${known.name} (${code})` : code;
    return { procedure: successor, notice: [replacedLine(old, words)] };
  }
  return known && { procedure: known, notice: [dated(words.expired, ended)] };
}

function replacedLine(old: string, words: Words["answer"]): Line {
  return { text: fill(words.replaced, { old }), heading: FRONT.about, quote: old };
}

function notYet({ effective }: Procedure, today: Day, words: Words["answer"]): Line[] {
  return effective.from !== undefined && today < effective.from ? [dated(words.notYet, effective.from)] : [];
}

function dated(sentence: string, day: Day | undefined): Line {
  if (day === undefined) return own(sentence);
  const shown = vietnameseDay(day);
  return { text: fill(sentence, { day: shown }), heading: FRONT.about, quote: shown };
}
