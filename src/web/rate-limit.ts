export interface RateLimits {
  /** Messages that may come at once. */
  readonly burst: number;
  /** Milliseconds after which one more may come. */
  readonly every: number;
  /** People counted at most; the one silent longest is forgotten first. */
  readonly people: number;
  readonly now: () => Date;
}

/** Counts the messages of each person, as a bucket that empties by one every so often. */
export class RateLimit {
  /** Per person the time (ms since 1970) at which the bucket is empty again; silent longest first. */
  readonly #emptyAt = new Map<string, number>();
  readonly #limits: RateLimits;

  constructor(limits: RateLimits) {
    this.#limits = limits;
  }

  /** Counts one message. Returns 0 when it may pass, else the seconds (1 or more) to wait; a refused one is not counted. */
  take(person: string): number {
    const { burst, every, people } = this.#limits;
    const now = this.#limits.now().getTime();
    const emptyAt = Math.max(this.#emptyAt.get(person) ?? now, now) + every;
    const wait = emptyAt - now - burst * every;
    if (wait > 0) return Math.ceil(wait / 1000);
    this.#emptyAt.delete(person);
    this.#emptyAt.set(person, emptyAt);
    const [oldest] = this.#emptyAt.keys();
    if (this.#emptyAt.size > people && oldest !== undefined) this.#emptyAt.delete(oldest);
    return 0;
  }
}
