import type { Glossary } from "../core/knowledge.ts";
import { aspects } from "../text/aspects.ts";
import { chatter } from "../text/chatter.ts";
import { clean } from "../text/clean.ts";
import { PhraseBook } from "../text/match.ts";
import { type Modifiers, modifiersOf } from "../text/modifiers.ts";
import { foldedSyllables, syllables } from "../text/syllables.ts";
import type { Index } from "./build.ts";
import { Decoder } from "./decode.ts";
import { Speller } from "./speller.ts";

/** A question as search sees it: weighted runs of folded syllables. */
export interface Question {
  readonly runs: readonly (readonly Word[])[];
  /** The syllables typed with marks that were taken as typed. */
  readonly marked: readonly string[];
  /** Folded syllables after reading, for look-ups of phrases. */
  readonly folded: readonly string[];
  readonly modifiers: Modifiers;
  /** How many syllables say what is wanted: neither chatter nor aspect. */
  readonly content: number;
  readonly understood: string;
}

export interface Word {
  readonly folded: string;
  readonly weight: number;
}

/** Weights of words that say little about which procedure is meant, and of the official words put beside citizens' own. */
const WEIGHT = { content: 1, aspect: 0.2, chatter: 0.05, glossary: 0.8 } as const;

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
    const weights = this.#weights(
      folded,
      decoded.map((one) => one.written),
    );
    const runs: Word[][] = [folded.map((syllable, i) => ({ folded: syllable, weight: weights[i] as number }))];
    for (const { start, end, value } of this.#glossary.find(folded)) {
      const weight = WEIGHT.glossary * Math.max(...weights.slice(start, end));
      for (const official of value) runs.push(official.map((syllable) => ({ folded: syllable, weight })));
    }
    return {
      runs,
      marked: decoded.flatMap((one) => (one.written !== undefined && one.written !== one.folded ? [one.written] : [])),
      folded,
      modifiers: modifiersOf(outside(folded, aspects(folded))),
      content: weights.filter((weight) => weight === WEIGHT.content).length,
      understood: runs.map((run) => run.map((word) => word.folded).join(" ")).join(" + "),
    };
  }

  /** A phrase that a title also has ("đăng" of "đăng ký", folded like "đang") is content, not chatter. */
  #weights(folded: readonly string[], written: readonly (string | undefined)[]): number[] {
    const weights = new Array<number>(folded.length).fill(WEIGHT.content);
    for (const { start, end } of aspects(folded)) weights.fill(WEIGHT.aspect, start, end);
    for (const { start, end } of chatter(folded, written)) {
      const single = end - start === 1;
      if (single && (this.#inTitle(folded[start - 1], folded[start]) || this.#inTitle(folded[start], folded[end])))
        continue;
      for (let i = start; i < end; i++) weights[i] = Math.min(weights[i] as number, WEIGHT.chatter);
    }
    return weights;
  }

  #inTitle(first: string | undefined, second: string | undefined): boolean {
    if (first === undefined || second === undefined) return false;
    const { vocabulary, fields } = this.#index;
    const pair = vocabulary.pair(vocabulary.syllable(first), vocabulary.syllable(second));
    const { starts } = fields.title;
    return pair >= 0 && (starts[pair + 1] as number) > (starts[pair] as number);
  }
}

/** The run with what was found replaced by a gap, so that "mất bao lâu" is not about a loss. */
function outside(
  folded: readonly string[],
  found: readonly { readonly start: number; readonly end: number }[],
): string[] {
  const rest = [...folded];
  for (const { start, end } of found) rest.fill("", start, end);
  return rest;
}
