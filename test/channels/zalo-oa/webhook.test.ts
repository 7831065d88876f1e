import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { WEBHOOK_PATH } from "../../../src/channels/zalo-oa/webhook.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { AppError } from "../../../src/core/errors.ts";
import { until } from "../../until.ts";
import { openRig, type ZaloOaRig } from "./rig.ts";
import { NOW, openWebhook, TEXT } from "./webhook-rig.ts";

describe("what comes with the right signature", () => {
  it.each(["", "{", "\u0000", "nope", "[".repeat(100_000)])("is refused when it is no JSON: %.20j", async (body) => {
    const { signed, inbox } = openWebhook();
    expect(await signed(body)).toBe(400);
    expect(inbox).toEqual([]);
  });

  it("is refused when it is larger than any event", async () => {
    const { signed, inbox } = openWebhook();
    expect(await signed(JSON.stringify({ ...TEXT, extra: "x".repeat(10 << 20) }))).toBe(400);
    expect(inbox).toEqual([]);
  });

  it.each([
    ["null", null],
    ["a list", [TEXT]],
    ["a text", "user_send_text"],
    ["nothing", {}],
    ["no name", { ...TEXT, event_name: undefined }],
    ["no sender", { ...TEXT, sender: undefined }],
    ["an empty sender", { ...TEXT, sender: { id: "" } }],
    ["a sender that is a list", { ...TEXT, sender: { id: ["2"] } }],
    ["a message that is a text", { ...TEXT, message: "a" }],
    ["attachments that are none", { ...TEXT, event_name: "user_send_image", message: { attachments: {} } }],
  ])("is taken off Zalo's hands, unread and logged once, when its shape is wrong: %s", async (_, event) => {
    const { signed, inbox, logged } = openWebhook();
    expect(await signed(JSON.stringify(event))).toBe(200);
    expect(inbox).toEqual([]);
    expect(logged).toMatchObject([{ level: 40, msg: "an event that cannot be read is left alone" }]);
  });

  it("is ignored when it is of a kind that is not for us, and its kind is logged once", async () => {
    const { signed, inbox, logged } = openWebhook();
    for (const event_name of ["user_seen_message", "something_new", "user_seen_message", "something_new"]) {
      expect(await signed(JSON.stringify({ event_name, timestamp: NOW }))).toBe(200);
    }
    expect(inbox).toEqual([]);
    expect(logged.map(({ event }) => event)).toEqual(["user_seen_message", "something_new"]);
  });

  it("keeps ids exact, also those written as numbers", async () => {
    const { signed, inbox } = openWebhook();
    const body = JSON.stringify(TEXT).replace('"2000000000000000002"', "2000000000000000003");
    await signed(body.replace('"msg_id":"msg-0001"', '"msg_id":"90071992547409930001"'));
    expect(inbox[0]).toMatchObject({ id: "90071992547409930001", person: "2000000000000000003" });
  });

  it("means the last of two equal keys, in every place", async () => {
    const { signed, inbox } = openWebhook();
    await signed(JSON.stringify(TEXT).replace('"text":', '"text":"một","text":').replace('{"id":', '{"id":"1","id":'));
    expect(inbox).toMatchObject([{ text: "Xin chào", person: "2000000000000000002" }]);
  });

  it("has no hidden ways to say something", async () => {
    const { signed, inbox } = openWebhook();
    const { sender, ...rest } = TEXT;
    await signed(JSON.stringify(rest).replace("{", `{"__proto__":${JSON.stringify({ sender })},`));
    expect(inbox).toEqual([]);
  });

  it("may hold half surrogates and bytes that are no UTF-8", async () => {
    const { signed, inbox } = openWebhook();
    const body = JSON.stringify({ ...TEXT, message: { msg_id: "1", text: "a\ud800b" } });
    expect(await signed(body)).toBe(200);
    expect(await signed(Buffer.from(body.replace("a\\ud800b", "\u00ff"), "latin1"))).toBe(200);
    expect(inbox.map(({ text }) => text)).toEqual(["a\ud800b", "\ufffd"]);
  });

  it("is read whole when it is large or nested deep where we do not look", async () => {
    const { signed, inbox } = openWebhook();
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    const body = JSON.stringify({ ...TEXT, message: { msg_id: "1", text: "x".repeat(100_000) } });
    expect(await signed(body.replace('"event_name"', `"extra":${deep},"event_name"`))).toBe(200);
    expect(inbox[0]?.text).toHaveLength(100_000);
  });

  it("has the fingerprint of its bytes for an id when it has none of its own", async () => {
    const { signed, inbox, answers } = openWebhook();
    const follow = { event_name: "follow", follower: { id: "2000000000000000002" }, timestamp: NOW };
    for (const event of [follow, follow, { ...follow, timestamp: "1795489200001" }]) {
      await signed(JSON.stringify(event));
    }
    expect(inbox[0]?.id).toMatch(/^[0-9a-f]{64}$/);
    expect(answers).toEqual(["new", "seen", "new"]);
  });

  it("comes again when it was not kept, and the log does not repeat it", async () => {
    const { signed, setAccept, logged } = openWebhook();
    setAccept(async () => {
      throw new AppError("store_down", "the store does not answer", "");
    });
    expect(await signed(JSON.stringify(TEXT))).toBe(503);
    expect(logged).toMatchObject([{ level: 50, code: "store_down" }]);
    expect(JSON.stringify(logged)).not.toContain("Xin chào");
    setAccept(undefined);
    expect(await signed(JSON.stringify(TEXT))).toBe(503);
  });
});

describe("over the line", () => {
  let rig: ZaloOaRig;
  let inbox: Inbound[];
  beforeEach(async () => {
    rig = await openRig();
    inbox = [];
  });
  afterEach(async () => {
    await rig.channel.stop();
    await rig.close();
  });

  it("is repeated with num_retry until it is kept, as the same message", async () => {
    let refusals = 3;
    await rig.channel.start(async (inbound) => {
      if (refusals-- > 0) throw new AppError("store_down", "away", "");
      inbox.push(inbound);
      return "new";
    });
    rig.says("một");
    await until(() => inbox.length === 1);
    await until(() => rig.standIn.deliveries.answers.length === 4);
    const { answers } = rig.standIn.deliveries;
    expect(answers.map(({ status, retry, headers }) => [status, retry, headers.num_retry])).toEqual([
      [503, 0, undefined],
      [503, 1, "1"],
      [503, 2, "2"],
      [200, 3, "3"],
    ]);
  });

  it("is mounted where the console sends its unsigned probe", async () => {
    expect(rig.channel.webhook?.path).toBe(WEBHOOK_PATH);
    expect(await rig.standIn.probe()).toBe(200);
  });
});
