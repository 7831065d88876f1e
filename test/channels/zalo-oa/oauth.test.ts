import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { renewPair } from "../../../src/channels/zalo-oa/oauth.ts";
import { broken, cutBefore, error, pageInstead, tooMany } from "../../stand-ins/zalo-oa/fault.ts";
import { OAUTH_PATH } from "../../stand-ins/zalo-oa/oauth.ts";
import { ZaloOaStandIn } from "../../stand-ins/zalo-oa/server.ts";

let standIn: ZaloOaStandIn;
const renew = (token: string, more = {}) => {
  const { appId, appSecret } = standIn.app;
  return renewPair({ appId, appSecret, oauthRoot: standIn.root, ...more }, token);
};

beforeEach(async () => {
  standIn = await ZaloOaStandIn.start();
});
afterEach(() => standIn.close());

describe("renewing a pair of tokens", () => {
  it("gives a new pair with its life in seconds", async () => {
    expect(await renew("RT-1-secret")).toEqual({
      status: "renewed",
      accessToken: "AT-2-secret",
      refreshToken: "RT-2-secret",
      seconds: 90_000,
    });
  });

  it("sends a form, and the app's secret in a header", async () => {
    await renew("RT-1-secret");
    const [call] = standIn.state.calls;
    expect(call).toMatchObject({
      path: "/v4/oa/access_token",
      query: "",
      body: "grant_type=refresh_token&app_id=1000000000000000001&refresh_token=RT-1-secret",
      headers: { secret_key: "example-app-secret" },
    });
    expect(call?.headers["content-type"]).toMatch(/^application\/x-www-form-urlencoded/);
  });

  it("is refused with a token that was used, a wrong app and a wrong secret", async () => {
    await renew("RT-1-secret");
    expect(await renew("RT-1-secret")).toMatchObject({ status: "refused", reason: "Invalid refresh token" });
    expect(await renew("RT-2-secret", { appId: "1" })).toMatchObject({ status: "refused", code: -14002 });
    expect(await renew("RT-2-secret", { appSecret: "x" })).toMatchObject({ status: "refused" });
  });

  it.each([
    ["a rate limit", error(-32), "rate limit"],
    ["HTTP 429", tooMany, "rate limit"],
    ["a fault of Zalo", broken, "HTTP 500"],
    ["a page in place of the answer", pageInstead, "HTTP 200"],
    ["a broken connection", cutBefore, expect.stringMatching(/^(UND_ERR_SOCKET|ECONNRESET)$/)],
    ["an address elsewhere", { kind: "moved", to: "http://127.0.0.1:9/" } as const, expect.any(String)],
  ])("can be tried again after %s", async (_, fault, reason) => {
    standIn.faults.plan(OAUTH_PATH, fault);
    expect(await renew("RT-1-secret")).toEqual({ status: "later", reason });
    expect(await renew("RT-1-secret")).toMatchObject({ status: "renewed" });
  });

  it("can be tried again after an answer that cannot be read", async () => {
    standIn.faults.plan(OAUTH_PATH, { kind: "error", code: Number.NaN, message: "" });
    expect(await renew("RT-1-secret")).toMatchObject({ status: "later" });
  });

  it("tells of no token in its reason when nobody answers", async () => {
    const answer = await renew("RT-1-secret", { oauthRoot: "http://127.0.0.1:9" });
    expect(answer).toEqual({ status: "later", reason: expect.any(String) });
    expect(JSON.stringify(answer)).not.toContain("RT-1");
  });
});
