/** Does the work of one lane in the order it came, one piece at a time; lanes do not wait for each other. */
export class Lanes {
  readonly #last = new Map<string, Promise<unknown>>();

  /** Resolves or rejects as `work` does. A piece that fails does not hold up those behind it. */
  run<T>(lane: string, work: () => Promise<T>): Promise<T> {
    const before = this.#last.get(lane) ?? Promise.resolve();
    const result = before.then(work);
    const settled = result
      .catch(() => undefined)
      .finally(() => {
        if (this.#last.get(lane) === settled) this.#last.delete(lane);
      });
    this.#last.set(lane, settled);
    return result;
  }

  /** How many lanes have work. */
  get busy(): number {
    return this.#last.size;
  }
}
