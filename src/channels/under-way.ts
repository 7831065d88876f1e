/** Work that has begun, so that whoever stops can wait for it. */
export interface UnderWay {
  /** Counts a piece of work until it is done, well or badly; gives it back. */
  track<T>(work: Promise<T>): Promise<T>;
  /** Resolves when all that was begun by now is done. Never rejects. */
  finished(): Promise<void>;
}

export function createUnderWay(): UnderWay {
  const begun = new Set<Promise<unknown>>();
  return {
    track(work) {
      const tracked: Promise<unknown> = work.catch(() => {}).finally(() => begun.delete(tracked));
      begun.add(tracked);
      return work;
    },
    async finished() {
      await Promise.all(begun);
    },
  };
}
