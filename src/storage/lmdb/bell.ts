/** Wakes one who sleeps. */
export class Bell {
  #ring = () => {};

  /** Wakes the sleeper, if anybody sleeps. */
  ring(): void {
    this.#ring();
  }

  /** Sleeps until the bell rings, at most so many milliseconds. */
  sleep(atMost: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, atMost);
      this.#ring = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }
}
