import type { Outcome, Turn } from "../../core/conversation.ts";
import type { Facet } from "../../core/procedure.ts";
import { facetsFor } from "../asked.ts";
import { outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { tellPapers } from "./cases.ts";
import { admit, askWhich, offerChoices, offerOthers } from "./choices.ts";
import { codeIn, inForce } from "./codes.ts";
import { readCorrection } from "./correction.ts";
import { generalQuestion, ownQuestion, tellGeneral } from "./questions.ts";
import { type Reading, read } from "./reading.ts";
import { tell } from "./respond.ts";

/** Answers a typed question, or asks back when it is not clear what it is about. */
export async function ask(turn: Turn, words: Words["answer"]): Promise<Outcome> {
  const { session } = turn;
  const correction = readCorrection(turn.text, session);
  const refused = correction?.rejects ? session.procedure : undefined;
  if (correction?.text === "") return offerOthers(turn, refused, words);
  const text = correction?.text ?? turn.text;
  const code = codeIn(text);
  const reading = await read(turn, text, refused);
  if (code !== undefined) return byCode(turn, code, reading, words);
  if (reading.topic === "same") return goOn(turn, reading, words);
  const general = generalQuestion(turn, reading);
  if (general) return tellGeneral(turn, general, reading, words);
  return byWords(turn, reading, refused === undefined ? undefined : session.facet, words);
}

function byCode(turn: Turn, code: string, reading: Reading, words: Words["answer"]): Outcome {
  const found = inForce(code, turn.knowledge, turn.today, words);
  if (!found) return outcome(turn, replyWith("silent", words.unknownCode));
  return about(turn, code, reading, undefined, words, []);
}

/** A question without a topic is about the procedure talked about. */
function goOn(turn: Turn, reading: Reading, words: Words["answer"]): Outcome {
  const { procedure } = turn.session;
  if (procedure !== undefined && turn.knowledge.procedures.has(procedure))
    return reading.asked.length > 0
      ? about(turn, procedure, reading, undefined, words, [])
      : outcome(turn, replyWith("clarify", words.unclear));
  const general = generalQuestion(turn, reading);
  return general ? tellGeneral(turn, general, reading, words) : askWhich(turn, reading, words);
}

/** When the words point nowhere new, so few of them still belong to the procedure talked about. */
const STILL_SAME = 2;

function byWords(turn: Turn, reading: Reading, facet: Facet | undefined, words: Words["answer"]): Outcome {
  const { ranking } = reading;
  const first = ranking.hits[0];
  const current = turn.session.procedure;
  if (first && (ranking.verdict === "sure" || (ranking.verdict === "unsure" && first.procedure.code === current)))
    return about(turn, first.procedure.code, reading, facet, words);
  const known = current === undefined ? undefined : turn.knowledge.procedures.get(current);
  if (known && (ownQuestion(reading.text, known).length > 0 || (ranking.verdict === "none" && isShort(reading))))
    return about(turn, known.code, reading, facet, words, []);
  return ranking.verdict === "unsure" ? offerChoices(turn, reading, words) : admit(turn, reading, words);
}

function isShort({ text, asked }: Reading): boolean {
  const facets = asked.reduce((count, { start, end }) => count + end - start, 0);
  return asked.length > 0 && text.split(/\s+/u).length - facets <= STILL_SAME;
}

/** Answers about one procedure: its own question when it is that, and the facets asked for. */
function about(
  turn: Turn,
  code: string,
  reading: Reading,
  facet: Facet | undefined,
  words: Words["answer"],
  hits = reading.ranking.hits,
): Outcome {
  const found = inForce(code, turn.knowledge, turn.today, words);
  if (!found) return admit(turn, reading, words);
  const { procedure, notice } = found;
  const own = ownQuestion(reading.text, procedure);
  const asked = facetsFor(reading.asked, procedure);
  const wanted = asked.length > 0 ? asked : facet !== undefined ? [facet] : own.length > 0 ? [] : ["all" as const];
  // A question that names no need of its own does not replace the one that does.
  const question = reading.topic === "own" ? { asked: reading.text } : {};
  const telling = { procedure, facets: wanted, notice, before: own, hits, ...question };
  const papersOnly = wanted.length === 1 && wanted[0] === "papers";
  return papersOnly && procedure.cases.length > 0 ? tellPapers(turn, telling, [], words) : tell(turn, telling, words);
}
