import { syllables } from "./syllables.ts";

/** A phrase found in a run of syllables: `[start, end)`. */
export interface Found<T> {
  readonly start: number;
  readonly end: number;
  readonly value: T;
}

/** Syllables as typed; undefined where the reading is not what was typed. */
export type Written = readonly (string | undefined)[];

/**
 * Finds known phrases in a run of folded syllables, longest first, without overlap. Building is linear in the phrases,
 * a look-up one map read per syllable, and more only where a phrase may begin.
 */
export class PhraseBook<T> {
  readonly #phrases = new Map<string, T>();
  /** Phrases of one syllable, as written. */
  readonly #singles = new Map<string, T>();
  /** Syllables of the longest phrase, by the syllable it begins with. */
  readonly #longest = new Map<string, number>();

  /** Adds a phrase; the first value given for a phrase stays. */
  add(phrase: string, value: T): this {
    const parts = syllables(phrase);
    const [first] = parts;
    if (first === undefined) return this;
    const key = parts.map(({ folded }) => folded).join(" ");
    if (!this.#phrases.has(key)) this.#phrases.set(key, value);
    if (parts.length === 1 && !this.#singles.has(first.written)) this.#singles.set(first.written, value);
    this.#longest.set(first.folded, Math.max(this.#longest.get(first.folded) ?? 0, parts.length));
    return this;
  }

  /**
   * The phrases in a run. Folding makes "đâu" and "đầu", "phí" and "phi" the same; so with `written`, where the writer
   * uses marks, a single syllable counts only when written exactly so.
   */
  find(folded: readonly string[], written?: Written): Found<T>[] {
    const marked = written?.some((form, i) => form !== undefined && form !== folded[i]) ? written : [];
    const found: Found<T>[] = [];
    for (let start = 0; start < folded.length; ) {
      const hit = this.#longestAt(folded, marked, start);
      if (hit === undefined) start++;
      else {
        found.push(hit);
        start = hit.end;
      }
    }
    return found;
  }

  #longestAt(folded: readonly string[], marked: Written, start: number): Found<T> | undefined {
    const longest = this.#longest.get(folded[start] ?? "") ?? 0;
    for (let length = Math.min(longest, folded.length - start); length > 0; length--) {
      const end = start + length;
      const form = length === 1 ? marked[start] : undefined;
      const value =
        form === undefined ? this.#phrases.get(folded.slice(start, end).join(" ")) : this.#singles.get(form);
      if (value !== undefined) return { start, end, value };
    }
    return undefined;
  }
}
