import { randomUUID } from "node:crypto";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { openRedis } from "../../src/storage/redis/open.ts";
import { until } from "../until.ts";
import { RedisServer } from "./redis-server.ts";
import { storeContract } from "./store.ts";

let server: RedisServer;

beforeAll(async () => {
  server = await RedisServer.start();
});

afterAll(async () => {
  await server?.stop();
});

const open = () => openRedis(server.url, { newToken: randomUUID, report: () => undefined });

async function pass(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds + 1;
  await until(() => performance.now() > end);
}

storeContract("the store on Redis", async () => {
  await server.ask("FLUSHALL");
  return {
    open,
    pass,
    async restart() {
      await server.kill();
      await server.start();
    },
  };
});

describe("records in Redis", () => {
  it("leave nothing behind when they end, once others come", async () => {
    await server.ask("FLUSHALL");
    const { mailroom, store, close } = open();
    try {
      await until(async () => (await mailroom.health()) === "up");
      for (let i = 0; i < 6; i++) await store.put(`old ${i}`, i, { ttl: 100 });
      await store.claim("old", 100);
      await pass(100);
      for (let i = 0; i < 4; i++) await store.put(`new ${i}`, i);
      expect(await server.ask("ZCARD", "store:keys")).toBe(4);
      expect(await server.ask("ZCARD", "store:ends")).toBe(0);
      expect(await server.ask("KEYS", "store:at:*")).toHaveLength(4);
      for (let i = 0; i < 4; i++) await store.delete(`new ${i}`);
      expect(await server.ask("KEYS", "store:*")).toEqual(["store:version"]);
    } finally {
      await close();
    }
  });
});
