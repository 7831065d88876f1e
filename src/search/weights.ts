/** Trained by `npm run train`; do not edit by hand. */

/** One weight per feature of `features.ts`, in order. */
// biome-ignore format: trained numbers
export const RANKER: readonly number[] = [1.574, 4.849, 1.189, 1.388, 2.652, 3.96, 5.424, 5.642, 0.237, -1.537, 0.846, 1.725, 0.397, -2.374, -0.164, -0.654, 4.205, 0.409, -0.04, -2.456, -0.529, -0.724, -0.031, -0.076, 0.131, -1.452, 2.063];

/** Logistic weights over the signals of `verdict.ts` (bias last), and the chances from which to answer or be silent. */
// biome-ignore format: trained numbers
export const JUDGE: Readonly<{ right: readonly number[]; known: readonly number[]; answerFrom: number; silentBelow: number }> = {
  right: [1.911, 0.75, 3.473, -2.625, 2.476, -0.087, 0.978, -0.339, 0.944, 1.043, -1.359, 0.775, -0.271, -0.142, -0.623, -0.278, 0.098, -6.966],
  known: [1.953, -0.022, 3.432, -2.211, 2.68, -0.032, 1.357, -0.437, 1.178, 1.108, -1.438, 0.771, -0.314, -0.126, -0.552, -0.431, 0.114, -7.094],
  answerFrom: 0.620,
  silentBelow: 0.028,
};
