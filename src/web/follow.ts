import type { Feed, FeedItem } from "../core/feed.ts";

export interface FollowOptions {
  /** The place of the last item that is known already. */
  readonly after: string | undefined;
  /** Looks for news so often even if nobody called, milliseconds. */
  readonly every: number;
  readonly signal: AbortSignal;
}

/**
 * What was said in a conversation and what is being said, until the signal comes; "caught up" in between when what was there
 * at the start has been told.
 * @throws AppError `store_down`
 */
export async function* follow(
  feed: Feed,
  person: string,
  { after, every, signal }: FollowOptions,
): AsyncGenerator<FeedItem | "caught up"> {
  let last = after;
  let news = true;
  let wake = () => {};
  const ring = () => {
    news = true;
    wake();
  };
  const stop = feed.listen(person, ring);
  const clock = setInterval(ring, every);
  signal.addEventListener("abort", ring);
  try {
    for (let first = true; !signal.aborted; first = false) {
      news = false;
      for (const item of await feed.read(person, last)) {
        last = item.place;
        yield item;
      }
      if (first) yield "caught up";
      if (!news)
        await new Promise<void>((resolve) => {
          wake = resolve;
        });
    }
  } finally {
    stop();
    clearInterval(clock);
    signal.removeEventListener("abort", ring);
  }
}
