/** Trained by `npm run train`; do not edit by hand. */

/** One weight per feature of `features.ts`, in order. */
export const RANKER: readonly number[] = [1.553, 5.111, 1.165, 1.363, 2.309, 3.907, 5.824, 6.184, 0.002, -1.328, 1.212, 1.746, 0.697, -1.737, -0.283, -0.549, 4.237, 0.416, 0.019, -2.09, -0.54, -0.546, 0.199, -0.109, -0.099, -1.387, 2.21];

/** Logistic weights over the signals of `verdict.ts` (bias last), and the chances from which to answer or be silent. */
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: [1.756, 0.649, 3.255, -2.719, 2.675, 0.017, 0.895, 0.117, 1.578, 0.886, -1.529, 0.603, -0.262, -0.099, -0.832, -0.22, 0.006, -7.251],
  known: [2.672, -0.06, 2.333, -1.946, 2.487, -0.038, 1.435, -1.215, 0.5, 1.1, -1.443, 0.064, -0.201, -0.102, -0.626, -0.247, 0.03, -7.09],
  answerFrom: 0.546,
  silentBelow: 0.020,
};
