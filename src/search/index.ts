import type { Snapshot } from "../core/knowledge.ts";
import type { Procedure } from "../core/procedure.ts";
import type { Ranking, Search, SearchOptions } from "../core/search.ts";
import { buildIndex, type Index } from "./build.ts";
import { entriesOf } from "./entries.ts";
import { features, type Traits, traitsOf } from "./features.ts";
import { type Candidate, rank } from "./rank.ts";
import { Scorer, type Scores } from "./score.ts";
import { type Question, Understanding } from "./understand.ts";
import { RANKER } from "./weights.ts";

/** How many procedures the re-ranker looks at. */
const POOL = 60;

/** The lexical search over one snapshot. */
export class LexicalSearch implements Search {
  readonly #procedures: readonly Procedure[];
  readonly #index: Index;
  readonly #understanding: Understanding;
  readonly #scorer: Scorer;
  readonly #snapshot: Snapshot;
  /** Worked out when a procedure first comes up: all of them would double the time of a start from the cache. */
  readonly #traits: (Traits | undefined)[] = [];

  constructor(snapshot: Snapshot, index: Index) {
    const entries = new Map(entriesOf(snapshot).map((entry) => [entry.code, entry]));
    this.#procedures = index.codes.map((code) => entries.get(code) as Procedure);
    this.#index = index;
    this.#scorer = new Scorer(index);
    this.#understanding = new Understanding(index, snapshot.glossary);
    this.#snapshot = snapshot;
  }

  find(text: string, options: SearchOptions): Ranking {
    const { question, candidates } = this.candidates(text);
    return rank(question, candidates, options);
  }

  /** The re-ranked pool, best first, whatever the day. */
  candidates(text: string): { question: Question; candidates: Candidate[] } {
    const question = this.#understanding.read(text);
    const scores = this.#scorer.score(question);
    const candidates = this.#pool(scores).map((doc): Candidate => {
      const vector = features(doc, question, scores, this.#index, this.#traitsOf(doc));
      return { procedure: this.#procedures[doc] as Procedure, features: vector, score: dot(vector, RANKER) };
    });
    candidates.sort((a, b) => b.score - a.score || (a.procedure.code < b.procedure.code ? -1 : 1));
    return { question, candidates };
  }

  #traitsOf(doc: number): Traits {
    const procedure = this.#procedures[doc] as Procedure;
    const traits = this.#traits[doc] ?? traitsOf(procedure, this.#snapshot.everyday.get(procedure.code));
    this.#traits[doc] = traits;
    return traits;
  }

  /** The procedures worth a closer look, by a plain sum of the raw scores. */
  #pool({ fields, best, mass }: Scores): number[] {
    const docs: number[] = [];
    const sums: number[] = [];
    for (let doc = 0; doc < this.#procedures.length; doc++) {
      const sum =
        (fields.title[doc] as number) +
        (fields.everyday[doc] as number) +
        0.4 * ((fields.domain[doc] as number) + (fields.questions[doc] as number)) +
        0.6 * (fields.body[doc] as number) +
        mass * ((best[0][doc] as number) + (best[1][doc] as number));
      if (sum <= 0 || (docs.length === POOL && sum <= (sums[POOL - 1] as number))) continue;
      let at = docs.length < POOL ? docs.length : POOL - 1;
      for (; at > 0 && sum > (sums[at - 1] as number); at--) {
        sums[at] = sums[at - 1] as number;
        docs[at] = docs[at - 1] as number;
      }
      sums[at] = sum;
      docs[at] = doc;
    }
    return docs;
  }
}

/** Builds the search over a snapshot. */
export function createSearch(snapshot: Snapshot): Search {
  return new LexicalSearch(snapshot, buildIndex(snapshot));
}

function dot(vector: Float64Array, weights: readonly number[]): number {
  let sum = 0;
  for (let i = 0; i < vector.length; i++) sum += (vector[i] as number) * (weights[i] as number);
  return sum;
}
