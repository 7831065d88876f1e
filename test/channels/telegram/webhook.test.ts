import { describe, expect, it } from "vitest";
import { createIntake } from "../../../src/channels/telegram/intake.ts";
import { createWebhook } from "../../../src/channels/telegram/webhook.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { surroundings } from "../../surroundings.ts";

const headers = { "x-telegram-bot-api-secret-token": "s-1" };
const from = { id: 7_000_000_001, first_name: "Lan" };
const message = { message_id: 1, date: 1_795_489_200, chat: { id: from.id, type: "private" }, from };

function open() {
  const { log, logged, now } = surroundings();
  const inbox: Inbound[] = [];
  const accept = async (inbound: Inbound) => {
    inbox.push(inbound);
    return "new" as const;
  };
  const intake = createIntake({ bot: 1, accept, log, now, onPress: () => {}, onNew: () => {} });
  const { receive } = createWebhook("s-1", () => intake);
  return { inbox, logged, receive: (body: string | Uint8Array) => receive(Buffer.from(body), headers) };
}

describe("what comes to the webhook with the right secret", () => {
  it.each(["", "{", "\u0000", '{"update_id":1', "[".repeat(100_000)])(
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
    ["no id", { message: { ...message, text: "a" } }],
    ["an id above 2^53", { update_id: 2 ** 53 + 2, message: { ...message, text: "a" } }],
    ["an id that is a text", { update_id: "1", message: { ...message, text: "a" } }],
    ["no chat", { update_id: 1, message: { ...message, chat: undefined, text: "a" } }],
    ["a chat above 2^53", { update_id: 1, message: { ...message, chat: { id: 2 ** 53, type: "private" }, text: "a" } }],
    ["a text that is a list", { update_id: 1, message: { ...message, text: ["a"] } }],
    ["a press without a person", { update_id: 1, callback_query: { id: "1", data: "#h" } }],
  ])("is taken off Telegram's hands, unread and logged once, when its shape is wrong: %s", async (_, update) => {
    const { receive, inbox, logged } = open();
    expect(await receive(JSON.stringify(update))).toBe(200);
    expect(inbox).toEqual([]);
    expect(logged).toHaveLength(1);
    expect(logged[0]).toMatchObject({ level: 40, msg: "an update that cannot be read is left alone" });
  });

  it("is not for us when it is of another kind", async () => {
    const { receive, inbox } = open();
    expect(await receive('{"update_id":1,"chat_boost":{}}')).toBe(200);
    expect(inbox).toEqual([]);
  });

  it("is read whole when it is large or nested deep where we do not look", async () => {
    const { receive, inbox } = open();
    const deep = `${'{"a":'.repeat(5_000)}1${"}".repeat(5_000)}`;
    const body = JSON.stringify({ update_id: 1, message: { ...message, text: "x".repeat(100_000) } });
    expect(await receive(body.replace('"update_id"', `"extra":${deep},"update_id"`))).toBe(200);
    expect(inbox[0]?.text).toHaveLength(100_000);
  });

  it("means the last of two equal keys, as everywhere in JSON", async () => {
    const { receive, inbox } = open();
    const body = JSON.stringify({ update_id: 1, message: { ...message, text: "hai" } });
    expect(await receive(body.replace('"text":', '"text":"một","text":'))).toBe(200);
    expect(inbox[0]?.text).toBe("hai");
  });

  it("may hold half surrogates and bytes that are no UTF-8", async () => {
    const { receive, inbox } = open();
    const body = JSON.stringify({ update_id: 1, message: { ...message, text: "a\ud800b" } });
    expect(await receive(body)).toBe(200);
    expect(await receive(Buffer.from(body.replace("a\\ud800b", "\u00ff"), "latin1"))).toBe(200);
    expect(inbox.map(({ text }) => text)).toEqual(["a\ud800b", "\ufffd"]);
  });

  it("keeps the largest ids exact", async () => {
    const { receive, inbox } = open();
    const id = Number.MAX_SAFE_INTEGER;
    const update = { update_id: id, message: { ...message, chat: { id: id - 2, type: "private" }, text: "a" } };
    await receive(JSON.stringify(update));
    expect(inbox[0]).toMatchObject({ id: "9007199254740991", person: "9007199254740989" });
  });
});
