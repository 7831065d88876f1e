import { syllables } from "./syllables.ts";

/** A phrase to look for in many texts. */
export interface Phrase {
  readonly folded: string;
  /** The one syllable of a phrase of one, as written; undefined for longer ones. */
  readonly single: string | undefined;
}

/** Longest phrase that is found, in syllables. */
const LONGEST = 5;

export function phraseOf(text: string): Phrase {
  const parts = syllables(text);
  return {
    folded: parts.map(({ folded }) => folded).join(" "),
    single: parts.length === 1 ? parts[0]?.written : undefined,
  };
}

/**
 * Every run of up to five syllables of one text, so that thousands of phrases can be looked up in it at a set's price.
 * Where the writer uses marks, a phrase of one syllable counts only when written exactly so, as in `PhraseBook`.
 */
export class Grams {
  readonly #runs = new Set<string>();
  readonly #singles: ReadonlySet<string> | undefined;

  constructor(folded: readonly string[], written: readonly (string | undefined)[]) {
    for (let start = 0; start < folded.length; start++) {
      let run = folded[start] as string;
      this.#runs.add(run);
      for (let end = start + 1; end < Math.min(folded.length, start + LONGEST); end++) {
        run += ` ${folded[end]}`;
        this.#runs.add(run);
      }
    }
    const marked = written.some((form, i) => form !== undefined && form !== folded[i]);
    this.#singles = marked ? new Set(written.map((form, i) => form ?? (folded[i] as string))) : undefined;
  }

  holds({ folded, single }: Phrase): boolean {
    if (single === undefined || this.#singles === undefined) return this.#runs.has(folded);
    return this.#singles.has(single);
  }
}
