import type { Index } from "./build.ts";
import type { Question } from "./understand.ts";

/** A term of a question with what it weighs: weight × idf. */
export interface Term {
  readonly id: number;
  readonly mass: number;
  readonly pair: boolean;
}

/** Weight of a pair of syllables against a syllable. */
const PAIR = 0.9;
/** What an unknown syllable weighs, as a share of the rarest known one. */
const UNKNOWN = 0.5;

/** A term below this share of the question changes no ranking, and its postings are the longest. */
const SLIGHT = 0.003;

/** The terms of a question, each once with its highest mass, and the mass of the whole question. */
export function termsOf(question: Question, index: Index): { terms: Term[]; mass: number } {
  const found = new Map<number, Term>();
  const rarest = Math.log(1 + (index.codes.length + 0.5) / 0.5);
  let mass = 0;
  question.runs.forEach((run, number) => {
    let before = -1;
    let weightBefore = 0;
    for (const { folded, weight } of run) {
      const id = index.vocabulary.syllable(folded);
      if (id >= 0) {
        keep(found, { id, mass: weight * (index.idf[id] as number), pair: false });
        const pair = before < 0 ? -1 : index.vocabulary.pair(before, id);
        const pairMass = PAIR * Math.sqrt(weight * weightBefore) * (index.idf[pair] ?? 0);
        if (pair >= 0) keep(found, { id: pair, mass: pairMass, pair: true });
      } else if (number === 0) mass += weight * UNKNOWN * rarest;
      before = id;
      weightBefore = weight;
    }
  });
  for (const term of found.values()) mass += term.mass;
  return { terms: [...found.values()].filter((term) => term.mass > SLIGHT * mass), mass };
}

function keep(found: Map<number, Term>, term: Term): void {
  const known = found.get(term.id);
  if (known === undefined || known.mass < term.mass) found.set(term.id, term);
}
