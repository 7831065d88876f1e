import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { checkTelegram } from "../../../src/cli/doctor/telegram.ts";
import { readSettings } from "../../../src/config.ts";
import { TelegramStandIn } from "../../stand-ins/telegram/server.ts";
import { answering, silent } from "./answering.ts";

let standIn: TelegramStandIn;
beforeEach(async () => {
  standIn = await TelegramStandIn.start();
});
afterEach(() => standIn.close());

const check = (env: Record<string, string> = {}) =>
  checkTelegram(readSettings({ TELEGRAM_BOT_TOKEN: standIn.state.token, TELEGRAM_API_ROOT: standIn.root, ...env }));
const WEBHOOK = { TELEGRAM_MODE: "webhook", TELEGRAM_WEBHOOK_SECRET: "s", PUBLIC_URL: "https://bot.example" };

describe("checkTelegram", () => {
  it("is off without a token", async () => {
    expect(await checkTelegram(readSettings({}))).toMatchObject([{ about: "Telegram", verdict: "off" }]);
  });

  it("tells the bot's name, and that messages are fetched", async () => {
    expect(await check()).toMatchObject([
      { about: "TELEGRAM_BOT_TOKEN", verdict: "ok", says: expect.stringMatching(/^@\w+/) },
      { about: "TELEGRAM_MODE", verdict: "ok", says: "polling" },
    ]);
  });

  it("changes nothing at Telegram", async () => {
    await check();
    expect(standIn.state.calls.map(({ method }) => method)).toEqual(["getMe", "getWebhookInfo"]);
  });

  it.each(["1:wrong", "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsax"])(
    "says where to get a new token for %s",
    async (token) => {
      const findings = await check({ TELEGRAM_BOT_TOKEN: token });
      expect(findings).toMatchObject([{ verdict: "broken", remedy: expect.stringContaining("@BotFather") }]);
      expect(JSON.stringify(findings)).not.toContain(token);
    },
  );

  it("says that Telegram cannot be reached, and why", async () => {
    const [finding] = await check({ TELEGRAM_API_ROOT: await silent() });
    expect(finding).toMatchObject({ verdict: "broken", says: expect.stringContaining("ECONNREFUSED") });
  });

  it("is not taken in by a page that is not Telegram's", async () => {
    const [finding] = await check({ TELEGRAM_API_ROOT: await answering(502, "<html>Bad Gateway") });
    expect(finding).toMatchObject({ verdict: "broken", says: expect.stringContaining("HTTP 502") });
  });

  it("warns of a webhook when messages are to be fetched", async () => {
    standIn.state.webhook = { url: "https://old.example/hook", secret: undefined };
    expect((await check())[1]).toMatchObject({ verdict: "warning", says: expect.stringContaining("old.example") });
  });

  it.each([
    ["https://bot.example/webhooks/telegram", "ok", "webhook bot.example"],
    ["https://old.example/hook", "warning", "old.example"],
    [undefined, "warning", "nobody"],
  ])("with a webhook, compares the address: %s", async (url, verdict, says) => {
    standIn.state.webhook = url === undefined ? undefined : { url, secret: "s" };
    expect((await check(WEBHOOK))[1]).toMatchObject({
      about: "TELEGRAM_MODE",
      verdict,
      says: expect.stringContaining(says),
    });
  });

  it("with a webhook and no address at all, asks for one", async () => {
    expect((await check({ ...WEBHOOK, PUBLIC_URL: "" }))[1]).toMatchObject({
      verdict: "broken",
      remedy: "đặt PUBLIC_URL · set PUBLIC_URL",
    });
  });

  it("knows the ports that Telegram calls", async () => {
    expect((await check({ ...WEBHOOK, PUBLIC_URL: "https://bot.example:9443" }))[1]).toMatchObject({
      verdict: "broken",
      about: "PUBLIC_URL",
    });
  });
});
