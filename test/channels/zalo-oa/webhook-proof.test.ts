import { describe, expect, it } from "vitest";
import { signatureOf } from "../../../src/channels/zalo-oa/signature.ts";
import { KEYS, NOW, openWebhook, TEXT } from "./webhook-rig.ts";

const HOUR = 3_600_000;

describe("who is believed", () => {
  const body = JSON.stringify(TEXT);
  const signature = signatureOf(KEYS, Buffer.from(body), NOW);

  it("is whoever knows the secret, with the time in the body or in the header", async () => {
    const { raw, inbox } = openWebhook();
    expect(await raw(body, { "x-zevent-signature": signature })).toBe(200);
    const later = "1795489200999";
    const headers = {
      "x-zevent-signature": signatureOf(KEYS, Buffer.from(body), later),
      "x-zevent-timestamp": later,
    };
    expect(await raw(body, headers)).toBe(200);
    expect(inbox).toHaveLength(2);
  });

  it.each([
    ["missing", {}],
    ["empty", { "x-zevent-signature": "" }],
    ["truncated", { "x-zevent-signature": signature.slice(0, 40) }],
    ["twice", { "x-zevent-signature": [signature, signature] }],
    ["of another account", { "x-zevent-signature": signatureOf({ ...KEYS, oaSecret: "x" }, Buffer.from(body), NOW) }],
    ["of another app", { "x-zevent-signature": signatureOf({ ...KEYS, appId: "1" }, Buffer.from(body), NOW) }],
    ["of other words", { "x-zevent-signature": signatureOf(KEYS, Buffer.from(body.replace("Xin", "Yin")), NOW) }],
    ["replayed as if it were new", { "x-zevent-signature": signature, "x-zevent-timestamp": "1795489300000" }],
    ["with two times", { "x-zevent-signature": signature, "x-zevent-timestamp": [NOW, NOW] }],
    ["an HMAC", { "x-zevent-signature": "mac=" }],
  ])("is nobody whose signature is %s", async (_, headers) => {
    const { raw, inbox } = openWebhook();
    expect(await raw(body, headers)).toBe(401);
    expect(inbox).toEqual([]);
  });

  it("is nobody without any time, or with no JSON and no signature", async () => {
    const { raw } = openWebhook();
    const { timestamp, ...timeless } = TEXT;
    const bytes = Buffer.from(JSON.stringify(timeless));
    expect(await raw(bytes, { "x-zevent-signature": signatureOf(KEYS, bytes, "") })).toBe(401);
    expect(await raw(bytes, { "x-zevent-signature": signatureOf(KEYS, bytes, "undefined") })).toBe(401);
    expect(await raw("{", { "x-zevent-signature": signature })).toBe(401);
    expect(await raw("", {})).toBe(401);
  });

  it("is Zalo up to two hours later, and a replay is seen as one", async () => {
    const { signed, answers } = openWebhook();
    const late = JSON.stringify({ ...TEXT, timestamp: String(Number(NOW) - 2 * HOUR) });
    expect(await signed(late)).toBe(200);
    expect(await signed(late)).toBe(200);
    expect(answers).toEqual(["new", "seen"]);
  });

  it("is not asked twice after so long that a replay could not be told any more", async () => {
    const { signed, inbox, logged } = openWebhook();
    expect(await signed(JSON.stringify({ ...TEXT, timestamp: String(Number(NOW) - 6 * 24 * HOUR - 1) }))).toBe(200);
    expect(inbox).toEqual([]);
    expect(logged).toMatchObject([{ level: 40, msg: expect.stringContaining("too old") }]);
    expect(JSON.stringify(logged)).not.toContain("Xin chào");
  });

  it("may be the console that tries the address, which changes nothing", async () => {
    const { raw, inbox, logged, setAccept } = openWebhook();
    setAccept(undefined);
    expect(await raw("{}")).toBe(200);
    expect(await raw(" {}\n")).toBe(200);
    expect(await raw('{"event_name":"follow"}')).toBe(401);
    expect(await raw("{}", { "x-zevent-signature": "mac=0" })).toBe(401);
    expect([inbox, logged]).toEqual([[], []]);
  });
});
