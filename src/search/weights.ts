/** Trained by `npm run train`; do not edit by hand. One weight per feature of `features.ts`. */
export const RANKER: readonly number[] = [1.805,4.768,0.89,2.858,2.367,4.887,5.588,6.535,0.237,-1.443,0.638,2.067,0.795,-2.555,-0.004,-1.268,4.87,0.387,-0.097,-2.239,-0.514,0.067,-0.072,0.033,-0.871,1.513];
