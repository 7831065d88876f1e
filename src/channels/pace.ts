/** Keeps to so many events in a time, for each key by itself. */
export interface Pace {
  /** Milliseconds until the key may go on; 0 when it may now. */
  wait(key: string): number;
  /** Counts one event of the key. */
  count(key: string): void;
}

export interface PaceOptions {
  /** Milliseconds for one event, in the long run. */
  readonly every: number;
  /** Events that may come at once after a rest. */
  readonly burst: number;
  readonly now: () => Date;
}

/** After how many events the keys at rest are forgotten. */
const SWEEP = 10_000;

/**
 * A pace by the generic cell rate algorithm (ITU-T I.371): of each key only the time is kept at which it will have caught
 * up with its rate.
 */
export function createPace({ every, burst, now }: PaceOptions): Pace {
  const caughtUp = new Map<string, number>();
  const ahead = every * (burst - 1);
  let counted = 0;

  function forgetResting(time: number): void {
    for (const [key, at] of caughtUp) if (at <= time) caughtUp.delete(key);
  }

  return {
    wait: (key) => Math.max(0, Math.ceil((caughtUp.get(key) ?? 0) - ahead - now().getTime())),
    count(key) {
      const time = now().getTime();
      caughtUp.set(key, Math.max(caughtUp.get(key) ?? 0, time) + every);
      counted += 1;
      if (counted % SWEEP === 0) forgetResting(time);
    },
  };
}
