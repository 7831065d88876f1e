/** How hard the fault tests try: `npm run test:faults` sets FAULTS=full, `npm test` is content with less. */
const full = process.env.FAULTS === "full";

/** Worker processes killed, each store. */
export const KILLS = full ? 100 : 3;
/** How long Redis is away, milliseconds. */
export const AWAY = full ? 30_000 : 2_000;
/** Messages that come once, as many that come twice and as many that come 50 times. */
export const MESSAGES = full ? 1_000 : 30;
/** The whole test may take so long, milliseconds. */
export const LONGEST = full ? 1_800_000 : 120_000;
