import type { Day, Level, Procedure } from "./procedure.ts";

export interface SearchOptions {
  /** How many hits at most; 10 when absent. */
  readonly limit?: number;
  /** The day whose rules apply; files not in force that day rank behind those that are. */
  readonly today: Day;
  readonly level?: Level;
}

/** One line of "why here": a feature and what it added to the score. */
export interface Reason {
  readonly feature: string;
  readonly value: number;
  readonly share: number;
}

export interface Hit {
  readonly procedure: Procedure;
  /** Higher is better; comparable only inside one ranking. */
  readonly score: number;
  /** Calibrated chance (0–1) that this procedure is the one meant. */
  readonly confidence: number;
  readonly why: readonly Reason[];
}

/** `sure`: answer the first hit. `unsure`: offer choices. `none`: the base is probably silent. */
export type Verdict = "sure" | "unsure" | "none";

export interface Ranking {
  readonly hits: readonly Hit[];
  readonly verdict: Verdict;
  /** Id of the general question (FAQ) that this is, when it is one rather than a procedure. */
  readonly general?: string;
  /** The query after abbreviations, spelling and glossary, for `kb search`. */
  readonly understood: string;
}

export interface Search {
  /** At once when the search is lexical; later when a model is asked for the meaning. */
  find(text: string, options: SearchOptions): Ranking | Promise<Ranking>;
}
