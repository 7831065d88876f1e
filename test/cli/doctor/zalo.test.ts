import { describe, expect, it, onTestFinished } from "vitest";
import { checkOfficialAccount, checkZaloBot } from "../../../src/cli/doctor/zalo.ts";
import { readSettings } from "../../../src/config.ts";
import { ZaloBotStandIn } from "../../stand-ins/zalo-bot/server.ts";
import { answering, silent } from "./answering.ts";

const OA = { ZALO_APP_ID: "1", ZALO_APP_SECRET: "app-secret", ZALO_OA_SECRET: "oa-secret", ZALO_REFRESH_TOKEN: "RT-1" };
const nothing = async () => undefined;
const check = (env: Record<string, string>, kept: Parameters<typeof checkOfficialAccount>[1] = nothing) =>
  checkOfficialAccount(readSettings(env), kept);

describe("checkOfficialAccount", () => {
  it("is off without its settings", async () => {
    expect(await check({})).toMatchObject({
      about: "Zalo OA",
      verdict: "off",
      says: expect.stringContaining("ZALO_APP_ID"),
    });
  });

  it("tells the account's name", async () => {
    const root = await answering(200, { error: 0, message: "Success", data: { oaid: "3", name: "Cà Mau" } });
    expect(await check({ ...OA, ZALO_ACCESS_TOKEN: "AT-1", ZALO_API_ROOT: root })).toEqual({
      about: "Zalo OA",
      verdict: "ok",
      says: "Cà Mau",
    });
  });

  it("says how to get new tokens when Zalo refuses", async () => {
    const root = await answering(200, { error: -216, message: "Access token is invalid" });
    const finding = await check({ ...OA, ZALO_ACCESS_TOKEN: "AT-1", ZALO_API_ROOT: root });
    expect(finding).toMatchObject({
      verdict: "broken",
      says: expect.stringContaining("-216"),
      remedy: expect.stringContaining("developers.zalo.me"),
    });
  });

  it("looks to the network when Zalo does not answer", async () => {
    const finding = await check({ ...OA, ZALO_ACCESS_TOKEN: "AT-1", ZALO_API_ROOT: await silent() });
    expect(finding).toMatchObject({ verdict: "broken", remedy: expect.stringContaining("firewall") });
  });

  it("cannot try a token that is not there yet", async () => {
    expect((await check(OA)).verdict).toBe("warning");
  });

  it("goes on when what is kept cannot be opened, and closes what it opened", async () => {
    const root = await answering(200, { error: 0, data: { name: "Cà Mau" } });
    const settings = { ...OA, ZALO_ACCESS_TOKEN: "AT-1", ZALO_API_ROOT: root };
    expect((await check(settings, () => Promise.reject(new Error("away")))).verdict).toBe("ok");
    let closed = 0;
    const store = { get: async () => undefined } as never;
    await check(settings, async () => ({ store, close: async () => void closed++ }));
    expect(closed).toBe(1);
  });
});

describe("checkZaloBot", () => {
  it("is off without a token", async () => {
    expect((await checkZaloBot(readSettings({}))).verdict).toBe("off");
  });

  it("knows the token, or says where to get one", async () => {
    const standIn = await ZaloBotStandIn.start();
    onTestFinished(() => standIn.close());
    const bot = (token: string) =>
      checkZaloBot(readSettings({ ZALO_BOT_TOKEN: token, ZALO_BOT_API_ROOT: standIn.root }));
    expect((await bot(standIn.state.token)).verdict).toBe("ok");
    expect(await bot("1:wrong")).toMatchObject({ verdict: "broken", remedy: expect.stringContaining("Bot Creator") });
  });

  it("says that Zalo cannot be reached", async () => {
    const finding = await checkZaloBot(readSettings({ ZALO_BOT_TOKEN: "1:a", ZALO_BOT_API_ROOT: await silent() }));
    expect(finding).toMatchObject({ verdict: "broken", says: expect.stringContaining("ECONNREFUSED") });
  });
});
