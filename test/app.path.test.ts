import { randomUUID } from "node:crypto";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type App, createApp } from "../src/app.ts";
import { RedisServer } from "./contract/redis-server.ts";
import { fileOf, folderWith, procedureFile } from "./knowledge/folder.ts";
import { TelegramStandIn } from "./stand-ins/telegram/server.ts";
import { ZaloOaStandIn } from "./stand-ins/zalo-oa/server.ts";
import { settingsFor, surroundings } from "./surroundings.ts";
import { until } from "./until.ts";

const FILES = {
  "procedures/ho-tich/1.001193.md": procedureFile(),
  "procedures/ho-tich/1.000894.md": fileOf("1.000894", {
    name: "Đăng ký kết hôn",
    fees: "\n  - when: Kết hôn trong nước\n    amount: 12000",
  }),
};
/** The code leaves no doubt about what is meant, however small the folder. */
const QUESTION = "lệ phí của thủ tục 1.000894";
const ANSWER = "12.000 đồng";

const closing: (() => Promise<unknown>)[] = [];
afterEach(async () => {
  for (const close of closing.splice(0).reverse()) await close();
});

async function openStandIns() {
  const telegram = await TelegramStandIn.start();
  const zalo = await ZaloOaStandIn.start();
  closing.push(
    () => telegram.close(),
    () => zalo.close(),
  );
  const { id, secret, oaSecret } = { id: zalo.app.appId, secret: zalo.app.appSecret, oaSecret: zalo.app.oaSecret };
  const env = {
    TELEGRAM_BOT_TOKEN: telegram.state.token,
    TELEGRAM_API_ROOT: telegram.root,
    ZALO_APP_ID: id,
    ZALO_APP_SECRET: secret,
    ZALO_OA_SECRET: oaSecret,
    ZALO_REFRESH_TOKEN: zalo.credentials.pair.refreshToken,
    ZALO_API_ROOT: zalo.root,
    ZALO_OAUTH_ROOT: zalo.root,
  };
  return { telegram, zalo, env };
}

/** A service of its own, with the clock of the world: the platforms tell when a message was written. */
async function startApp(env: Readonly<Record<string, string>>): Promise<{ app: App; url: string; logged: string }> {
  const world = surroundings();
  const app = await createApp(settingsFor([folderWith(FILES)], env), {
    ...world,
    now: () => new Date(),
    newId: randomUUID,
  });
  const url = await app.start();
  closing.push(() => app.stop());
  return {
    app,
    url,
    get logged() {
      return JSON.stringify(world.logged);
    },
  };
}

describe("one machine, both platforms", () => {
  it("answers on Telegram, and an update that comes twice only once", async () => {
    const { telegram, env } = await openStandIns();
    await startApp(env);
    const phone = telegram.phone();
    await until(() => telegram.state.updates.polled);
    const update = phone.says(QUESTION);
    telegram.repeat(update);
    await until(() => phone.received.length > 0);
    telegram.repeat(update);
    phone.says("còn thời hạn?");
    await until(() => phone.received.length > 1);
    expect(phone.received.map(({ text }) => text.includes(ANSWER))).toEqual([true, false]);
  });

  it("answers on Zalo with buttons, and what they ask when they are pressed", async () => {
    const { zalo, env } = await openStandIns();
    const { url } = await startApp(env);
    zalo.setWebhook(`${url}webhooks/zalo`);
    const phone = zalo.phone();
    phone.says(QUESTION);
    await until(() => phone.received.length > 0);
    expect(phone.received[0]?.text).toContain(ANSWER);
    const [button] = phone.received[0]?.buttons ?? [];
    phone.presses(String(button?.payload));
    await until(() => phone.received.length > 1);
    expect(phone.received[1]?.text).toContain("Đăng ký kết hôn");
  });

  it("keeps the talks of two platforms apart, though the person has the same id", async () => {
    const { telegram, zalo, env } = await openStandIns();
    const { url } = await startApp(env);
    zalo.setWebhook(`${url}webhooks/zalo`);
    const [one, other] = [telegram.phone({ id: 42, first_name: "Lan" }), zalo.phone({ id: "42", name: "Lan" })];
    one.says(QUESTION);
    await until(() => one.received.length > 0);
    other.says("còn thời hạn?");
    await until(() => other.received.length > 0);
    expect(other.received[0]?.text).not.toContain("Đăng ký kết hôn");
  });

  it("takes short messages sent one upon the other for one question", async () => {
    const { telegram, env } = await openStandIns();
    await startApp(env);
    const phone = telegram.phone();
    await until(() => telegram.state.updates.polled);
    for (const text of ["chị ơi", "cho em hỏi", QUESTION]) phone.says(text);
    await until(() => phone.received.length > 0);
    phone.says("cảm ơn");
    await until(() => phone.received.length > 1);
    expect(phone.received[0]?.text).toContain(ANSWER);
    expect(phone.received).toHaveLength(2);
  });

  it("says nothing to somebody who blocks it, and answers again after that", async () => {
    const { telegram, env } = await openStandIns();
    await startApp(env);
    const phone = telegram.phone();
    await until(() => telegram.state.updates.polled);
    phone.says(QUESTION);
    phone.blocks();
    await until(() => telegram.state.updates.size === 0);
    phone.unblocks();
    phone.says("lệ phí của thủ tục 1.000894 nha");
    await until(() => phone.received.some(({ text }) => text.includes(ANSWER)));
    expect(telegram.state.calls.filter(({ method }) => method === "sendMessage").length).toBeLessThanOrEqual(4);
  });

  it("refuses a call that Zalo did not sign, and keeps nothing of it", async () => {
    const { env } = await openStandIns();
    const { app, url } = await startApp(env);
    const body = JSON.stringify({ event_name: "user_send_text", sender: { id: "1" }, message: { text: QUESTION } });
    const response = await fetch(`${url}webhooks/zalo`, { method: "POST", body });
    expect(response.status).toBe(401);
    expect((await app.server.inject("/metrics")).body).toContain(
      'assistant_webhook_calls_total{channel="zalo",status="401"} 1',
    );
  });

  it("goes on after a restart with what was being talked about", async () => {
    const { telegram, env } = await openStandIns();
    const folder = folderWith({});
    const first = await startApp({ ...env, DATA_DIR: folder });
    const phone = telegram.phone();
    await until(() => telegram.state.updates.polled);
    phone.says(QUESTION);
    await until(() => phone.received.length > 0);
    await first.app.stop();
    phone.says("còn thời hạn?");
    await startApp({ ...env, DATA_DIR: folder });
    await until(() => phone.received.length > 1);
    expect(phone.received[1]?.text).toContain("Đăng ký kết hôn");
  });

  it("logs neither what people write nor any secret", async () => {
    const { telegram, zalo, env } = await openStandIns();
    const started = await startApp(env);
    zalo.setWebhook(`${started.url}webhooks/zalo`);
    const [one, other] = [telegram.phone(), zalo.phone()];
    one.says("con tôi tên Nguyễn Thị Bí Mật, lệ phí của thủ tục 1.000894");
    other.says("con tôi tên Nguyễn Thị Bí Mật, lệ phí của thủ tục 1.000894");
    await until(() => one.received.length > 0 && other.received.length > 0);
    expect(started.logged).not.toContain("Bí Mật");
    for (const secret of [env.TELEGRAM_BOT_TOKEN, env.ZALO_APP_SECRET, env.ZALO_OA_SECRET, env.ZALO_REFRESH_TOKEN]) {
      expect(started.logged).not.toContain(secret);
    }
  });
});

