import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { isSecretName, maskCredentials } from "../../src/text/credentials.ts";

const TOKEN = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw";

describe("maskCredentials", () => {
  it.each([
    [
      `POST https://api.telegram.org/bot${TOKEN}/getMe failed`,
      "POST https://api.telegram.org/bot‹secret›/getMe failed",
    ],
    [`/file/bot${TOKEN}/photos/1.jpg`, "/file/bot‹secret›/photos/1.jpg"],
    [`token ${TOKEN} is wrong`, "token ‹secret› is wrong"],
    ["GET /x?access_token=abc.def&data=1", "GET /x?access_token=‹secret›&data=1"],
    [
      "grant_type=refresh_token&refresh_token=RT-1&app_id=5",
      "grant_type=refresh_token&refresh_token=‹secret›&app_id=5",
    ],
    ['{"access_token":"AT-1","expires_in":"90000"}', '{"access_token":"‹secret›","expires_in":"90000"}'],
    ["secret_key: my-app-secret", "secret_key: ‹secret›"],
    ["Authorization: Bearer abcdef.123456", "Authorization: Bearer ‹secret›"],
    ["Basic dXNlcjpwYXNz", "Basic ‹secret›"],
    ["redis://user:pass@10.0.0.1:6379/0", "redis://user:‹secret›@10.0.0.1:6379/0"],
    ["redis://:pass@redis", "redis://:‹secret›@redis"],
    ["LLM_API_KEY=sk-123", "LLM_API_KEY=‹secret›"],
  ])("hides what is secret in %s", (text, masked) => {
    expect(maskCredentials(text)).toBe(masked);
    expect(maskCredentials(masked)).toBe(masked);
  });

  it.each([
    "https://dichvucong.gov.vn:443/p/home",
    "lúc 15:30, ngày 24/11/2026",
    "không có mật khẩu",
    "route=/webhooks/zalo",
  ])("leaves %s alone", (text) => {
    expect(maskCredentials(text)).toBe(text);
  });

  it("hides a token wherever it stands in an address", () => {
    const token = fc.tuple(fc.integer({ min: 10_000, max: 9_999_999_999 }), fc.stringMatching(/^[\w-]{35}$/));
    fc.assert(
      fc.property(token, fc.webPath(), ([bot, secret], path) => {
        const masked = maskCredentials(`https://api.example/bot${bot}:${secret}${path}`);
        expect(masked).not.toContain(`${bot}:${secret}`);
      }),
    );
  });
});

describe("isSecretName", () => {
  it.each([
    "authorization",
    "Cookie",
    "access_token",
    "refreshToken",
    "secret_key",
    "ZALO_APP_SECRET",
    "password",
    "apiKey",
    "headers",
    "body",
  ])("%s is", (name) => expect(isSecretName(name)).toBe(true));
  it.each(["", "route", "status", "msg", "time", "person", "channel", "0"])("%j is not", (name) => {
    expect(isSecretName(name)).toBe(false);
  });
});
