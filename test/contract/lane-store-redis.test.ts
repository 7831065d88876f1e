import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Client, connect } from "../../src/storage/redis/connection.ts";
import { RedisLanes } from "../../src/storage/redis/lanes.ts";
import { until } from "../until.ts";
import { LEASE, laneStoreContract } from "./lane-store.ts";
import { RedisServer } from "./redis-server.ts";

let server: RedisServer;
let client: Client;

beforeAll(async () => {
  server = await RedisServer.start();
  client = connect(server.url, () => undefined);
  await until(() => client.isReady);
});

afterAll(async () => {
  client?.destroy();
  await server?.stop();
});

async function pass(milliseconds: number): Promise<void> {
  const end = performance.now() + milliseconds + 1;
  await until(() => performance.now() > end);
}

async function lanes(): Promise<RedisLanes> {
  await client.flushAll();
  return new RedisLanes(client, LEASE);
}

laneStoreContract("RedisLanes", async () => ({ store: await lanes(), pass }));

describe("RedisLanes", () => {
  const entry = (mark: string, key = "lane") => ({ key, mark, box: "inbox" as const, letters: [mark] });

  it("remembers a mark for seven days", async () => {
    const store = await lanes();
    await store.append(entry("1"));
    expect(await client.ttl("mail:mark:1")).toBe(7 * 24 * 60 * 60);
  });

  it("leaves nothing of an erased lane but its marks", async () => {
    const store = await lanes();
    const holder = { key: "lane", token: "t" };
    await store.append(entry("1"));
    await store.take(holder);
    await store.change(holder, 1, { inbox: 1, outbox: 0, state: '"s"', parts: ["p"] });
    await store.change(holder, 2, { inbox: 0, outbox: 1, state: null, parts: [] });
    await store.release(holder, "done");
    expect(await client.keys("*")).toEqual(["mail:mark:1"]);
  });

  it("tells lanes that nobody took for long, each once in that time", async () => {
    const store = await lanes();
    for (const key of ["a", "b", "c"]) await store.append(entry(key, key));
    expect(await store.overdue(100, 10)).toEqual([]);
    await pass(100);
    await store.take({ key: "b", token: "t" });
    expect(await store.overdue(100, 10)).toEqual(["a", "c"]);
    expect(await store.overdue(100, 10)).toEqual([]);
    await pass(100);
    expect(await store.overdue(100, 1)).toHaveLength(1);
    expect(await store.take({ key: "a", token: "t" })).toMatchObject({ status: "taken" });
  });
});
