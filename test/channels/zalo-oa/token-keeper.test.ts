import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTokenKeeper, type TokenKeeper } from "../../../src/channels/zalo-oa/token-keeper.ts";
import { openLmdb } from "../../../src/storage/lmdb/open.ts";
import { broken, cutAfter, error, limited } from "../../stand-ins/zalo-oa/fault.ts";
import { OAUTH_PATH } from "../../stand-ins/zalo-oa/oauth.ts";
import { ZaloOaStandIn } from "../../stand-ins/zalo-oa/server.ts";
import { surroundings, type TestSurroundings, temporaryFolder } from "../../surroundings.ts";
import { until } from "../../until.ts";
import { MemoryStore } from "./memory-store.ts";

const HOUR = 3_600_000;
let world: TestSurroundings;
let standIn: ZaloOaStandIn;
let store: MemoryStore;
let keeper: TokenKeeper;

/** One process: they share the store. */
function start(more = {}, shared: Parameters<typeof createTokenKeeper>[0]["store"] = store): TokenKeeper {
  const { appId, appSecret } = standIn.app;
  const given = { refreshToken: "RT-1-secret", accessToken: "AT-1-secret", ...more };
  const settings = { appId, appSecret, oauthRoot: standIn.root, ...given };
  return createTokenKeeper({ settings, store: shared, log: world.log, now: world.now });
}
const renewals = () => standIn.state.calls.filter(({ path }) => path === OAUTH_PATH).length;
const alarms = () => world.logged.filter(({ alarm }) => alarm === "zalo_tokens");
const ready = (count: number) => ({ status: "ready", token: `AT-${count}-secret` });

beforeEach(async () => {
  world = surroundings();
  standIn = await ZaloOaStandIn.start({ now: world.now });
  store = new MemoryStore();
  keeper = start();
});
afterEach(() => standIn.close());

describe("the token to call with", () => {
  it("is the operator's while it is young", async () => {
    expect(await keeper.access()).toEqual(ready(1));
    world.clock.forward(20 * HOUR - 1);
    expect(await keeper.access()).toEqual(ready(1));
    expect(renewals()).toBe(0);
  });

  it("is renewed at an age of 20 hours, each time with the new refresh token", async () => {
    await keeper.access();
    for (const count of [2, 3, 4]) {
      world.clock.forward(20 * HOUR);
      expect(await keeper.access()).toEqual(ready(count));
      expect(await keeper.access()).toEqual(ready(count));
      expect(renewals()).toBe(count - 1);
    }
  });

  it("is fetched first when the operator gave only a refresh token", async () => {
    const bare = createTokenKeeper({
      settings: { ...standIn.app, oauthRoot: standIn.root, refreshToken: "RT-1-secret" },
      store,
      log: world.log,
      now: world.now,
    });
    expect(await bare.access()).toEqual(ready(2));
  });

  it("is renewed once when many find it refused", async () => {
    await keeper.access();
    const answers = await Promise.all(Array.from({ length: 50 }, () => keeper.renew("AT-1-secret")));
    expect(answers).toEqual(Array(50).fill(ready(2)));
    expect(await keeper.renew("AT-1-secret")).toEqual(ready(2));
    expect(renewals()).toBe(1);
  });

  it("is durable before it is used", async () => {
    await keeper.access();
    store.away.add("put");
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later" });
    expect(renewals()).toBe(1);
    store.away.clear();
    expect(await keeper.renew("AT-1-secret")).toEqual(ready(2));
    expect(renewals()).toBe(1);
    expect(store.written.at(-1)?.value).toMatchObject({ accessToken: "AT-2-secret", refreshToken: "RT-2-secret" });
  });

  it("is not the dead one while the new one is not yet durable", async () => {
    await keeper.access();
    world.clock.forward(20 * HOUR);
    store.away.add("put");
    expect(await keeper.access()).toMatchObject({ status: "later" });
    expect(await keeper.access()).toMatchObject({ status: "later" });
    store.away.clear();
    expect(await keeper.access()).toEqual(ready(2));
  });

  it("is nobody's while the store is away", async () => {
    store.away.add("get");
    expect(await keeper.access()).toMatchObject({ status: "later", reason: "the store is away" });
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later" });
    store.away.clear();
    store.away.add("claim");
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later" });
    expect(renewals()).toBe(0);
  });
});

