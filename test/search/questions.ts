import type { Index } from "../../src/search/build.ts";
import type { Question, Word } from "../../src/search/understand.ts";
import { Grams } from "../../src/text/grams.ts";

/** Words that all count in full. */
export function words(text: string, weight = 1): Word[] {
  return text.split(" ").map((folded) => ({ folded, weight }));
}

/** A question as it is after reading, made by hand: runs of folded syllables, the first of them what was typed. */
export function question(runs: readonly (readonly Word[])[], more: Partial<Question> = {}): Question {
  const folded = (runs[0] ?? []).map((word) => word.folded);
  return {
    runs,
    marked: [],
    folded,
    written: folded,
    grams: new Grams(folded, folded),
    modifiers: { narrowing: 0, topics: 0 },
    content: folded.length,
    unknown: 0,
    understood: folded.join(" "),
    ...more,
  };
}

/** Number of a term, of one syllable or of two; the test is wrong when the index has none. */
export function term(index: Index, text: string): number {
  const [first = "", second] = text.split(" ");
  const id = index.vocabulary.syllable(first);
  const found = second === undefined ? id : index.vocabulary.pair(id, index.vocabulary.syllable(second));
  if (found < 0) throw new Error(`"${text}" is not in the index`);
  return found;
}

/** Rarity of a term. */
export function idf(index: Index, text: string): number {
  return index.idf[term(index, text)] ?? Number.NaN;
}

/** Position of a procedure in the index. */
export function position(index: Index, code: string): number {
  const at = index.codes.indexOf(code);
  if (at < 0) throw new Error(`${code} is not in the index`);
  return at;
}
