import type { Store } from "../core/store.ts";

export interface PaceOptions {
  readonly store: Store;
  readonly now: () => Date;
  /** Questions within any minute, over all processes. */
  readonly perMinute: number;
}

/** How fast the one-stop system may be asked. Used by one process at a time: whoever runs the scheduler. */
export interface Pace {
  /** Takes the right to ask so many times at once; returns how many of them are granted. */
  take(wanted: number): Promise<number>;
  /** Tells what came of them. When nothing is answered any more, the system is left alone for longer and longer. */
  tell(outcome: { readonly answered: number; readonly failed: number }): Promise<"going" | "resting">;
}

interface Past {
  /** What was granted within the last minute: when (milliseconds since 1970), how many. */
  readonly grants: readonly (readonly [at: number, count: number])[];
  /** Failures in a row. */
  readonly failures: number;
  /** Rests since something was answered. */
  readonly rests: number;
  /** Milliseconds since 1970. */
  readonly restUntil: number;
}

const KEY = "follow/pace";
const MINUTE = 60_000;
/** After so many failures in a row the system is left alone: 5 minutes, then 10, 20, and 30 from then on. */
const FAILURES = 5;
const FIRST_REST = 5 * MINUTE;
const LONGEST_REST = 30 * MINUTE;
const FRESH: Past = { grants: [], failures: 0, rests: 0, restUntil: 0 };

/** A pace that is remembered in the store, so that neither a restart nor another process asks too much. */
export function createPace({ store, now, perMinute }: PaceOptions): Pace {
  const read = async () => ((await store.get(KEY))?.value ?? FRESH) as Past;

  return {
    async take(wanted) {
      const past = await read();
      const time = now().getTime();
      if (time < past.restUntil) return 0;
      const grants = past.grants.filter(([at]) => at > time - MINUTE);
      const left = perMinute - grants.reduce((sum, [, count]) => sum + count, 0);
      // After a rest one question shows whether the system is back.
      const granted = Math.max(0, Math.min(wanted, left, past.rests > 0 ? 1 : left));
      if (granted > 0) await store.put(KEY, { ...past, grants: [...grants, [time, granted]] });
      return granted;
    },
    async tell({ answered, failed }) {
      if (answered + failed === 0) return "going";
      const past = await read();
      if (answered > 0) {
        if (past.failures > 0) await store.put(KEY, { ...FRESH, grants: past.grants });
        return "going";
      }
      const failures = past.failures + failed;
      const rests = failures < FAILURES ? past.rests : past.rests + 1;
      const rest = Math.min(FIRST_REST * 2 ** (rests - 1), LONGEST_REST);
      const restUntil = rests > past.rests ? now().getTime() + rest : past.restUntil;
      await store.put(KEY, { ...past, failures, rests, restUntil });
      return rests > past.rests ? "resting" : "going";
    },
  };
}
