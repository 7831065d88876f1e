import type { Verdict } from "../core/search.ts";

/** Turns the scores of a ranking into chances, and says whether to answer, to offer choices or to stay silent. */
export function verdictOf(ranked: readonly { readonly score: number }[]): { verdict: Verdict; confidence: number[] } {
  const top = ranked[0]?.score ?? 0;
  const exps = ranked.map(({ score }) => Math.exp(2 * (score - top)));
  const total = exps.reduce((sum, e) => sum + e, 0) || 1;
  const confidence = exps.map((e) => e / total);
  return { verdict: (confidence[0] ?? 0) > 0.6 ? "sure" : "unsure", confidence };
}
