/** Trained by `npm run train`; do not edit by hand. */

/** One weight per feature of `features.ts`, in order. */
// biome-ignore format: trained numbers
export const RANKER: readonly number[] = [1.559, 4.662, 1.166, 1.387, 2.653, 3.968, 5.529, 5.493, 0.273, -1.437, 0.787, 1.901, 0.492, -2.464, -0.204, -0.694, 4.063, 0.449, -0.084, -2.655, -0.529, -0.003, -0.104, 0.103, -1.484, 1.992];

/** Logistic weights over the signals of `verdict.ts` (bias last), and the chances from which to answer or be silent. */
// biome-ignore format: trained numbers
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: [1.824, 0.812, 3.186, -2.506, 2.462, -0.17, 1.234, -0.308, 1.121, 1.022, -1.293, 0.694, -0.165, -0.148, -0.621, -0.314, 0.078, -6.983],
  known: [1.882, -0.049, 3.167, -2.013, 2.735, -0.027, 1.659, -0.523, 1.332, 1.124, -1.357, 0.625, -0.195, -0.146, -0.593, -0.465, 0.097, -7.213],
  answerFrom: 0.615,
  silentBelow: 0.032,
};
