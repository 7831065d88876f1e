/** Where the first right procedure stood: 0 is first, −1 is not among those returned. */
export type Rank = number;

export interface Retrieval {
  readonly n: number;
  readonly recall1: number;
  readonly recall5: number;
  readonly mrr10: number;
  readonly ndcg10: number;
}

/** Retrieval figures over the ranks of many questions; all 0–1. With one right answer nDCG is 1 / log2(rank + 2). */
export function retrieval(ranks: readonly Rank[]): Retrieval {
  const share = (value: (rank: Rank) => number) =>
    ranks.length === 0 ? 0 : ranks.reduce((sum, rank) => sum + (rank < 0 ? 0 : value(rank)), 0) / ranks.length;
  return {
    n: ranks.length,
    recall1: share((rank) => (rank === 0 ? 1 : 0)),
    recall5: share((rank) => (rank < 5 ? 1 : 0)),
    mrr10: share((rank) => (rank < 10 ? 1 / (rank + 1) : 0)),
    ndcg10: share((rank) => (rank < 10 ? 1 / Math.log2(rank + 2) : 0)),
  };
}

/** The value below which `share` (0–1) of the numbers lie; 0 for none. */
export function percentile(numbers: readonly number[], share: number): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0;
}

export interface Ratio {
  readonly hits: number;
  readonly of: number;
}

export function ratio(items: readonly boolean[]): Ratio {
  return { hits: items.filter(Boolean).length, of: items.length };
}

/** "0.923 (12/13)"; "–" for none of none. */
export function showRatio({ hits, of }: Ratio): string {
  return of === 0 ? "–" : `${(hits / of).toFixed(3)} (${hits}/${of})`;
}
