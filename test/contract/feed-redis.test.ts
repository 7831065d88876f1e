import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from "vitest";
import { RedisFeed } from "../../src/storage/redis/feed.ts";
import { until } from "../until.ts";
import { feedContract, said } from "./feed.ts";
import { RedisServer } from "./redis-server.ts";

let server: RedisServer;

beforeAll(async () => {
  server = await RedisServer.start();
});

afterAll(async () => {
  await server?.stop();
});

feedContract("RedisFeed", async () => {
  await server.ask("FLUSHALL");
  return {
    open: (terms) => new RedisFeed(server.url, { report: () => undefined, ...terms }),
    async pass(milliseconds) {
      const end = performance.now() + milliseconds;
      await until(() => performance.now() > end);
    },
  };
});

describe("RedisFeed", () => {
  const opened: RedisFeed[] = [];
  const open = (report: (error: unknown) => void = () => undefined) => {
    const feed = new RedisFeed(server.url, { report });
    opened.push(feed);
    return feed;
  };
  const answers = (feed: RedisFeed) => until(() => feed.read("a").then(Array.isArray, () => false));
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((feed) => feed.close()));
    await server.ask("FLUSHALL");
  });

  it("wakes listeners of another process", async () => {
    const [web, worker] = [open(), open()];
    const wake = vi.fn();
    web.listen("a", wake);
    await answers(worker);
    await until(async () => {
      await worker.append("a", said("một"));
      return wake.mock.calls.length > 0;
    });
    expect((await web.read("a"))[0]?.text).toBe("một");
  });

  it("lets Redis forget a silent conversation after a day", async () => {
    const feed = open();
    await answers(feed);
    await feed.append("a", said("một"));
    const left = Number(await server.ask("PTTL", "web:feed:a"));
    expect(left).toBeGreaterThan(23 * 60 * 60_000);
    expect(left).toBeLessThanOrEqual(24 * 60 * 60_000);
  });

  it("leaves nothing of an erased person", async () => {
    const feed = open();
    await answers(feed);
    await feed.append("a", said("một", { key: "k" }));
    await feed.erase("a");
    expect(await server.ask("KEYS", "*")).toEqual([]);
  });

  it("fails at once while Redis is away, goes on when it is back, and wakes listeners then", async () => {
    const report = vi.fn();
    const feed = open(report);
    await answers(feed);
    await feed.append("a", said("một"));
    const wake = vi.fn();
    feed.listen("a", wake);
    await server.kill();
    await until(() => report.mock.calls.length > 0);
    await expect(feed.append("a", said("mất"))).rejects.toMatchObject({ code: "store_down" });
    await expect(feed.read("a")).rejects.toMatchObject({ code: "store_down" });
    await expect(feed.erase("a")).rejects.toMatchObject({ code: "store_down" });
    wake.mockClear();
    await server.start();
    await until(() => wake.mock.calls.length > 0);
    await answers(feed);
    wake.mockClear();
    await feed.append("a", said("hai"));
    await until(() => wake.mock.calls.length > 0);
    expect((await feed.read("a")).map(({ text }) => text)).toEqual(["một", "hai"]);
    expect(report).toHaveBeenCalledTimes(1);
  });
});
