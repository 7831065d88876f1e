import type { Turn } from "../../core/conversation.ts";
import type { Faq } from "../../core/knowledge.ts";
import type { Procedure } from "../../core/procedure.ts";
import type { Hit } from "../../core/search.ts";
import { codeIn, inForce } from "../answer/codes.ts";
import type { Line } from "../answer/compose/line.ts";
import { type Reading, read } from "../answer/reading.ts";
import { askedFacets } from "../asked.ts";
import type { Words } from "../words.ts";
import { Passages, tellingWords } from "./passages.ts";
import { clausesOf, type Piece } from "./pieces.ts";

/** What one question turned out to be about. */
export type Found = { readonly text: string; readonly reading: Reading } & (
  | {
      readonly kind: "procedure";
      readonly procedure: Procedure;
      /** That it took over another's code, or is not in force. */
      readonly notice: readonly Line[];
      /** `doubtful`: likely, but the words alone do not say so. */
      readonly trust: "sure" | "doubtful";
    }
  | { readonly kind: "general"; readonly faq: Faq }
  | { readonly kind: "candidates"; readonly hits: readonly Hit[] }
  | { readonly kind: "silent"; readonly hits: readonly Hit[] }
);

/** Below this chance a first hit that search answers with is still called doubtful. */
const CERTAIN = 0.8;
/** Share of a later question that must stand in the file of the one before for it to be about the same. */
const STILL_SAME = 0.5;
/** Share of a question that must stand in one passage for the passage to say what it is about. */
const TELLS_ALL = 0.75;
/** … and the least chance that search must give its procedure. */
const POSSIBLE = 0.05;
/** An unsure first hit is taken, doubtfully, from this chance on when it is so many times that of the next. */
const LEADER = 0.45;
const AHEAD = 2.5;
/** A candidate with less than this share of the likeliest one's chance is none. */
const FAR_BEHIND = 0.1;
/** So many of the next hits may cast doubt on the first, when their lines hold so much more of the question. */
const RIVALS = 3;
const MORE = 0.1;

/**
 * Finds what a question is about: by itself, else with what was told around it, else by the very lines of the files.
 * @param before what the question before was about, or the talk: a question that points nowhere new goes on with it
 * @param refused a procedure that was just said to be the wrong one
 */
export async function find(
  turn: Turn,
  { text, context }: Piece,
  before: Procedure | undefined,
  words: Words["answer"],
  refused?: string,
): Promise<Found> {
  const whole = context === "" ? text : `${context}. ${text}`;
  const [alone, together] = await Promise.all([
    read(turn, text, refused),
    context === "" ? undefined : read(turn, whole, refused),
  ]);
  const reading = better(alone, together);
  // "Mấy ngày, có giảm phí không": what a clause asks vaguely counts, though another clause asks plainly.
  const asked = [...alone.asked, ...clausesOf(text).flatMap(askedFacets)];
  const base = { text: whole, reading: { ...reading, asked } };
  const chosen = (procedure: Procedure, trust: "sure" | "doubtful"): Found => {
    const held = inForce(procedure.code, turn.knowledge, turn.today, words) ?? { procedure, notice: [] };
    return { ...base, kind: "procedure", ...held, trust };
  };
  const code = codeIn(whole);
  const coded = code === undefined ? undefined : inForce(code, turn.knowledge, turn.today, words);
  if (coded) return chosen(turn.knowledge.procedures.get(code as string) ?? coded.procedure, "sure");
  if (alone.topic === "same" && before) return chosen(before, "sure");
  const faq = turn.knowledge.faq.find(({ id }) => id === reading.ranking.general);
  if (faq) return { ...base, kind: "general", faq };
  const { hits, verdict } = reading.ranking;
  const [first] = hits;
  if (first && verdict === "sure") return chosen(first.procedure, isCertain(turn, text, hits) ? "sure" : "doubtful");
  const passages = Passages.of(turn.knowledge);
  const [still] = before ? passages.find(text, new Set([before.code]), 1) : [];
  if (before && still && still.covered >= STILL_SAME) return chosen(before, "doubtful");
  if (first && verdict === "unsure" && leads(hits)) return chosen(first.procedure, "doubtful");
  const likely = byPassage(turn, text, hits) ?? (await byClause(turn, text, refused));
  if (likely) return chosen(likely, "doubtful");
  return { ...base, kind: verdict === "unsure" ? "candidates" : "silent", hits: likeliest(hits) };
}

/** The best three, without those far behind the likeliest. */
function likeliest(hits: readonly Hit[]): readonly Hit[] {
  const most = Math.max(...hits.map(({ confidence }) => confidence));
  return hits.slice(0, 3).filter(({ confidence }, i) => i === 0 || confidence >= FAR_BEHIND * most);
}

/** Whether the first hit is far ahead of the others. */
function leads([first, ...others]: readonly Hit[]): boolean {
  const next = Math.max(0, ...others.map(({ confidence }) => confidence));
  return first !== undefined && first.confidence >= LEADER && first.confidence >= AHEAD * next;
}

/** Whether search is sure enough, and no other procedure's lines say far more of the question. */
function isCertain({ knowledge }: Turn, text: string, [first, ...others]: readonly Hit[]): boolean {
  if (first === undefined || first.confidence < CERTAIN) return false;
  const passages = Passages.of(knowledge);
  const [own] = passages.find(text, new Set([first.procedure.code]), 1);
  const [other] = passages.find(text, codesOf(others.slice(0, RIVALS)), 1);
  return (other?.covered ?? 0) <= (own?.covered ?? 0) + MORE;
}

/** The procedure whose very lines say all that is asked, among those that search thought of. */
function byPassage({ knowledge }: Turn, text: string, hits: readonly Hit[]): Procedure | undefined {
  const likely = hits.filter(({ confidence }) => confidence >= POSSIBLE);
  const [told] = Passages.of(knowledge).find(text, codesOf(likely), 1);
  return told && told.covered >= TELLS_ALL ? knowledge.procedures.get(told.code) : undefined;
}

/** The procedure that one clause of a question names so that search is sure: the rest of it tells how things came about. */
async function byClause(turn: Turn, text: string, refused: string | undefined): Promise<Procedure | undefined> {
  const clauses = clausesOf(text).filter((clause) => clause !== text && tellingWords(clause).length > 1);
  const readings = await Promise.all(clauses.map((clause) => read(turn, clause, refused)));
  const firsts = readings.flatMap(({ ranking: { verdict, hits } }) => (verdict === "sure" ? hits.slice(0, 1) : []));
  return firsts.sort((one, other) => other.confidence - one.confidence)[0]?.procedure;
}

function codesOf(hits: readonly Hit[]): ReadonlySet<string> {
  return new Set(hits.map(({ procedure }) => procedure.code));
}

const RANK = { sure: 2, unsure: 1, none: 0 } as const;

/** The reading that search is surer of; of equals the question alone. */
function better(alone: Reading, together: Reading | undefined): Reading {
  if (together === undefined) return alone;
  const [one, other] = [alone.ranking, together.ranking];
  if (one.general !== undefined) return alone;
  const gain = RANK[other.verdict] - RANK[one.verdict];
  if (gain !== 0) return gain > 0 ? together : alone;
  return (other.hits[0]?.confidence ?? 0) > (one.hits[0]?.confidence ?? 0) ? together : alone;
}
