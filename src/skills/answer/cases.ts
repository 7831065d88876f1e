import type { Outcome, Turn } from "../../core/conversation.ts";
import type { CaseQuestion } from "../../core/procedure.ts";
import { chatter } from "../../text/chatter.ts";
import { foldedSyllables, syllables } from "../../text/syllables.ts";
import { casePayload } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { compose } from "./compose/compose.ts";
import { FRONT, sectionLines } from "./compose/line.ts";
import { personalPapers } from "./compose/papers.ts";
import { considered, optionsFor, remembering, type Telling, tell } from "./respond.ts";

/**
 * Tells the papers of one person: asks the next case question that neither the answers so far nor the question itself
 * settles, with the papers that everybody needs; when all are settled, the personal list.
 */
export function tellPapers(turn: Turn, telling: Telling, answers: readonly number[], words: Words["answer"]): Outcome {
  const { procedure, asked = turn.session.asked ?? "" } = telling;
  const known = [...answers];
  for (let next = procedure.cases[known.length]; next; next = procedure.cases[known.length]) {
    const option = saidAlready(next, asked);
    if (option === undefined) return askCase(turn, telling, { answers, known }, next, words);
    known.push(option);
  }
  const papers = personalPapers(procedure, known, optionsFor(turn, telling, words));
  const told = tell(turn, { ...telling, facets: ["papers"], papers, answers: known }, words);
  return { ...told, session: { ...told.session, cases: known } };
}

function askCase(
  turn: Turn,
  telling: Telling,
  { answers, known }: { answers: readonly number[]; known: readonly number[] },
  question: CaseQuestion,
  words: Words["answer"],
): Outcome {
  const { procedure } = telling;
  const common = answers.length === 0 ? sectionLines(procedure, "papers") : [];
  const ask = { text: fill(words.caseDepends, { ask: question.ask }), heading: FRONT.cases, quote: question.ask };
  const composed = compose(procedure, common.length > 0 ? ["papers"] : [], {
    ...optionsFor(turn, telling, words),
    papers: common,
    after: [ask],
  });
  const options = question.options.map(({ label }, i) => button(label, casePayload(procedure.code, [...known, i])));
  const offered = [...options, button(words.allCases, casePayload(procedure.code, "all"))];
  const reply = replyWith("case", composed.text, {
    buttons: offered.slice(0, MOST_BUTTONS),
    sources: composed.sources,
    procedures: considered(telling),
    facets: ["papers"],
  });
  const { session } = remembering(turn, { ...telling, facets: ["papers"] }, reply);
  return outcome({ ...turn, session }, reply, { offered, cases: known });
}

/** At least so many telling words of an option must stand in the question, all of them. */
const CLEAR = 2;

/**
 * The option that the citizen's words already name: all words that only this option has stand in the text, at least two
 * of them, and no other option can say the same.
 */
export function saidAlready({ options }: CaseQuestion, text: string): number | undefined {
  const said = new Set(foldedSyllables(text));
  const own = options.map(({ label }, i) => {
    const others = new Set(options.flatMap((option, j) => (i === j ? [] : telling(option.label))));
    return telling(label).filter((syllable) => !others.has(syllable));
  });
  const named = own.flatMap((words, i) => {
    return words.length >= CLEAR && words.every((syllable) => said.has(syllable)) ? [i] : [];
  });
  return named.length === 1 ? named[0] : undefined;
}

/** The folded syllables of a text, without chatter. */
function telling(text: string): string[] {
  const typed = syllables(text);
  const folded = typed.map((one) => one.folded);
  const written = typed.map((one) => one.written);
  const small = chatter(folded, written);
  return folded.filter((_, i) => !small.some(({ start, end }) => start <= i && i < end));
}
