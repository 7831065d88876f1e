import { covers, type Procedure } from "../core/procedure.ts";
import type { Hit, Ranking, Reason, SearchOptions } from "../core/search.ts";
import { generalId } from "./entries.ts";
import { FEATURES } from "./features.ts";
import type { Question } from "./understand.ts";
import { judge } from "./verdict.ts";
import { RANKER } from "./weights.ts";

/** A procedure's features for one question, and the score they add up to. */
export interface Candidate {
  readonly procedure: Procedure;
  readonly features: Float64Array;
  readonly score: number;
  /** What a real embedding model added to the score. */
  readonly meaning?: number;
}

/** How many hits when nothing is said. */
const LIMIT = 10;

/** Makes a ranking of candidates, best first: those in force on the day before those that are not, then the verdict. */
export function rank(question: Question, candidates: readonly Candidate[], options: SearchOptions): Ranking {
  const { level, today, limit = LIMIT } = options;
  const procedures = candidates.filter(({ procedure }) => generalId(procedure) === undefined);
  const wanted = procedures.filter(({ procedure }) => level === undefined || procedure.level.includes(level));
  const inForce = wanted.filter(({ procedure }) => covers(procedure.effective, today));
  const past = wanted.filter(({ procedure }) => !covers(procedure.effective, today));
  const { verdict, confidence } = judge(inForce, question);
  const hits = [...inForce, ...past].slice(0, limit).map((candidate, place): Hit => {
    const { procedure, score } = candidate;
    return { procedure, score, confidence: confidence[place] ?? 0, why: reasons(candidate) };
  });
  const general = generalFirst(candidates, inForce[0]?.score ?? 0);
  return { hits, verdict, ...(general !== undefined && { general }), understood: question.understood };
}

/** How far a general question must be ahead of the best procedure, and how high, to be the one asked (ranker's nats). */
const AHEAD = 4;
const HIGH = 11;

function generalFirst(candidates: readonly Candidate[], procedure: number): string | undefined {
  const first = candidates.find((candidate) => generalId(candidate.procedure) !== undefined);
  return first && first.score >= HIGH && first.score - procedure >= AHEAD ? generalId(first.procedure) : undefined;
}

function reasons({ features, meaning }: Candidate): Reason[] {
  const all = FEATURES.map((feature, i) => {
    const value = features[i] as number;
    return { feature: feature as string, value, share: value * (RANKER[i] as number) };
  });
  if (meaning !== undefined) all.push({ feature: "meaning", value: meaning, share: meaning });
  return all.filter(({ share }) => share !== 0);
}
