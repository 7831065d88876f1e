import { soundKey } from "../text/sound.ts";

/** How often a syllable must have been read before it is trusted as a spelling. */
const TRUSTED = 3;

/**
 * Knows the folded syllables of the base and what a mistyped one may have been: one key wrong, missing, doubled or
 * swapped; a southern sound-alike; several syllables run together.
 */
export class Speller {
  readonly #counts: ReadonlyMap<string, number>;
  /** Syllable with one letter left out → syllables (symmetric deletion: meets every single edit). */
  readonly #near = new Map<string, string[]>();
  readonly #sounds = new Map<string, string[]>();

  constructor(counts: ReadonlyMap<string, number>) {
    this.#counts = counts;
    for (const [syllable, count] of counts) {
      if (count < TRUSTED || syllable.length < 2 || syllable.length > 7 || !/^[a-z]+$/.test(syllable)) continue;
      push(this.#near, syllable, syllable);
      for (const shorter of deletions(syllable)) push(this.#near, shorter, syllable);
      push(this.#sounds, soundKey(syllable), syllable);
    }
  }

  count(syllable: string): number {
    return this.#counts.get(syllable) ?? 0;
  }

  knows(syllable: string): boolean {
    return this.count(syllable) >= TRUSTED || /^\d+$/.test(syllable);
  }

  /** Known syllables one edit away (a swap of neighbours counts as one), most frequent first, at most `limit`. */
  near(word: string, limit: number): string[] {
    const found = new Set<string>();
    for (const form of [word, ...deletions(word)]) {
      for (const syllable of this.#near.get(form) ?? []) if (isOneEdit(word, syllable)) found.add(syllable);
    }
    return this.#best(found, word, limit);
  }

  /** Known syllables that sound the same in the south, most frequent first. */
  alike(word: string, limit: number): string[] {
    return this.#best(new Set(this.#sounds.get(soundKey(word)) ?? []), word, limit);
  }

  /** "khaisinh" → ["khai", "sinh"]; undefined when the word does not fall apart into known syllables. */
  segment(word: string): string[] | undefined {
    if (word.length < 4 || word.length > 40 || !/^[a-z]+$/.test(word)) return undefined;
    const best: (readonly [cost: number, from: number] | undefined)[] = [[0, -1]];
    for (let end = 1; end <= word.length; end++) {
      for (let start = Math.max(0, end - 6); start < end; start++) {
        const before = best[start];
        const count = this.count(word.slice(start, end));
        if (before === undefined || count < TRUSTED * 3 || end - start < 2) continue;
        const cost = before[0] + 12 - Math.log(count);
        const now = best[end];
        if (now === undefined || cost < now[0]) best[end] = [cost, start];
      }
    }
    return path(word, best);
  }

  #best(found: Set<string>, word: string, limit: number): string[] {
    found.delete(word);
    return [...found].sort((a, b) => this.count(b) - this.count(a)).slice(0, limit);
  }
}

function path(word: string, best: readonly (readonly [number, number] | undefined)[]): string[] | undefined {
  const parts: string[] = [];
  for (let end = word.length; end > 0; ) {
    const step = best[end];
    if (step === undefined) return undefined;
    parts.unshift(word.slice(step[1], end));
    end = step[1];
  }
  return parts.length > 1 ? parts : undefined;
}

function deletions(word: string): string[] {
  const out: string[] = [];
  for (let i = 0; i < word.length; i++) out.push(word.slice(0, i) + word.slice(i + 1));
  return out;
}

/** True when one insertion, deletion, substitution or swap of neighbours turns `a` into `b`. */
export function isOneEdit(a: string, b: string): boolean {
  if (a === b || Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && start < b.length && a[start] === b[start]) start++;
  let end = 0;
  while (end < a.length - start && end < b.length - start && a[a.length - 1 - end] === b[b.length - 1 - end]) end++;
  const left = a.slice(start, a.length - end);
  const right = b.slice(start, b.length - end);
  if (left.length <= 1 && right.length <= 1) return true;
  return left.length === 2 && right.length === 2 && left[0] === right[1] && left[1] === right[0];
}

function push(map: Map<string, string[]>, key: string, value: string): void {
  const list = map.get(key);
  if (list === undefined) map.set(key, [value]);
  else list.push(value);
}