describe("several processes", () => {
  it("renew one at a time", async () => {
    const others = [keeper, start(), start()];
    await Promise.all(others.map((one) => one.access()));
    const answers = await Promise.all(others.map((one) => one.renew("AT-1-secret")));
    expect(answers.filter(({ status }) => status === "ready")).toEqual([ready(2)]);
    expect(await Promise.all(others.map((one) => one.renew("AT-1-secret")))).toContainEqual(ready(2));
    for (const one of others) expect(await one.renew("AT-1-secret")).toEqual(ready(2));
    expect(renewals()).toBe(1);
  });

  it("go on with an old token, which still lives, while another renews", async () => {
    await keeper.access();
    world.clock.forward(20 * HOUR);
    store.claims.add("zalo/renewal");
    expect(await keeper.access()).toEqual(ready(1));
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later", after: 1_000 });
  });

  it("go on after a restart with what was renewed, whatever the settings say", async () => {
    await keeper.access();
    await keeper.renew("AT-1-secret");
    expect(await start().access()).toEqual(ready(2));
    expect(renewals()).toBe(1);
  });

  it("take up tokens that an operator has set anew", async () => {
    await keeper.access();
    await keeper.renew("AT-1-secret");
    standIn.credentials.renew();
    const restarted = start({ refreshToken: "RT-3-secret", accessToken: "AT-3-secret" });
    expect(await restarted.access()).toEqual(ready(3));
    expect(await keeper.renew("AT-2-secret")).toEqual(ready(3));
    expect(await start().access()).toEqual(ready(3));
  });

  it("share the tokens in a real store", async () => {
    const storage = openLmdb(temporaryFolder(), { now: world.now } as Parameters<typeof openLmdb>[1]);
    const [one, two] = [start({}, storage.store), start({}, storage.store)];
    expect(await one.access()).toEqual(ready(1));
    expect(await one.renew("AT-1-secret")).toEqual(ready(2));
    expect(await two.access()).toEqual(ready(2));
    world.clock.forward(20 * HOUR);
    const answers = await Promise.all([one.access(), two.access()]);
    expect(answers).toContainEqual(ready(3));
    expect(renewals()).toBe(2);
    await storage.close();
  });
});

describe("when Zalo gives out no new tokens", () => {
  it("waits out a rate limit and faults, asking at most twice a minute", async () => {
    await keeper.access();
    standIn.faults.plan(OAUTH_PATH, limited, broken);
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later", after: 30_000 });
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later", after: 30_000 });
    expect(renewals()).toBe(1);
    world.clock.forward(30_000);
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later" });
    world.clock.forward(30_000);
    expect(await keeper.renew("AT-1-secret")).toEqual(ready(2));
    expect(alarms()).toEqual([]);
  });

  it("asks no more and alarms once, in all processes and after a restart", async () => {
    await keeper.access();
    standIn.faults.plan(OAUTH_PATH, error(-14029, "App is not approved"));
    const stopped = { status: "later", after: 60_000 };
    for (let count = 0; count < 5; count++) {
      expect(await keeper.renew("AT-1-secret")).toMatchObject(stopped);
      world.clock.forward(HOUR);
    }
    expect(await keeper.access()).toMatchObject(stopped);
    expect(renewals()).toBe(1);
    expect(alarms()).toMatchObject([{ level: 50, msg: expect.stringContaining("ZALO_REFRESH_TOKEN") }]);
    const restarted = start();
    expect(await restarted.access()).toMatchObject(stopped);
    expect(await restarted.access()).toMatchObject(stopped);
    expect([renewals(), alarms().length]).toEqual([1, 2]);
  });

  it("uses a token up that Zalo still takes, and alarms already", async () => {
    await keeper.access();
    world.clock.forward(20 * HOUR);
    standIn.faults.plan(OAUTH_PATH, error(-14002, "Invalid appId"));
    expect(await keeper.access()).toEqual(ready(1));
    expect(await keeper.access()).toEqual(ready(1));
    expect(await start().access()).toEqual(ready(1));
    expect([renewals(), alarms().length]).toEqual([1, 2]);
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later" });
    expect(await start().access()).toMatchObject({ status: "later" });
    expect(renewals()).toBe(1);
  });

  it("cannot know of a pair whose answer was cut off, and alarms instead of asking for ever", async () => {
    await keeper.access();
    standIn.faults.plan(OAUTH_PATH, cutAfter);
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later", after: 30_000 });
    world.clock.forward(30_000);
    expect(await keeper.renew("AT-1-secret")).toMatchObject({ status: "later", after: 60_000 });
    world.clock.forward(HOUR);
    expect(await keeper.access()).toMatchObject({ status: "later" });
    expect([renewals(), alarms().length]).toEqual([2, 1]);
  });

  it("goes on when an operator has set new tokens, in the other processes too", async () => {
    await keeper.access();
    standIn.faults.plan(OAUTH_PATH, error(-14002));
    await keeper.renew("AT-1-secret");
    standIn.credentials.renew();
    await start({ refreshToken: "RT-2-secret", accessToken: "AT-2-secret" }).access();
    expect(await keeper.access()).toEqual(ready(2));
  });

  it("leaves the tokens alone that an operator sets while it is told so", async () => {
    await keeper.access();
    standIn.faults.plan(OAUTH_PATH, error(-14014));
    const refused = keeper.renew("AT-1-secret");
    await until(() => store.claims.size === 1);
    standIn.credentials.renew();
    const operator = start({ refreshToken: "RT-2-secret", accessToken: "AT-2-secret" });
    expect(await operator.access()).toEqual(ready(2));
    expect(await refused).toEqual(ready(2));
    expect([await keeper.access(), alarms()]).toEqual([ready(2), []]);
  });

  it("tells no token", async () => {
    await keeper.access();
    standIn.faults.plan(OAUTH_PATH, broken, error(-14002, "Invalid appId"));
    await keeper.renew("AT-1-secret");
    world.clock.forward(HOUR);
    const told = JSON.stringify([await keeper.renew("AT-1-secret"), world.logged]);
    expect(told).not.toMatch(/[AR]T-\d|example-app-secret/);
  });
});
