import type { Verdict } from "../core/search.ts";
import { FEATURES } from "./features.ts";
import { chance } from "./fit.ts";
import type { Question } from "./understand.ts";
import { JUDGE } from "./weights.ts";

interface Ranked {
  readonly features: Float64Array;
  readonly score: number;
}

/** Features of the first candidate that say how well it fits on its own. */
const OWN = [
  "askedInHead",
  "bestName",
  "bestEveryday",
  "titleCovered",
  "body",
  "pairs",
  "marks",
  "narrowTitleOnly",
  "narrowAskedOnly",
  "topicAskedOnly",
  "common",
] as const;
const AT = OWN.map((name) => FEATURES.indexOf(name));

/** What a ranking as a whole tells about whether its first hit is right; the input of the judge. */
export function signals(ranked: readonly Ranked[], question: Question): number[] {
  const [first, second] = ranked;
  if (first === undefined) return [];
  const chances = shares(ranked);
  return [
    first.score / 10,
    Math.min(3, first.score - (second?.score ?? 0)) / 3,
    chances[0] ?? 0,
    chances.slice(0, 5).reduce((sum, one) => sum + one, 0),
    Math.log1p(question.content) / 2,
    question.unknown,
    ...AT.map((at) => first.features[at] as number),
  ];
}

/** Share of each candidate when the scores are taken as they were trained, by softmax. */
export function shares(ranked: readonly Ranked[]): number[] {
  const top = ranked[0]?.score ?? 0;
  const exps = ranked.map(({ score }) => Math.exp(score - top));
  const total = exps.reduce((sum, e) => sum + e, 0) || 1;
  return exps.map((e) => e / total);
}

/** Whether to answer with the first candidate, to offer choices, or to say that the base is silent; and how sure. */
export function judge(ranked: readonly Ranked[], question: Question): { verdict: Verdict; confidence: number[] } {
  if (ranked.length === 0) return { verdict: "none", confidence: [] };
  const sure = chance(signals(ranked, question), JUDGE.right);
  const known = chance(signals(ranked, question), JUDGE.known);
  const others = shares(ranked).slice(1);
  const left = others.reduce((sum, share) => sum + share, 0);
  const rest = others.map((share) => (left === 0 ? 0 : (share * (1 - sure)) / left));
  const verdict = sure >= JUDGE.answerFrom ? "sure" : known < JUDGE.silentBelow ? "none" : "unsure";
  return { verdict, confidence: [sure, ...rest] };
}
