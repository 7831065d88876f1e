export type RawUpdate = Readonly<Record<string, unknown>>;

/** The updates that wait to be fetched or brought, oldest first. Each is given out once. */
export class UpdateQueue {
  #waiting: RawUpdate[] = [];
  readonly #polls = new Set<() => void>();
  #wake: (() => void) | undefined;

  get size(): number {
    return this.#waiting.length;
  }

  /** Whether a call of the bot is held open now. */
  get polled(): boolean {
    return this.#polls.size > 0;
  }

  add(update: RawUpdate): void {
    this.#waiting.push(update);
    for (const look of this.#polls) look();
    this.#wake?.();
  }

  /** Called whenever an update is added. */
  onAdd(wake: (() => void) | undefined): void {
    this.#wake = wake;
  }

  all(): readonly RawUpdate[] {
    return this.#waiting;
  }

  remove(update: RawUpdate): void {
    this.#waiting = this.#waiting.filter((one) => one !== update);
  }

  /**
   * Gives the oldest update out and forgets it; waits up to `seconds` for one.
   * @param gone the caller has hung up: nothing is given out any more
   * @returns undefined when nothing came
   */
  async take(seconds: number, gone: AbortSignal): Promise<RawUpdate | undefined> {
    if (this.#waiting.length === 0) await this.#news(seconds, gone);
    return gone.aborted ? undefined : this.#waiting.shift();
  }

  #news(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve) => {
      const end = () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", end);
        this.#polls.delete(end);
        resolve();
      };
      const timer = setTimeout(end, seconds * 1_000);
      gone.addEventListener("abort", end);
      this.#polls.add(end);
    });
  }
}
