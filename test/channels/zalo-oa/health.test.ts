import { createRequire } from "node:module";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import * as zalo from "zalo-api";
import { checkZaloOa } from "../../../src/channels/zalo-oa/health.ts";
import { appsecretProof } from "../../../src/channels/zalo-oa/signature.ts";
import { broken, cutBefore, error, pageInstead, tokenInvalid } from "../../stand-ins/zalo-oa/fault.ts";
import { ZaloOaStandIn } from "../../stand-ins/zalo-oa/server.ts";
import { MemoryStore } from "./memory-store.ts";

const PATH = "/v2.0/oa/getoa";
const require = createRequire(import.meta.url);
const fromPackage = createRequire(require.resolve("zalo-api"));

let standIn: ZaloOaStandIn;
const check = (more = {}, store?: MemoryStore) => {
  const given = { ...standIn.app, ...standIn.credentials.pair, apiRoot: `${standIn.root}/`, ...more };
  return checkZaloOa(given, store);
};

beforeEach(async () => {
  standIn = await ZaloOaStandIn.start();
});
afterEach(() => standIn.close());

describe("the package zalo-api", () => {
  it("has an axios without the holes of the one it asks for", () => {
    expect(fromPackage("axios/package.json").version).toBe("1.21.1");
    expect(fromPackage("axios").VERSION).toBe("1.21.1");
  });

  it("has the only call that is used", () => {
    expect(zalo.OA.get_info).toBeTypeOf("function");
  });

  it("makes no other call to Zalo, with a token in the address", async () => {
    await expect(zalo.OA.get_info({ access_token: "AT-1" })).rejects.toThrow("does not come from here");
    await expect(zalo.OA.list_tags({ access_token: "AT-1" })).rejects.toThrow("does not come from here");
  });

  it("leaves calls of others alone who share its axios", async () => {
    const { data } = await fromPackage("axios").get(`${standIn.root}${PATH}`, { params: { access_token: "x" } });
    expect(data).toMatchObject({ error: -216 });
    expect(standIn.state.calls[0]?.query).toBe("?access_token=x");
  });
});

describe("asking Zalo who we are", () => {
  it("tells the name of the Official Account", async () => {
    expect(await check()).toEqual({ ok: true, name: "Thủ tục Cà Mau (thử)" });
  });

  it("carries the token in the header alone", async () => {
    await check();
    const [call] = standIn.state.calls;
    expect(call).toMatchObject({ path: PATH, query: "", headers: { access_token: "AT-1-secret" } });
    expect(call?.headers).not.toHaveProperty("appsecret_proof");
  });

  it("proves the app's secret where the app asks for it", async () => {
    await standIn.close();
    standIn = await ZaloOaStandIn.start({ proof: true });
    expect(await check()).toMatchObject({ ok: true });
    expect(standIn.state.calls[0]?.headers.appsecret_proof).toBe(appsecretProof("example-app-secret", "AT-1-secret"));
    expect(await check({ proof: false })).toMatchObject({
      ok: false,
      reason: expect.stringContaining("ZALO_APP_SECRET"),
    });
  });

  it("uses the token that a running service keeps", async () => {
    const store = new MemoryStore();
    await store.put("zalo/tokens", { accessToken: "AT-1-secret", refreshToken: "RT-1", refreshAt: 0, used: [] });
    expect(await check({ accessToken: "old" }, store)).toMatchObject({ ok: true });
    expect(await check({ accessToken: "old" })).toMatchObject({ ok: false });
  });

  it("knows without asking that there is no token, or none to be had", async () => {
    expect(await check({ accessToken: undefined })).toMatchObject({
      ok: false,
      reason: expect.stringMatching(/no access/),
    });
    const store = new MemoryStore();
    await store.put("zalo/tokens", { refreshToken: "RT-1", refreshAt: 0, used: [], stopped: "-14002 Invalid appId" });
    const reason = expect.stringContaining("-14002 Invalid appId");
    expect(await check({}, store)).toEqual({ ok: false, reason });
    expect(standIn.state.calls).toEqual([]);
  });

  it.each([
    ["a wrong token", tokenInvalid, /^Zalo answered -216: /],
    ["an account that is disabled", error(-204), /^Zalo answered -204: the Official Account is disabled/],
    ["an error that nobody knows", error(-9999), /^Zalo answered -9999$/],
    ["a fault of Zalo", broken, /HTTP 500/],
    ["a page in place of the answer", pageInstead, /cannot be read/],
    ["a broken connection", cutBefore, /ECONNRESET/],
    ["an address elsewhere", { kind: "moved", to: "http://127.0.0.1:9/" } as const, /HTTP 302/],
  ])("says what is wrong, and no token: %s", async (_, fault, reason) => {
    standIn.faults.plan(PATH, fault);
    const health = await check();
    expect(health).toEqual({ ok: false, reason: expect.stringMatching(reason) });
    expect(JSON.stringify(health)).not.toContain("AT-1");
  });

  it("asks several servers at a time, each its own", async () => {
    const other = await ZaloOaStandIn.start();
    other.faults.plan(PATH, error(-204));
    const [one, two] = await Promise.all([check(), check({ apiRoot: other.root })]);
    expect([one.ok, two.ok]).toEqual([true, false]);
    await other.close();
  });
});
