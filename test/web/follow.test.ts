import { describe, expect, it } from "vitest";
import { follow } from "../../src/web/follow.ts";
import { until } from "../until.ts";
import { MemoryFeed, said } from "./memory-feed.ts";

/** Follows somebody and keeps what is told. */
function follower(feed: MemoryFeed, after?: string) {
  const told: string[] = [];
  const end = new AbortController();
  const done = (async () => {
    for await (const one of follow(feed, "a", { after, every: 1e6, signal: end.signal })) {
      told.push(one === "caught up" ? one : one.text);
    }
  })();
  return { told, end, done };
}

describe("follow", () => {
  it("tells what was there, that this was all, and what comes", async () => {
    const feed = new MemoryFeed();
    await feed.append("a", said("một"));
    const { told, end, done } = follower(feed);
    await until(() => told.includes("caught up"));
    await feed.append("a", said("hai"));
    await until(() => told.length === 3);
    end.abort();
    await done;
    expect(told).toEqual(["một", "caught up", "hai"]);
  });

  it("misses nothing that is said while it reads", async () => {
    const feed = new MemoryFeed();
    const read = feed.read.bind(feed);
    let more = 3;
    feed.read = async (...request) => {
      const items = await read(...request);
      if (more-- > 0) await feed.append("a", said(`${more}`));
      return items;
    };
    const { told, end, done } = follower(feed);
    await until(() => told.length === 4);
    end.abort();
    await done;
    expect(told).toEqual(["caught up", "2", "1", "0"]);
  });

  it("ends when it is told to, even before it began, and listens no more", async () => {
    const feed = new MemoryFeed();
    const { told, end, done } = follower(feed);
    end.abort();
    await done;
    expect(told).not.toContain("một");
    expect(feed.listening).toBe(0);
  });

  it("ends with the store's error", async () => {
    const feed = new MemoryFeed();
    const { told, done } = follower(feed);
    await until(() => told.includes("caught up"));
    feed.down = true;
    feed.wake("a");
    await expect(done).rejects.toMatchObject({ code: "store_down" });
    expect(feed.listening).toBe(0);
  });
});
