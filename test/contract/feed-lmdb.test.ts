import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { LmdbFeed } from "../../src/storage/lmdb/feed.ts";
import { Clock, temporaryFolder } from "../surroundings.ts";
import { feedContract, said } from "./feed.ts";

feedContract("LmdbFeed", async () => {
  const folder = temporaryFolder();
  const clock = new Clock();
  return {
    open: (terms) => new LmdbFeed(folder, { now: clock.now, ...terms }),
    pass: async (milliseconds) => clock.forward(milliseconds),
  };
});

describe("LmdbFeed", () => {
  it("tells when the folder cannot be used", () => {
    expect(() => new LmdbFeed("/dev/null/feed", { now: new Clock().now })).toThrow(
      expect.objectContaining({ code: "store_down" }),
    );
  });

  it("sweeps out what others said long ago", async () => {
    const [folder, clock] = [temporaryFolder(), new Clock()];
    const feed = new LmdbFeed(folder, { now: clock.now });
    for (let i = 0; i < 10; i++) await feed.append(`person ${i}`, said("cũ"));
    clock.forward(25 * 60 * 60_000);
    await feed.append("somebody", said("mới"));
    await feed.close();
    const late = new LmdbFeed(folder, { now: clock.now, keep: 365 * 24 * 60 * 60_000 });
    for (let i = 0; i < 10; i++) expect(await late.read(`person ${i}`)).toEqual([]);
    expect(await late.read("somebody")).toHaveLength(1);
    await late.close();
  });

  it("goes on behind what is there when the clock has gone back", async () => {
    const folder = temporaryFolder();
    const ahead = new Clock();
    ahead.forward(60_000);
    const first = new LmdbFeed(folder, { now: ahead.now });
    await first.append("a", said("một"));
    await first.close();
    const feed = new LmdbFeed(folder, { now: new Clock().now });
    await feed.append("a", said("hai"));
    expect((await feed.read("a")).map(({ text }) => text)).toEqual(["một", "hai"]);
    await feed.close();
  });

  it("shows a second process what the first one wrote", async () => {
    const [folder, clock] = [temporaryFolder(), new Clock()];
    const feeds = [1, 2].map(() => new LmdbFeed(folder, { now: clock.now }));
    await feeds[0]?.append("a", said("một"));
    expect(await feeds[1]?.read("a")).toHaveLength(1);
    await Promise.all(feeds.map((feed) => feed.close()));
  });

  it("keeps all in one file", async () => {
    const folder = temporaryFolder();
    const feed = new LmdbFeed(folder, { now: new Clock().now });
    await feed.append("a", said("một"));
    await feed.close();
    expect(readFileSync(join(folder, "feed.lmdb")).length).toBeGreaterThan(0);
  });
});
