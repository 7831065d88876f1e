import { describe, expect, it } from "vitest";
import { createIntake } from "../../../src/channels/zalo-bot/intake.ts";
import { createWebhook } from "../../../src/channels/zalo-bot/webhook.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { surroundings } from "../../surroundings.ts";

const headers = { "x-bot-api-secret-token": "s-12345678" };
const message = {
  message_id: "bm-1",
  from: { id: "u-1", display_name: "Lan", is_bot: false },
  chat: { id: "u-1", chat_type: "PRIVATE" },
  date: 1_795_489_200_000,
};
const event_name = "message.text.received";

function open() {
  const { log, logged, now } = surroundings();
  const inbox: Inbound[] = [];
  const accept = async (inbound: Inbound) => {
    inbox.push(inbound);
    return "new" as const;
  };
  const intake = createIntake({ accept, log, now, onNew: () => {} });
  const { receive } = createWebhook("s-12345678", () => intake);
  return { inbox, logged, receive: (body: string | Uint8Array) => receive(Buffer.from(body), headers) };
}

describe("what comes to the webhook with the right secret", () => {
  it.each(["", "{", "\u0000", '{"ok":true', "[".repeat(100_000)])(
    "is refused when it is no JSON: %.20j",
    async (body) => {
      const { receive, inbox } = open();
      expect(await receive(body)).toBe(400);
      expect(inbox).toEqual([]);
    },
  );

  it.each([
    ["null", null],
    ["a list", []],
    ["a text", "update"],
    ["an empty envelope", { ok: true, result: null }],
    ["no id", { event_name, message: { ...message, message_id: undefined, text: "a" } }],
    ["an empty id", { event_name, message: { ...message, message_id: "", text: "a" } }],
    ["an id that is a number", { event_name, message: { ...message, message_id: 1, text: "a" } }],
    ["no chat", { event_name, message: { ...message, chat: undefined, text: "a" } }],
    ["no writer", { event_name, message: { ...message, from: undefined, text: "a" } }],
    ["a text that is a list", { event_name, message: { ...message, text: ["a"] } }],
    ["a time that is a text", { event_name, message: { ...message, date: "now", text: "a" } }],
  ])("is taken off the platform's hands, unread and logged once, when its shape is wrong: %s", async (_, update) => {
    const { receive, inbox, logged } = open();
    expect(await receive(JSON.stringify(update))).toBe(200);
    expect(inbox).toEqual([]);
    expect(logged).toMatchObject([{ level: 40, msg: "an update that cannot be read is left alone" }]);
  });

  it("is not for us when it is of another kind", async () => {
    const { receive, inbox, logged } = open();
    expect(await receive(JSON.stringify({ event_name: "bot.left", message }))).toBe(200);
    expect(inbox).toEqual([]);
    expect(logged).toMatchObject([{ level: 20, event: "bot.left" }]);
  });

  it("is read the same with and without its envelope", async () => {
    const { receive, inbox } = open();
    const update = { event_name, message: { ...message, text: "a" } };
    expect(await receive(JSON.stringify(update))).toBe(200);
    expect(await receive(JSON.stringify({ ok: true, result: update }))).toBe(200);
    expect(inbox[1]).toEqual(inbox[0]);
  });

  it("is read whole when it is large or nested deep where we do not look", async () => {
    const { receive, inbox } = open();
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    const body = JSON.stringify({ event_name, message: { ...message, text: "x".repeat(100_000) } });
    expect(await receive(body.replace('"event_name"', `"extra":${deep},"event_name"`))).toBe(200);
    expect(inbox[0]?.text).toHaveLength(100_000);
  });

  it("may hold half surrogates and bytes that are no UTF-8", async () => {
    const { receive, inbox } = open();
    const body = JSON.stringify({ event_name, message: { ...message, text: "a\ud800b" } });
    expect(await receive(body)).toBe(200);
    expect(await receive(Buffer.from(body.replace("a\\ud800b", "\u00ff"), "latin1"))).toBe(200);
    expect(inbox.map(({ text }) => text)).toEqual(["a\ud800b", "\ufffd"]);
  });

  it("keeps ids exact, however many digits they have", async () => {
    const { receive, inbox } = open();
    const id = "9007199254740993123";
    await receive(
      JSON.stringify({ message: { ...message, message_id: id, chat: { ...message.chat, id }, text: "a" } }),
    );
    expect(inbox[0]).toMatchObject({ id, person: id });
  });
});
