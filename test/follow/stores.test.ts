import { pino } from "pino";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { createFollowing } from "../../src/follow/following.ts";
import { createScheduler } from "../../src/follow/scheduler.ts";
import { openStorage } from "../../src/storage/index.ts";
import type { Storage } from "../../src/storage/storage.ts";
import { RedisServer } from "../contract/redis-server.ts";
import { Clock, countingIds, temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";
import { CODE, Held, LANE } from "./dossiers.ts";

let server: RedisServer;
const clock = new Clock();
const opened: Storage[] = [];

beforeAll(async () => {
  server = await RedisServer.start();
});
afterAll(async () => {
  await Promise.all(opened.map(({ close }) => close()));
  await server?.stop();
});

async function open(kind: string): Promise<Storage> {
  const redisUrl = kind === "Redis" ? server.url : undefined;
  const options = { dataDir: temporaryFolder(), redisUrl, now: clock.now };
  const storage = await openStorage({ ...options, newToken: countingIds(), report: () => {} });
  opened.push(storage);
  await until(async () => (await storage.mailroom.health()) === "up");
  return storage;
}

describe.each(["LMDB", "Redis"])("on %s", (kind) => {
  it("what is due comes in its order, by two processes, each once", async () => {
    const { store } = await open(kind);
    const handled: string[] = [];
    const processes = [1, 2].map(() => createScheduler<number>({ name: "s", store, now: clock.now, report: () => {} }));
    const [first] = processes;
    const due = (i: number) => new Date(clock.now().getTime() + ((i * 37) % 100) * 1_000);
    for (let i = 0; i < 100; i++) await first?.at(`p/${i}`, due(i), i);
    await first?.cancel("p/0");
    clock.forward(50_000);
    const handle = async ({ key, payload }: { readonly key: string; readonly payload: number }) => {
      handled.push(key);
      return payload === 1 ? { due: clock.now(), payload: 2 } : ("done" as const);
    };
    let found = 1;
    while (found > 0) {
      const counts = await Promise.all(processes.map((one) => one.run({ handle, most: 7 })));
      found = counts.reduce((sum, count) => sum + count, 0);
    }
    const expected = Array.from({ length: 100 }, (_, i) => i).filter((i) => i > 0 && (i * 37) % 100 <= 50);
    expect(handled.toSorted()).toEqual([...expected, 1].map((i) => `p/${i}`).toSorted());
    const places = handled.map((key) => (Number(key.slice(2)) * 37) % 100);
    expect(places.slice(0, 7)).toEqual([1, 2, 3, 4, 5, 6, 7]);
    expect(await store.list("s/due/")).toHaveLength(49);
  });

  it("a followed dossier's change goes into the person's lane once", async () => {
    const { store, mailroom } = await open(kind);
    const oneStop = new Held();
    const following = createFollowing({
      ...{ oneStop, store, now: clock.now, random: () => 0.5, perMinute: 60, log: pino({ enabled: false }) },
      post: (lane, id, { kind }) => mailroom.post(lane, id, [{ text: kind, buttons: [] }]),
    });
    oneStop.set("processing");
    await following.change(LANE, { action: "start", code: CODE });
    await following.tick();
    oneStop.set("result_ready");
    clock.forward(3_600_000);
    for (let i = 0; i < 4; i++) await following.tick();
    expect(await following.list(LANE)).toEqual([{ code: CODE, state: "result_ready" }]);
    expect(await mailroom.waiting()).toBe(1);
  });
});
