/** Trained by `npm run train`; do not edit by hand. */

/** One weight per feature of `features.ts`, in order. */
// biome-ignore format: trained numbers
export const RANKER: readonly number[] = [1.73, 4.895, 1.238, 1.435, 2.47, 4.175, 5.456, 6.068, 0.452, -1.53, 1.08, 1.701, 0.355, -2.675, -0.171, -0.617, 4.023, 0.457, 0.012, -2.389, -0.603, -0.695, -0.106, -0.055, 0.206, -1.435, 2.201];

/** Logistic weights over the signals of `verdict.ts` (bias last), and the chances from which to answer or be silent. */
// biome-ignore format: trained numbers
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: [1.366, 0.794, 3.164, -2.782, 2.453, 0.034, 1.515, -0.063, 1.532, 1.191, -1.377, 0.759, -0.135, -0.114, -1.026, -0.383, -0.019, -6.869],
  known: [2.222, 0.046, 2.19, -1.757, 1.849, -0.014, 2.016, -1.233, 0.596, 1.134, -1.235, 0.553, 0.047, -0.147, -0.666, -0.479, -0.04, -6.442],
  answerFrom: 0.544,
  silentBelow: 0.018,
};
