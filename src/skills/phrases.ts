import type { Found } from "../text/match.ts";
import { foldedSyllables, type Syllable, syllables } from "../text/syllables.ts";

interface Spelling<T> {
  readonly written: readonly string[];
  readonly value: T;
  /** Whether the marks must be typed, because without them the phrase is also something else. */
  readonly exact: boolean;
}

/**
 * Finds known phrases in what a person typed, whether typed with marks or without. A syllable typed with marks must be
 * the phrase's own ("đầu" is not "đâu"); one typed without stands for any ("dau" is both), unless the phrase is written
 * with "=" before it ("=thi hộ": "tu thi ho chieu" is none).
 */
export class Phrases<T> {
  readonly #spellings = new Map<string, Spelling<T>[]>();
  /** Syllables of the longest phrase, by the syllable it begins with. */
  readonly #longest = new Map<string, number>();

  /** @param groups per value its phrases, parted by "|" */
  constructor(groups: Iterable<readonly [phrases: string, value: T]>) {
    for (const [phrases, value] of groups)
      for (const phrase of phrases.split("|")) {
        const folded = foldedSyllables(phrase);
        const [first = ""] = folded;
        const key = folded.join(" ");
        const written = syllables(phrase).map((one) => one.written);
        const exact = phrase.trim().startsWith("=");
        this.#spellings.set(key, [...(this.#spellings.get(key) ?? []), { written, value, exact }]);
        this.#longest.set(first, Math.max(this.#longest.get(first) ?? 0, written.length));
      }
  }

  /** Phrases that all mean the same, parted by "|". */
  static of(phrases: string): Phrases<true> {
    return new Phrases([[phrases, true]]);
  }

  /** Phrases by what they mean, those of one meaning parted by "|". */
  static by<K extends string>(groups: Readonly<Record<K, string>>): Phrases<K> {
    return new Phrases((Object.keys(groups) as K[]).map((kind) => [groups[kind], kind]));
  }

  /** The phrases in a run of typed syllables, longest first, without overlap. */
  find(typed: readonly Syllable[]): Found<T>[] {
    const found: Found<T>[] = [];
    for (let start = 0; start < typed.length; ) {
      const hit = this.#longestAt(typed, start);
      if (hit) found.push(hit);
      start = hit?.end ?? start + 1;
    }
    return found;
  }

  /** Whether a text holds any of the phrases. */
  any(text: string): boolean {
    return this.find(syllables(text)).length > 0;
  }

  /** The values found in a text, each once, in their order. */
  in(text: string): T[] {
    return [...new Set(this.find(syllables(text)).map(({ value }) => value))];
  }

  #longestAt(typed: readonly Syllable[], start: number): Found<T> | undefined {
    const longest = this.#longest.get(typed[start]?.folded ?? "") ?? 0;
    for (let end = Math.min(start + longest, typed.length); end > start; end--) {
      const span = typed.slice(start, end);
      const spellings = this.#spellings.get(span.map((one) => one.folded).join(" "));
      const spelled = spellings?.find(({ written, exact }) =>
        written.every((form, i) => isSpelled(span[i], form, exact)),
      );
      if (spelled) return { start, end, value: spelled.value };
    }
    return undefined;
  }
}

function isSpelled(typed: Syllable | undefined, form: string, exact: boolean): boolean {
  if (typed === undefined) return false;
  return (!exact && typed.written === typed.folded) || marks(typed.written) === marks(form);
}

/** The marks of a syllable whatever letter bears them: "hòa" and "hoà" are one word. */
function marks(written: string): string {
  return [...written.normalize("NFD")].filter((char) => char === "đ" || /\p{M}/u.test(char)).join("");
}
