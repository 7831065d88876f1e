/** `off`: not configured, and the service works without; `warning`: works, but not as well as it should. */
export type Verdict = "ok" | "off" | "warning" | "broken";

/** What was found out about one setting or one thing that the service stands on. */
export interface Finding {
  /** The setting, or a short name. */
  readonly about: string;
  readonly verdict: Verdict;
  /** One sentence: Vietnamese · English. */
  readonly says: string;
  /** What to do about it: Vietnamese · English. */
  readonly remedy?: string;
}

/** A sentence in both languages. */
export function both(vietnamese: string, english: string): string {
  return `${vietnamese} · ${english}`;
}

export function ok(about: string, says: string): Finding {
  return { about, verdict: "ok", says };
}

/** @param settings what turns it on */
export function off(about: string, settings: string): Finding {
  return {
    about,
    verdict: "off",
    says: both(`đang tắt, đặt ${settings} để bật`, `off, set ${settings} to turn it on`),
  };
}

export function warning(about: string, says: string, remedy: string): Finding {
  return { about, verdict: "warning", says, remedy };
}

export function broken(about: string, says: string, remedy: string): Finding {
  return { about, verdict: "broken", says, remedy };
}
