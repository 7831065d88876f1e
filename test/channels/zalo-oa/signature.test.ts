import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { appsecretProof, isSigned, signatureOf } from "../../../src/channels/zalo-oa/signature.ts";

const KEYS = { appId: "1000000000000000001", oaSecret: "example-oa-secret-key" };
const TIMESTAMP = "1790000000000";
const BODY = Buffer.from(
  '{"app_id":"1000000000000000001","sender":{"id":"2000000000000000002"},"recipient":{"id":"3000000000000000003"},"user_id_by_app":"4000000000000000004","event_name":"user_send_text","message":{"text":"Xin chào","msg_id":"msg-0001"},"timestamp":"1790000000000"}',
);
const MAC = "mac=a2fa77471c7750c7af5671e657007571c791a1ee7e09e156ab83b81510b2d05b";

describe("the signature of an event", () => {
  it("is that of a known example", () => {
    expect(BODY).toHaveLength(259);
    expect(signatureOf(KEYS, BODY, TIMESTAMP)).toBe(MAC);
    expect(isSigned(KEYS, BODY, TIMESTAMP, MAC)).toBe(true);
  });

  it.each([
    ["none", ""],
    ["without its name", MAC.slice(4)],
    ["truncated", MAC.slice(0, -1)],
    ["longer", `${MAC}0`],
    ["in capitals", MAC.toUpperCase()],
    ["another", MAC.replace("a2", "a3")],
    ["with a blank", `${MAC} `],
  ])("is believed in no other form: %s", (_, given) => {
    expect(isSigned(KEYS, BODY, TIMESTAMP, given)).toBe(false);
  });

  it("belongs to one app, one account, one time and these bytes", () => {
    expect(isSigned({ ...KEYS, appId: "1000000000000000002" }, BODY, TIMESTAMP, MAC)).toBe(false);
    expect(isSigned({ ...KEYS, oaSecret: "example-app-secret" }, BODY, TIMESTAMP, MAC)).toBe(false);
    expect(isSigned(KEYS, BODY, "1790000000001", MAC)).toBe(false);
    expect(isSigned(KEYS, Buffer.from(JSON.stringify(JSON.parse(String(BODY)), null, 1)), TIMESTAMP, MAC)).toBe(false);
  });

  it("breaks with any changed byte", () => {
    fc.assert(
      fc.property(fc.nat(BODY.length - 1), fc.integer({ min: 1, max: 255 }), (at, change) => {
        const changed = Buffer.from(BODY);
        changed[at] = (changed[at] ?? 0) ^ change;
        return !isSigned(KEYS, changed, TIMESTAMP, MAC);
      }),
    );
  });

  it("is made of bytes, whatever they are", () => {
    fc.assert(
      fc.property(fc.uint8Array(), fc.string(), (body, timestamp) =>
        isSigned(KEYS, body, timestamp, signatureOf(KEYS, body, timestamp)),
      ),
    );
  });
});

describe("the proof of the app's secret", () => {
  it("is that of a known example", () => {
    expect(appsecretProof("example-app-secret", "example-access-token")).toBe(
      "86d0c7f68d407d377907275842279121c9016c1a43704420cc6585f210bc95bf",
    );
  });

  it("is another for another token or secret", () => {
    const proof = appsecretProof("example-app-secret", "example-access-token");
    expect(appsecretProof("example-app-secret", "example-access-token2")).not.toBe(proof);
    expect(appsecretProof("example-app-secret2", "example-access-token")).not.toBe(proof);
  });
});