describe("two processes that listen and two that answer, on Redis", () => {
  let redis: RedisServer;
  beforeAll(async () => {
    redis = await RedisServer.start();
  });
  afterAll(() => redis.stop());

  let database = 0;

  /** Each time on a database of its own: a stand-in counts its messages from 1. */
  async function startFour() {
    const { zalo, env } = await openStandIns();
    const { TELEGRAM_BOT_TOKEN: _, ...rest } = env;
    const shared = { ...rest, REDIS_URL: `${redis.url}/${database++}` };
    const urls: string[] = [];
    for (const ROLE of ["worker", "worker", "web", "web"]) urls.push((await startApp({ ...shared, ROLE })).url);
    return { zalo, webs: urls.slice(2) };
  }

  it("answers each of many people exactly once, though every call comes to both, several times", async () => {
    const { zalo, webs } = await startFour();
    const phones = Array.from({ length: 20 }, (_, index) =>
      zalo.phone({ id: `20000000000000001${index}`, name: "Lan" }),
    );
    const calls = phones.map((phone) => phone.says(QUESTION));
    const statuses = await Promise.all(
      calls.flatMap((call) =>
        [...webs, ...webs, ...webs].map(async (url) => {
          const { body, headers } = call;
          return (
            await fetch(`${url}webhooks/zalo`, {
              method: "POST",
              body: new Uint8Array(body),
              headers: headers as Record<string, string>,
            })
          ).status;
        }),
      ),
    );
    expect(new Set(statuses)).toEqual(new Set([200]));
    await until(() => phones.every(({ received }) => received.length > 0), { within: 20_000 });
    const thanks = phones.map((phone) => phone.says("cảm ơn"));
    for (const { body, headers } of thanks) {
      await fetch(`${webs[0]}webhooks/zalo`, {
        method: "POST",
        body: new Uint8Array(body),
        headers: headers as Record<string, string>,
      });
    }
    await until(() => phones.every(({ received }) => received.length > 1), { within: 20_000 });
    expect(phones.map(({ received }) => received.length)).toEqual(phones.map(() => 2));
  });

  it("tells the platform to repeat while Redis is away, and answers when it is back", async () => {
    const { zalo, webs } = await startFour();
    const phone = zalo.phone();
    await redis.kill();
    const { body, headers } = phone.says(QUESTION);
    const call = () =>
      fetch(`${webs[0]}webhooks/zalo`, {
        method: "POST",
        body: new Uint8Array(body),
        headers: headers as Record<string, string>,
      });
    expect((await call()).status).toBe(503);
    await redis.start();
    await until(async () => (await call()).status === 200, { within: 20_000 });
    await until(() => phone.received.length > 0, { within: 20_000 });
    expect(phone.received[0]?.text).toContain(ANSWER);
  });
});
