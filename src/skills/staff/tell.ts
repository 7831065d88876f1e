import type { Turn } from "../../core/conversation.ts";
import type { Facet, Procedure } from "../../core/procedure.ts";
import { fold } from "../../text/fold.ts";
import { foldedSyllables } from "../../text/syllables.ts";
import { saidAlready } from "../answer/cases.ts";
import type { Composing } from "../answer/compose/context.ts";
import { COMPOSERS } from "../answer/compose/facets.ts";
import { type Line, own } from "../answer/compose/line.ts";
import { overview } from "../answer/compose/overview.ts";
import { papersLines, personalPapers } from "../answer/compose/papers.ts";
import { officesIn } from "../answer/offices.ts";
import { ownQuestion } from "../answer/questions.ts";
import type { Asked } from "../asked.ts";
import { facetsFor } from "../asked.ts";
import type { Words } from "../words.ts";
import { type Passage, Passages, tellingWords } from "./passages.ts";
import { clausesOf } from "./pieces.ts";

/** What answers a question: lines of the file, by facet or, when they answer the very question, by none. */
export interface Told {
  readonly facets: readonly Facet[];
  readonly parts: readonly { readonly facet?: Facet; readonly lines: readonly Line[]; readonly more?: true }[];
  /** `nearest`: the file does not say it, these lines are about it; `summary`: all sides in short, for want of better. */
  readonly kind: "answer" | "nearest" | "summary";
  /** Beside an answer by facets alone: lines of the file that may be what was meant. */
  readonly near: readonly Line[];
}

export interface Telling {
  readonly procedure: Procedure;
  /** The question with what was told around it. */
  readonly text: string;
  readonly asked: readonly Asked[];
  /** Characters that all lines may take. */
  readonly room: number;
}

/** Characters that every part may take. */
const LEAST_ROOM = 600;
/** Share of a question that a passage must hold to answer it; of a question with few telling words it must be more. */
const ANSWERS = 0.6;
const ANSWERS_FEW = 0.8;
const ENOUGH_WORDS = 4;
/** A clause needs so many words that are not the procedure's name to be a question of its own. */
const OWN_WORDS = 3;
/** Share of the words that are this question's own that a passage may lack. */
const MISSABLE = 0.2;
/** From this share on a passage is about the question at least. */
const NEAR = 0.35;
/** From this share on a passage says just what a clause says. */
const WHOLE = 0.95;
/** These ask for a facet, but mostly mean the very thing they stand behind. */
const VAGUE: ReadonlySet<string> = new Set(
  `được không | có được không | có làm được không | bao nhiêu | làm sao | thế nào | như thế nào | ra sao | sao vậy |
  làm gì | phải làm gì | cần làm gì | bắt buộc | có bắt buộc | trường hợp nào`
    .split("|")
    .map((phrase) => fold(phrase.trim())),
);

/** The lines of a procedure's file that answer a question. */
export function tell(turn: Turn, telling: Telling, words: Words["answer"]): Told {
  const { procedure, text, asked } = telling;
  const composing = { today: turn.today, words, offices: officesIn(text, procedure, turn.knowledge.offices) };
  const plain = asked.filter(({ phrase }) => !VAGUE.has(phrase));
  const byFacet = (facets: readonly Facet[]) =>
    facets.map((facet) => ({ facet, lines: linesOf(facet, telling, composing) }));
  const facets = facetsFor(plain, procedure);
  const direct = directLines(turn, telling);
  if (direct.length > 0) return fitted("answer", facets, [{ lines: direct }, ...byFacet(facets)], telling);
  const near = nearLines(turn, telling);
  if (facets.length > 0) return { ...fitted("answer", facets, byFacet(facets), telling), near };
  if (near.length > 0) return fitted("nearest", [], [{ lines: near }], telling);
  const vague = facetsFor(asked, procedure);
  return vague.length > 0
    ? fitted("answer", vague, byFacet(vague), telling)
    : fitted("summary", ["all"], [{ lines: overview(procedure, composing) }], telling);
}

