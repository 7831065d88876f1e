/** One question for training: the features of its candidates and which of them are right. */
export interface Group {
  readonly vectors: readonly Float64Array[];
  readonly right: readonly boolean[];
}

export interface FitOptions {
  readonly steps: number;
  /** Step size of Adam. */
  readonly rate: number;
  /** Strength of the pull towards `start`. */
  readonly l2: number;
}

/**
 * Listwise training: the weights under which the right candidates take the largest share of a softmax over all
 * candidates. Convex, so the result does not depend on luck. Groups without a right candidate are skipped.
 */
export function fitRanker(groups: readonly Group[], start: readonly number[], options: FitOptions): number[] {
  const usable = groups.filter((group) => group.right.some(Boolean));
  return adam(start, options, (weights, gradient) => {
    for (const { vectors, right } of usable) {
      const scores = vectors.map((vector) => dot(vector, weights));
      const all = softmax(scores, () => true);
      const good = softmax(scores, (i) => right[i] === true);
      vectors.forEach((vector, i) => {
        const pull = ((all[i] as number) - (good[i] as number)) / usable.length;
        if (pull !== 0)
          for (let f = 0; f < vector.length; f++) gradient[f] = (gradient[f] as number) + pull * (vector[f] as number);
      });
    }
  });
}

/** Logistic regression with the last weight as the bias: the chance that `rows[i]` has label true. */
export function fitLogistic(
  rows: readonly (readonly number[])[],
  labels: readonly boolean[],
  options: FitOptions,
): number[] {
  const width = (rows[0]?.length ?? 0) + 1;
  return adam(new Array<number>(width).fill(0), options, (weights, gradient) => {
    rows.forEach((row, i) => {
      const pull = (chance(row, weights) - (labels[i] ? 1 : 0)) / rows.length;
      row.forEach((value, f) => {
        gradient[f] = (gradient[f] as number) + pull * value;
      });
      gradient[width - 1] = (gradient[width - 1] as number) + pull;
    });
  });
}

/** The chance that logistic weights give a row. */
export function chance(row: readonly number[], weights: readonly number[]): number {
  let sum = weights[row.length] ?? 0;
  for (let f = 0; f < row.length; f++) sum += (row[f] as number) * (weights[f] as number);
  return 1 / (1 + Math.exp(-sum));
}

function adam(
  start: readonly number[],
  { steps, rate, l2 }: FitOptions,
  addGradient: (weights: number[], gradient: number[]) => void,
): number[] {
  const weights = [...start];
  const mean = start.map(() => 0);
  const square = start.map(() => 0);
  for (let step = 1; step <= steps; step++) {
    const gradient = weights.map((weight, f) => l2 * (weight - (start[f] as number)));
    addGradient(weights, gradient);
    gradient.forEach((slope, f) => {
      mean[f] = 0.9 * (mean[f] as number) + 0.1 * slope;
      square[f] = 0.999 * (square[f] as number) + 0.001 * slope * slope;
      const m = (mean[f] as number) / (1 - 0.9 ** step);
      const v = (square[f] as number) / (1 - 0.999 ** step);
      weights[f] = (weights[f] as number) - (rate * m) / (Math.sqrt(v) + 1e-8);
    });
  }
  return weights;
}

function softmax(scores: readonly number[], counts: (i: number) => boolean): number[] {
  const top = Math.max(...scores.filter((_, i) => counts(i)));
  const exps = scores.map((score, i) => (counts(i) ? Math.exp(score - top) : 0));
  const total = exps.reduce((sum, e) => sum + e, 0);
  return exps.map((e) => e / total);
}

function dot(vector: Float64Array, weights: readonly number[]): number {
  let sum = 0;
  for (let f = 0; f < vector.length; f++) sum += (vector[f] as number) * (weights[f] as number);
  return sum;
}
