/** Who waits for news of whom, in this process. */
export class Listeners {
  readonly #wakes = new Map<string, Set<() => void>>();

  /** Returns what ends it. */
  add(person: string, wake: () => void): () => void {
    const own = () => wake(); // the same function may be added twice
    const wakes = this.#wakes.get(person) ?? new Set();
    this.#wakes.set(person, wakes.add(own));
    return () => {
      wakes.delete(own);
      if (wakes.size === 0 && this.#wakes.get(person) === wakes) this.#wakes.delete(person);
    };
  }

  wake(person: string): void {
    for (const wake of [...(this.#wakes.get(person) ?? [])]) wake();
  }

  wakeAll(): void {
    for (const person of [...this.#wakes.keys()]) this.wake(person);
  }

  clear(): void {
    this.#wakes.clear();
  }
}
