import type { Index } from "./build.ts";
import type { Term } from "./terms.ts";

/**
 * For every procedure its best-matching phrase: how much of the question the phrase covers and how much of the phrase
 * the question covers, as their geometric mean (0–1).
 * @param scratch two zero-filled arrays, a number a phrase; zero-filled again on return
 * @param best where the result is written: official phrases (titles, aliases), everyday ones
 */
export function bestPhrases(
  terms: readonly Term[],
  mass: number,
  index: Index,
  scratch: readonly [Float32Array, Float32Array],
  best: readonly [Float32Array, Float32Array],
): void {
  const { phrases, phraseOwner, phraseKind, phraseMass, idf } = index;
  const [asked, held] = scratch;
  const touched: number[] = [];
  for (const { id, mass: termMass } of terms) {
    const rarity = idf[id] as number;
    for (let i = phrases.starts[id] as number; i < (phrases.starts[id + 1] as number); i++) {
      const phrase = phrases.docs[i] as number;
      if (asked[phrase] === 0) touched.push(phrase);
      asked[phrase] = (asked[phrase] as number) + termMass;
      held[phrase] = (held[phrase] as number) + rarity;
    }
  }
  for (const phrase of touched) {
    const match = Math.sqrt(
      ((asked[phrase] as number) / mass) * ((held[phrase] as number) / (phraseMass[phrase] as number)),
    );
    const kind = best[phraseKind[phrase] as 0 | 1];
    const owner = phraseOwner[phrase] as number;
    if (match > (kind[owner] as number)) kind[owner] = match;
    asked[phrase] = 0;
    held[phrase] = 0;
  }
}
