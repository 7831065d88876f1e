/** Trained by `npm run train`; do not edit by hand. */

/** One weight per feature of `features.ts`, in order. */
// biome-ignore format: trained numbers
export const RANKER: readonly number[] = [1.559, 4.661, 1.163, 1.387, 2.654, 3.968, 5.531, 5.494, 0.27, -1.435, 0.788, 1.901, 0.489, -2.45, -0.207, -0.695, 4.063, 0.447, -0.084, -2.654, -0.527, -0.002, -0.104, 0.102, -1.485, 1.992];

/** Logistic weights over the signals of `verdict.ts` (bias last), and the chances from which to answer or be silent. */
// biome-ignore format: trained numbers
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: [1.823, 0.812, 3.196, -2.517, 2.465, -0.169, 1.235, -0.307, 1.118, 1.02, -1.287, 0.696, -0.163, -0.146, -0.621, -0.313, 0.076, -6.988],
  known: [1.886, -0.046, 3.171, -2.017, 2.737, -0.027, 1.652, -0.527, 1.325, 1.122, -1.353, 0.626, -0.196, -0.145, -0.592, -0.464, 0.095, -7.217],
  answerFrom: 0.614,
  silentBelow: 0.032,
};