function fitted(kind: Told["kind"], facets: readonly Facet[], parts: Told["parts"], { room }: Telling): Told {
  const each = Math.max(LEAST_ROOM, room / parts.length);
  return { kind, facets, near: [], parts: parts.map((part) => ({ ...part, ...fitting(part.lines, each) })) };
}

/** The file's own answer to this very question, else the passages that hold most of it, or of one of its clauses. */
function directLines({ knowledge }: Turn, { procedure, text }: Telling): Line[] {
  const answered = ownQuestion(text, procedure);
  if (answered.length > 0) return answered;
  const passages = Passages.of(knowledge);
  const own = new Set([procedure.code]);
  const lines = [text, ...clausesOf(text)].flatMap((clause) => {
    const telling = ownWords(clause, procedure);
    const [best] = telling.length >= (clause === text ? 1 : OWN_WORDS) ? passages.find(clause, own, 1) : [];
    const enough = tellingWords(clause).length < ENOUGH_WORDS ? ANSWERS_FEW : ANSWERS;
    return best && best.covered >= enough && mostSaid(best, telling) ? best.lines : [];
  });
  return distinct(lines);
}

/** The words of a question that tell it from others about the same procedure. */
function ownWords(question: string, { name, aliases }: Procedure): string[] {
  const topic = new Set(foldedSyllables([name, ...aliases].join(" ")));
  return tellingWords(question).filter((word) => !topic.has(word));
}

/** Whether a passage has most of the words that tell this question from others about the same procedure. */
function mostSaid({ missed }: Passage, telling: readonly string[]): boolean {
  const lacking = new Set(missed.map(fold));
  return telling.filter((word) => lacking.has(word)).length <= telling.length * MISSABLE;
}

/** The passages that are about the question, though they do not hold all of it, or just what was told on the side. */
function nearLines({ knowledge }: Turn, { procedure, text }: Telling): Line[] {
  const passages = Passages.of(knowledge);
  const own = new Set([procedure.code]);
  const telling = ownWords(text, procedure);
  const near = passages.find(text, own, 2).filter(({ covered, missed }) => {
    const lacking = new Set(missed.map(fold));
    return covered >= NEAR && telling.some((word) => !lacking.has(word));
  });
  const aside = clausesOf(text)
    .filter((clause) => clause !== text && tellingWords(clause).length >= OWN_WORDS)
    .flatMap((clause) => passages.find(clause, own, 1))
    .filter(({ covered }) => covered >= WHOLE);
  return distinct([...aside, ...near].flatMap(({ lines }) => lines));
}

function distinct(lines: readonly Line[]): Line[] {
  return lines.filter((line, i) => lines.findIndex(({ quote }) => quote === line.quote) === i);
}

function linesOf(facet: Facet, { procedure, text }: Telling, composing: Composing): readonly Line[] {
  if (facet === "all") return overview(procedure, composing);
  if (facet !== "papers") return COMPOSERS[facet](procedure, composing);
  const settled = procedure.cases.map((question) => saidAlready(question, text));
  if (settled.every((option) => option === undefined)) return papersLines(procedure, composing);
  const open = procedure.cases.filter((_, i) => settled[i] === undefined);
  const rest = open.length > 0 ? papersLines({ ...procedure, sections: {}, cases: open }, composing) : [];
  return [
    ...personalPapers(
      procedure,
      settled.map((option) => option ?? -1),
      composing,
    ),
    ...rest,
  ];
}

/** As many lines as fit, at least one. */
function fitting(lines: readonly Line[], room: number): { lines: readonly Line[]; more?: true } {
  let left = room;
  const end = lines.findIndex(({ text }, i) => {
    left -= text.length + 1;
    return left < 0 && i > 0;
  });
  return end < 0 ? { lines } : { lines: lines.slice(0, end), more: true };
}

/** The lines of an answer, one under the other, each part under its label. */
export function linesTold({ parts }: Told, labels: Words["answer"]["facets"], more: string): Line[] {
  return parts.flatMap(({ facet, lines, more: cut }) => [
    ...(facet === undefined ? [] : [own(`${labels[facet]}:`)]),
    ...lines,
    ...(cut ? [own(more)] : []),
  ]);
}
