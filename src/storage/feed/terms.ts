/** How much of a person's feed is kept. */
export interface FeedTerms {
  /** Items. */
  readonly most: number;
  /** Milliseconds. */
  readonly keep: number;
}

export const USUAL: FeedTerms = { most: 100, keep: 24 * 60 * 60_000 };
