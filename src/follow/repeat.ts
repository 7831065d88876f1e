/**
 * Does some work again and again, never twice at once: as long as there is something to do without a pause, else every
 * `every` milliseconds.
 * @param work returns how much it found to do
 * @param report told when the work throws; it is tried again after the pause
 * @returns what ends it, and resolves when the work under way is over
 */
export function repeat(
  work: () => Promise<number>,
  every: number,
  report: (error: unknown) => void,
): () => Promise<void> {
  let stopped = false;
  let timer: NodeJS.Timeout | undefined;
  let underWay: Promise<void> = Promise.resolve();

  async function turn(): Promise<void> {
    try {
      while (!stopped && (await work()) > 0);
    } catch (error) {
      report(error);
    }
    if (!stopped) plan();
  }

  function plan(): void {
    timer = setTimeout(() => {
      underWay = turn();
    }, every).unref();
  }

  plan();
  return async () => {
    stopped = true;
    clearTimeout(timer);
    await underWay;
  };
}
