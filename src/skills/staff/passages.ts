import type { Snapshot } from "../../core/knowledge.ts";
import { HEADINGS, type Procedure, type Section } from "../../core/procedure.ts";
import { aspects } from "../../text/aspects.ts";
import { chatter } from "../../text/chatter.ts";
import { type Syllable, syllables } from "../../text/syllables.ts";
import { FRONT, type Line, sectionLines } from "../answer/compose/line.ts";
import { plain } from "../answer/compose/plain.ts";

/** Lines of a file that belong together, and how much of a question they hold. */
export interface Passage {
  readonly code: string;
  readonly lines: readonly Line[];
  /** Share of the question's telling words, by their rarity, that stand in the lines (0–1). */
  readonly covered: number;
  /** Words of the question that the lines lack, without chatter and the names of facets. */
  readonly missed: readonly string[];
}

/** Two words side by side tell more than the two apart. */
const PAIR = 1.5;
const ASPECT = 0.3;

type Spelling = "written" | "folded";
type Terms = ReadonlyMap<string, readonly number[]>;
type Stored = Pick<Passage, "code" | "lines">;

/** Finds the very lines of the procedure files that a question is about. */
export class Passages {
  readonly #passages: readonly Stored[];
  readonly #typed: readonly (readonly Syllable[])[];
  readonly #terms: Partial<Record<Spelling, Terms>> = {};

  private constructor(snapshot: Snapshot) {
    this.#passages = [...snapshot.procedures.values()].flatMap(passagesOf);
    this.#typed = this.#passages.map(({ lines }) => syllables(lines.map(({ text }) => text).join("\n")));
  }

  static readonly #made = new WeakMap<Snapshot, Passages>();

  /** The passages of a snapshot: read through at the first question, then kept as long as the snapshot. */
  static of(snapshot: Snapshot): Passages {
    const made = Passages.#made.get(snapshot) ?? new Passages(snapshot);
    Passages.#made.set(snapshot, made);
    return made;
  }

  /** The passages of the given procedures that hold most of a question, best first. */
  find(question: string, codes: ReadonlySet<string>, limit: number): Passage[] {
    const typed = syllables(question);
    const spelling: Spelling = typed.some(({ written, folded }) => written !== folded) ? "written" : "folded";
    const weighed = [...weights(typed, spelling, this.#termsOf(spelling), this.#passages.length)];
    const total = weighed.reduce((sum, { weight }) => sum + weight, 0);
    const held = new Map<number, number>();
    for (const { weight, places } of weighed)
      for (const place of places)
        if (codes.has((this.#passages[place] as Stored).code)) held.set(place, (held.get(place) ?? 0) + weight);
    return [...held]
      .sort(([, one], [, other]) => other - one)
      .slice(0, limit)
      .map(([place, weight]) => ({
        ...(this.#passages[place] as Stored),
        covered: weight / total,
        missed: weighed.filter(({ word, places }) => word && !places.includes(place)).map(({ term }) => term),
      }));
  }

  #termsOf(spelling: Spelling): Terms {
    const known = this.#terms[spelling];
    if (known) return known;
    const terms = new Map<string, number[]>();
    for (const [place, typed] of this.#typed.entries())
      for (const term of new Set(termsIn(typed, spelling))) {
        const places = terms.get(term);
        if (places) places.push(place);
        else terms.set(term, [place]);
      }
    this.#terms[spelling] = terms;
    return terms;
  }
}

interface Weighed {
  readonly term: string;
  /** A telling word rather than a pair, or a word that names a facet. */
  readonly word: boolean;
  readonly weight: number;
  readonly places: readonly number[];
}

/** What each word, and each pair of neighbours, of a question weighs, and where it stands. */
function weights(typed: readonly Syllable[], spelling: Spelling, terms: Terms, passages: number): Iterable<Weighed> {
  const importance = importanceOf(typed);
  const weighed = new Map<string, Weighed>();
  const add = (term: string, factor: number) => {
    const places = terms.get(term) ?? [];
    if (factor > 0 && !weighed.has(term))
      weighed.set(term, {
        term,
        word: factor === 1,
        places,
        weight: factor * Math.log(1 + passages / (1 + places.length)),
      });
  };
  for (const [i, one] of typed.entries()) {
    const own = importance[i] as number;
    add(one[spelling], own);
    const before = typed[i - 1];
    const pair = before && `${before[spelling]} ${one[spelling]}`;
    // A pair that no file has says nothing against the lines that have both words.
    if (pair !== undefined && terms.has(pair)) add(pair, PAIR * Math.min(importance[i - 1] as number, own));
  }
  return weighed.values();
}

function importanceOf(typed: readonly Syllable[]): number[] {
  const folded = typed.map((one) => one.folded);
  const importance = new Array<number>(typed.length).fill(1);
  for (const { start, end } of aspects(folded)) importance.fill(ASPECT, start, end);
  for (const { start, end } of chatter(
    folded,
    typed.map((one) => one.written),
  ))
    importance.fill(0, start, end);
  return importance;
}

/** The folded words of a text that tell something: neither chatter nor the name of a facet. */
export function tellingWords(text: string): string[] {
  const typed = syllables(text);
  const importance = importanceOf(typed);
  return typed.filter((_, i) => importance[i] === 1).map((one) => one.folded);
}

function termsIn(typed: readonly Syllable[], spelling: Spelling): string[] {
  return typed.flatMap((one, i) => {
    const before = typed[i - 1];
    return before ? [one[spelling], `${before[spelling]} ${one[spelling]}`] : [one[spelling]];
  });
}

function passagesOf(procedure: Procedure): Stored[] {
  const { code, cases, questions } = procedure;
  const sections = (Object.keys(HEADINGS) as Section[])
    .filter((section) => section !== "questions")
    .flatMap((section) => sectionLines(procedure, section).map((line) => [line]));
  const asked = questions.map(({ ask, answer }) =>
    [ask, ...answer.split("\n")]
      .filter((line) => line.trim() !== "")
      .map((line) => ({ text: plain(line), heading: HEADINGS.questions, quote: line.trim() })),
  );
  const options = cases.flatMap(({ ask, options }) =>
    options.map(({ label, papers, note }) => {
      const text = [`${label}:`, papers.join("; "), note ?? ""].filter((part) => part !== "").join(" ");
      return [
        { text: ask, heading: FRONT.cases, quote: ask },
        { text: `• ${text}`, heading: FRONT.cases, quote: text },
      ];
    }),
  );
  return [...sections, ...asked, ...options].map((lines) => ({ code, lines }));
}
