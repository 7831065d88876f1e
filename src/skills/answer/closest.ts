import { aspects } from "../../text/aspects.ts";
import { chatter } from "../../text/chatter.ts";
import { foldedSyllables, syllables } from "../../text/syllables.ts";

/** Questions that share fewer telling words than this share no more than their topic. */
const TELLING = 1;

/** How much a syllable tells when two questions are compared. */
const WEIGHT = { content: 1, topic: 0.3, facet: 0.3, chatter: 0.1 } as const;

/**
 * The entry whose question is closest to a text, with the likeness (0–1: shared weight of syllables, Dice).
 * @param topic words that all entries share, such as the procedure's name
 */
export function closest<T>(
  text: string,
  entries: readonly T[],
  asks: (entry: T) => readonly string[],
  topic = "",
): { readonly entry: T; readonly likeness: number } | undefined {
  const shared = new Set(foldedSyllables(topic));
  const question = weigh(text, shared);
  let best: { entry: T; likeness: number } | undefined;
  for (const entry of entries)
    for (const ask of asks(entry)) {
      const found = likeness(question, weigh(ask, shared));
      if (found > (best?.likeness ?? 0)) best = { entry, likeness: found };
    }
  return best;
}

function likeness(one: ReadonlyMap<string, number>, other: ReadonlyMap<string, number>): number {
  let common = 0;
  let telling = 0;
  for (const [syllable, weight] of one) {
    const shared = Math.min(weight, other.get(syllable) ?? 0);
    common += shared;
    if (shared === WEIGHT.content) telling++;
  }
  return telling < TELLING ? 0 : (2 * common) / (sum(one) + sum(other));
}

function weigh(text: string, topic: ReadonlySet<string>): Map<string, number> {
  const typed = syllables(text);
  const folded = typed.map((one) => one.folded);
  const weights = folded.map((syllable) => (topic.has(syllable) ? WEIGHT.topic : WEIGHT.content) as number);
  const lower = (start: number, end: number, weight: number) => {
    for (let i = start; i < end; i++) weights[i] = Math.min(weights[i] ?? weight, weight);
  };
  for (const { start, end } of aspects(folded)) lower(start, end, WEIGHT.facet);
  const written = typed.map((one) => one.written);
  for (const { start, end } of chatter(folded, written)) lower(start, end, WEIGHT.chatter);
  const weighed = new Map<string, number>();
  const keep = (key: string, weight: number) => weighed.set(key, Math.max(weighed.get(key) ?? 0, weight));
  for (const [i, syllable] of folded.entries()) {
    const weight = weights[i] ?? 0;
    keep(syllable, weight);
    // Vietnamese words are mostly two syllables: "so do" of "sổ đỏ" and "hồ sơ … đó" share syllables, not pairs.
    if (i > 0) keep(`${folded[i - 1]} ${syllable}`, Math.min(weight, weights[i - 1] ?? 0));
  }
  return weighed;
}

function sum(weights: ReadonlyMap<string, number>): number {
  let total = 0;
  for (const weight of weights.values()) total += weight;
  return total;
}
