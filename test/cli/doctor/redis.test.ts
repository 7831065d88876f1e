import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openKept } from "../../../src/cli/doctor/kept.ts";
import { checkRedis } from "../../../src/cli/doctor/redis.ts";
import { readSettings } from "../../../src/config.ts";
import { RedisServer } from "../../contract/redis-server.ts";
import { temporaryFolder } from "../../surroundings.ts";
import { silent } from "./answering.ts";

const now = () => new Date();
let redis: RedisServer;
beforeAll(async () => {
  redis = await RedisServer.start();
});
afterAll(() => redis.stop());

const check = async () => (await checkRedis(readSettings({ REDIS_URL: redis.url }), now)).findings;

describe("checkRedis", () => {
  it("is off without an address", async () => {
    expect((await checkRedis(readSettings({}), now)).findings).toMatchObject([{ about: "REDIS_URL", verdict: "off" }]);
  });

  it("is content with what the README advises", async () => {
    await redis.ask("CONFIG", "SET", "maxmemory-policy", "noeviction");
    expect(await check()).toMatchObject([
      { verdict: "ok", says: expect.stringMatching(/^Redis \d/) },
      { verdict: "ok", says: "AOF everysec, noeviction" },
    ]);
  });

  it("tells what the clock shows there", async () => {
    const { clock } = await checkRedis(readSettings({ REDIS_URL: redis.url }), now);
    expect(Math.abs(Number(clock?.there) - Number(clock?.here))).toBeLessThan(5_000);
  });

  it("says what loses messages, and the command that mends it", async () => {
    await redis.ask("CONFIG", "SET", "maxmemory-policy", "allkeys-lru");
    await redis.ask("CONFIG", "SET", "appendonly", "no");
    try {
      expect((await check()).slice(1)).toMatchObject([
        {
          verdict: "broken",
          says: expect.stringContaining("allkeys-lru"),
          remedy: expect.stringContaining("noeviction"),
        },
        { verdict: "warning", remedy: expect.stringContaining("appendonly yes") },
      ]);
    } finally {
      await redis.ask("CONFIG", "SET", "maxmemory-policy", "noeviction");
      await redis.ask("CONFIG", "SET", "appendonly", "yes");
    }
  });

  it("says that nobody is there, without the password", async () => {
    const { host } = new URL(await silent());
    const { findings } = await checkRedis(readSettings({ REDIS_URL: `redis://:mat-khau@${host}` }), now);
    expect(findings).toMatchObject([{ verdict: "broken", says: expect.stringContaining("ECONNREFUSED") }]);
    expect(JSON.stringify(findings)).not.toContain("mat-khau");
  });
});

describe("openKept", () => {
  it("finds nothing where nothing was kept", async () => {
    expect(await openKept(readSettings({ DATA_DIR: temporaryFolder() }), now)).toBeUndefined();
  });

  it("reads the records in Redis and lets go of it", async () => {
    const kept = await openKept(readSettings({ REDIS_URL: redis.url }), now);
    await kept?.store.put("doctor/test", { a: 1 });
    expect((await kept?.store.get("doctor/test"))?.value).toEqual({ a: 1 });
    await kept?.close();
  });

  it("gives up on a Redis that is away", async () => {
    const { host } = new URL(await silent());
    await expect(openKept(readSettings({ REDIS_URL: `redis://${host}` }), now)).rejects.toThrow();
  });
});
