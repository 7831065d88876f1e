import { randomUUID } from "node:crypto";
import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { afterEach, describe, expect, it } from "vitest";
import { openStorage, type Storage } from "../../src/storage/index.ts";
import { RedisServer } from "../contract/redis-server.ts";
import { Clock, temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";

const terms = { newToken: randomUUID, report: () => undefined };
const message = { id: "1", channel: "zalo", person: "7", text: "chào", at: new Date(0) };
const opened: Storage[] = [];

afterEach(async () => {
  await Promise.all(opened.splice(0).map((storage) => storage.close()));
});

async function open(options: Partial<Parameters<typeof openStorage>[0]> & { dataDir: string }): Promise<Storage> {
  const storage = await openStorage({ ...terms, ...options });
  opened.push(storage);
  return storage;
}

describe("openStorage", () => {
  it("keeps messages and records in one file of the data folder, which it makes", async () => {
    const dataDir = join(temporaryFolder(), "var", "data");
    const { mailroom, store, close } = await open({ dataDir });
    expect(await mailroom.deliver("zalo/7", message)).toBe("new");
    await store.put("a", 1);
    await close();
    expect(readdirSync(dataDir).sort()).toEqual(["state.lmdb", "state.lmdb-lock"]);
    const again = await open({ dataDir });
    expect(await again.mailroom.waiting()).toBe(1);
    expect((await again.store.get("a"))?.value).toBe(1);
  });

  it("goes by the clock it is given", async () => {
    const clock = new Clock();
    const { store } = await open({ dataDir: temporaryFolder(), now: clock.now });
    await store.put("a", 1, { ttl: 60_000 });
    clock.forward(59_999);
    expect(await store.get("a")).toBeDefined();
    clock.forward(1);
    expect(await store.get("a")).toBeUndefined();
  });

  it("tells when the data folder cannot be used", async () => {
    await expect(open({ dataDir: "/dev/null/data" })).rejects.toMatchObject({ code: "store_down" });
  });

  it("keeps both in Redis where one is given, and nothing in the data folder", async () => {
    const server = await RedisServer.start();
    const dataDir = join(temporaryFolder(), "data");
    try {
      const { mailroom, store, close } = await open({ dataDir, redisUrl: server.url });
      await until(async () => (await mailroom.health()) === "up");
      await mailroom.deliver("zalo/7", message);
      await store.put("a", 1);
      await close();
      expect(existsSync(dataDir)).toBe(false);
      expect(await server.ask("EXISTS", "mail:inbox:zalo/7", "store:at:record:a")).toBe(2);
    } finally {
      await server.stop();
    }
  });

  it("waits for a Redis that is away, and tells it meanwhile", async () => {
    const server = await RedisServer.start();
    await server.stop();
    const reported: unknown[] = [];
    const report = (error: unknown) => reported.push(error);
    const { mailroom, store } = await open({ dataDir: temporaryFolder(), redisUrl: server.url, report });
    await expect(store.put("a", 1)).rejects.toMatchObject({ code: "store_down" });
    await until(() => reported.length > 0);
    try {
      await server.start();
      await until(async () => (await mailroom.health()) === "up");
      expect(await store.put("a", 1)).toBe(1);
      expect(reported).toHaveLength(1);
    } finally {
      await server.stop();
    }
  });

  it("can be closed twice", async () => {
    const { close, store } = await open({ dataDir: temporaryFolder() });
    await Promise.all([close(), close()]);
    await close();
    await expect(store.get("a")).rejects.toMatchObject({ code: "store_down" });
  });
});
