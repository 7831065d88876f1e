/** Trained by `npm run train`; do not edit by hand. */

/** One weight per feature of `features.ts`, in order. */
// biome-ignore format: trained numbers
export const RANKER: readonly number[] = [1.616, 4.83, 1.232, 1.389, 2.656, 3.989, 5.386, 5.627, 0.25, -1.542, 0.817, 1.732, 0.371, -2.386, -0.144, -0.643, 4.241, 0.418, -0.048, -2.459, -0.564, -0.727, -0.043, -0.097, 0.143, -1.433, 2.065];

/** Logistic weights over the signals of `verdict.ts` (bias last), and the chances from which to answer or be silent. */
// biome-ignore format: trained numbers
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: [1.544, 0.823, 3.315, -2.671, 2.426, 0.069, 1.119, -0.166, 1.554, 1.26, -1.459, 1.04, -0.233, -0.102, -0.847, -0.298, -0.02, -6.965],
  known: [2.378, 0.079, 2.345, -1.849, 1.834, -0.061, 1.778, -1.321, 0.65, 1.226, -1.356, 0.702, -0.027, -0.117, -0.491, -0.436, -0.022, -6.34],
  answerFrom: 0.556,
  silentBelow: 0.022,
};
