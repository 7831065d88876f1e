import { afterAll, beforeAll } from "vitest";
import { openRedis } from "../../src/storage/redis/open.ts";
import { mailroomContract } from "./mailroom.ts";
import { RedisServer } from "./redis-server.ts";

let server: RedisServer;

beforeAll(async () => {
  server = await RedisServer.start();
});

afterAll(async () => {
  await server?.stop();
});

mailroomContract("RedisMailroom", async () => {
  await server.ask("FLUSHALL");
  return (options) => openRedis(server.url, options).mailroom;
});
