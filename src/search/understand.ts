import type { Glossary } from "../core/knowledge.ts";
import { aspects } from "../text/aspects.ts";
import { chatter } from "../text/chatter.ts";
import { clean } from "../text/clean.ts";
import { Grams } from "../text/grams.ts";
import { type Found, PhraseBook, type Written } from "../text/match.ts";
import { type Modifiers, modifiersOf } from "../text/modifiers.ts";
import { foldedSyllables, syllables } from "../text/syllables.ts";
import type { Field, Index } from "./build.ts";
import { Decoder } from "./decode.ts";
import { Speller } from "./speller.ts";

/** A question as search sees it: weighted runs of folded syllables. */
export interface Question {
  readonly runs: readonly (readonly Word[])[];
  /** The syllables typed with marks that were taken as typed. */
  readonly marked: readonly string[];
  /** Folded syllables after reading, and how each was typed. */
  readonly folded: readonly string[];
  readonly written: Written;
  /** The same for look-ups of phrases. */
  readonly grams: Grams;
  readonly modifiers: Modifiers;
  /** How many syllables say what is wanted: neither chatter nor aspect. */
  readonly content: number;
  /** Share of the content syllables that the base has never read (0–1). */
  readonly unknown: number;
  readonly understood: string;
}

export interface Word {
  readonly folded: string;
  readonly weight: number;
}

/** Weights of words that say little about which procedure is meant, and of the official words put beside citizens' own. */
const WEIGHT = { content: 1, aspect: 0.2, chatter: 0.05, glossary: 0.6 } as const;

/** Trained on one index: reads questions in that index's language. */
export class Understanding {
  readonly #index: Index;
  readonly #decoder: Decoder;
  readonly #glossary = new PhraseBook<readonly (readonly string[])[]>();

  constructor(index: Index, glossary: Glossary) {
    this.#index = index;
    const { vocabulary, counts } = index;
    const known = new Map<string, number>();
    for (const [syllable, id] of vocabulary.syllables()) known.set(syllable, counts[id] as number);
    let total = 0;
    for (const count of known.values()) total += count;
    const pairCount = (first: string, second: string): number => {
      const [a, b] = [vocabulary.syllable(first), vocabulary.syllable(second)];
      const pair = a < 0 || b < 0 ? -1 : vocabulary.pair(a, b);
      return pair < 0 ? 0 : (counts[pair] as number);
    };
    const follows = (before: string | undefined, next: string): number => {
      const alone = ((known.get(next) ?? 0) + 0.5) / (total + 1);
      if (before === undefined) return -Math.log(alone) / 2;
      const together = pairCount(before, next) / ((known.get(before) ?? 0) + 1);
      return -Math.log(0.85 * together + 0.15 * alone) / 2;
    };
    const readings = new Map<string, readonly string[][]>();
    for (const [short, full] of glossary.abbreviations) readings.set(short, full.map(foldedSyllables));
    this.#decoder = new Decoder(new Speller(known), readings, follows);
    this.#seen = (first, second) => pairCount(first, second) > 1;
    for (const { say, mean } of glossary.words) {
      const official = mean.map(foldedSyllables);
      for (const phrase of say) this.#glossary.add(phrase, official);
    }
  }

  readonly #seen: (first: string, second: string) => boolean;

  read(text: string): Question {
    const decoded = this.#decoder.decode(syllables(clean(text)), this.#seen);
    const folded = decoded.map((one) => one.folded);
    const written = decoded.map((one) => one.written);
    const asides = aspects(folded, written);
    const weights = this.#weights(folded, written, asides);
    const runs: Word[][] = [folded.map((syllable, i) => ({ folded: syllable, weight: weights[i] as number }))];
    for (const { start, end, value } of this.#glossary.find(folded, written)) {
      if (this.#usual(folded.slice(start, end))) continue;
      const weight = WEIGHT.glossary * Math.max(...weights.slice(start, end));
      for (const official of value) runs.push(official.map((syllable) => ({ folded: syllable, weight })));
    }
    const content = folded.filter((_, i) => weights[i] === WEIGHT.content);
    const unread = content.filter((one) => this.#index.vocabulary.syllable(one) < 0);
    return {
      runs,
      marked: decoded.flatMap((one) => (one.written !== undefined && one.written !== one.folded ? [one.written] : [])),
      folded,
      written,
      grams: new Grams(folded, written),
      // "mất bao lâu" is not about a loss.
      modifiers: modifiersOf(without(folded, asides, ""), without(written, asides, undefined)),
      content: content.length,
      unknown: unread.length / Math.max(1, content.length),
      understood: runs.map((run) => run.map((word) => word.folded).join(" ")).join(" + "),
    };
  }

  /** A phrase that a title also has ("đăng" of "đăng ký", folded like "đang") is content, not chatter. */
  #weights(folded: readonly string[], written: Written, asides: readonly Span[]): number[] {
    const weights = new Array<number>(folded.length).fill(WEIGHT.content);
    for (const { start, end } of asides) weights.fill(WEIGHT.aspect, start, end);
    for (const { start, end } of chatter(folded, written)) {
      const single = end - start === 1;
      if (single && (this.#inTitle(folded[start - 1], folded[start]) || this.#inTitle(folded[start], folded[end])))
        continue;
      for (let i = start; i < end; i++) weights[i] = Math.min(weights[i] as number, WEIGHT.chatter);
    }
    return weights;
  }

  /** Whether titles or everyday phrases say it this way themselves; then the glossary would only blur the question. */
  #usual(phrase: readonly string[]): boolean {
    const [first = ""] = phrase;
    if (phrase.length === 1) return this.#stands(["title", "everyday"], this.#index.vocabulary.syllable(first));
    return phrase.every((next, i) => i === 0 || this.#stands(["title", "everyday"], this.#pair(phrase[i - 1], next)));
  }

  #inTitle(first: string | undefined, second: string | undefined): boolean {
    return this.#stands(["title"], this.#pair(first, second));
  }

  #pair(first: string | undefined, second: string | undefined): number {
    const { vocabulary } = this.#index;
    if (first === undefined || second === undefined) return -1;
    return vocabulary.pair(vocabulary.syllable(first), vocabulary.syllable(second));
  }

  #stands(fields: readonly Field[], term: number): boolean {
    return (
      term >= 0 &&
      fields.some((field) => {
        const { starts } = this.#index.fields[field];
        return (starts[term + 1] as number) > (starts[term] as number);
      })
    );
  }
}

type Span = Pick<Found<unknown>, "start" | "end">;

/** The run with gaps where something was found. */
function without<T>(run: readonly T[], found: readonly Span[], gap: T): T[] {
  const rest = [...run];
  for (const { start, end } of found) rest.fill(gap, start, end);
  return rest;
}
