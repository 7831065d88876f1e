/** Room for 2^21 syllables in a pair key; 2^21 × 2^21 stays below 2^53. */
const SHIFT = 2 ** 21;

/**
 * Gives every folded syllable, and every pair of neighbouring syllables, a term number. Vietnamese words are mostly two
 * syllables: the pairs give back what folding loses. Syllables and pairs share one numbering.
 */
export class Vocabulary {
  readonly #syllables = new Map<string, number>();
  readonly #pairs = new Map<number, number>();
  #size = 0;

  get size(): number {
    return this.#size;
  }

  /** Number of a syllable, or −1. */
  syllable(folded: string): number {
    return this.#syllables.get(folded) ?? -1;
  }

  /** Number of a pair of syllable numbers, or −1. */
  pair(first: number, second: number): number {
    return this.#pairs.get(first * SHIFT + second) ?? -1;
  }

  addSyllable(folded: string): number {
    const known = this.#syllables.get(folded);
    if (known !== undefined) return known;
    this.#syllables.set(folded, this.#size);
    return this.#size++;
  }

  addPair(first: number, second: number): number {
    const key = first * SHIFT + second;
    const known = this.#pairs.get(key);
    if (known !== undefined) return known;
    this.#pairs.set(key, this.#size);
    return this.#size++;
  }

  /** Adds a run of syllables: their numbers, then those of the neighbouring pairs. */
  addRun(run: readonly string[], into: number[]): void {
    let before = -1;
    for (const folded of run) {
      const now = this.addSyllable(folded);
      into.push(now);
      if (before >= 0) into.push(this.addPair(before, now));
      before = now;
    }
  }

  syllables(): IterableIterator<[string, number]> {
    return this.#syllables.entries();
  }

  /** Flat form for the cache. */
  dump(): { syllables: string; syllableIds: Int32Array; pairKeys: Float64Array; pairIds: Int32Array } {
    return {
      syllables: [...this.#syllables.keys()].join("\n"),
      syllableIds: Int32Array.from(this.#syllables.values()),
      pairKeys: Float64Array.from(this.#pairs.keys()),
      pairIds: Int32Array.from(this.#pairs.values()),
    };
  }

  static restore(flat: ReturnType<Vocabulary["dump"]>): Vocabulary {
    const vocabulary = new Vocabulary();
    const names = flat.syllables === "" ? [] : flat.syllables.split("\n");
    for (let i = 0; i < names.length; i++) vocabulary.#syllables.set(names[i] as string, flat.syllableIds[i] as number);
    for (let i = 0; i < flat.pairKeys.length; i++) {
      vocabulary.#pairs.set(flat.pairKeys[i] as number, flat.pairIds[i] as number);
    }
    vocabulary.#size = names.length + flat.pairKeys.length;
    return vocabulary;
  }
}
