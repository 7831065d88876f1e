/** How many streams may be open at once. */
export interface StreamLimits {
  /** Of one person: each tab has one. */
  readonly each: number;
  readonly all: number;
}

/** The streams that are open, so that there are not too many, and so that all can be ended. */
export class OpenStreams {
  readonly #open = new Map<AbortController, string>();
  readonly #each = new Map<string, number>();
  readonly #limits: StreamLimits;

  constructor(limits: StreamLimits) {
    this.#limits = limits;
  }

  /** Counts one more. Returns what ends it; undefined when there are too many. */
  add(person: string): AbortController | undefined {
    const own = this.#each.get(person) ?? 0;
    if (own >= this.#limits.each || this.#open.size >= this.#limits.all) return undefined;
    const stream = new AbortController();
    this.#open.set(stream, person);
    this.#each.set(person, own + 1);
    return stream;
  }

  /** The stream has ended. */
  remove(stream: AbortController): void {
    const person = this.#open.get(stream);
    if (person === undefined) return;
    this.#open.delete(stream);
    const left = (this.#each.get(person) ?? 0) - 1;
    if (left > 0) this.#each.set(person, left);
    else this.#each.delete(person);
  }

  get size(): number {
    return this.#open.size;
  }

  endAll(): void {
    for (const stream of this.#open.keys()) stream.abort();
  }
}
