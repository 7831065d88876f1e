import type { Dossier, OneStop } from "../core/one-stop.ts";

export interface CacheOptions {
  readonly now: () => Date;
  /** How long an answer is kept, milliseconds. */
  readonly keep: number;
  /** How many answers at most. */
  readonly most: number;
}

interface Kept {
  readonly found: Promise<Dossier | undefined>;
  readonly until: number;
}

/**
 * Asks once for everybody who asks for the same dossier within `keep`. Answers are kept in memory alone and not a moment
 * longer; failures are not kept.
 */
export function cached(oneStop: OneStop, { now, keep, most }: CacheOptions): OneStop {
  const answers = new Map<string, Kept>();
  let sweep: NodeJS.Timeout | undefined;

  function forgetOld(): void {
    const time = now().getTime();
    for (const [code, { until }] of answers) {
      if (until > time) break;
      answers.delete(code);
    }
    clearTimeout(sweep);
    const [first] = answers.values();
    sweep = first && setTimeout(forgetOld, Math.max(1, first.until - time)).unref();
  }

  function remember(code: string): Promise<Dossier | undefined> {
    const kept: Kept = { found: oneStop.find(code), until: now().getTime() + keep };
    answers.set(code, kept);
    kept.found.catch(() => answers.get(code) === kept && answers.delete(code));
    for (const [oldest] of answers) {
      if (answers.size <= most) break;
      answers.delete(oldest);
    }
    return kept.found;
  }

  return {
    name: oneStop.name,
    async find(code) {
      forgetOld();
      const found = answers.get(code)?.found ?? remember(code);
      if (sweep === undefined) forgetOld();
      return found;
    },
  };
}
