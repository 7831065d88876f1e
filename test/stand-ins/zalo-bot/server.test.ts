import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mount } from "../../mount.ts";
import { until } from "../../until.ts";
import { badGateway, cutAfter, cutBefore } from "../telegram/fault.ts";
import { ZaloBotStandIn } from "./server.ts";

let standIn: ZaloBotStandIn;
beforeEach(async () => {
  standIn = await ZaloBotStandIn.start({ now: () => new Date(1_795_489_200_123) });
});
afterEach(() => standIn.close());

async function call(method: string, payload: unknown = {}, token = standIn.state.token) {
  const body = typeof payload === "string" ? payload : JSON.stringify(payload);
  const response = await fetch(`${standIn.root}/bot${token}/${method}`, { method: "POST", body });
  return { http: response.status, ...((await response.json()) as object) };
}

const fails = (error_code: number, description: string) => ({ http: 200, ok: false, error_code, description });

describe("the stand-in of the Zalo Bot Platform", () => {
  it("knows its bot by the token alone, and says no with HTTP 200", async () => {
    expect(await call("getMe")).toMatchObject({ http: 200, ok: true, result: { id: "1459232241454765289" } });
    expect(await call("getMe", {}, "1:sai")).toEqual(fails(401, "Unauthorized"));
    expect(await call("editMessage")).toEqual(fails(404, "Not found"));
    expect(await call("getMe", "{")).toEqual(fails(400, "Bad Request: can't parse JSON"));
  });

  it("gives each update out once, one a call", async () => {
    const phone = standIn.phone();
    phone.says("một");
    phone.says("hai");
    expect(await call("getUpdates", { timeout: 30 })).toEqual({
      http: 200,
      ok: true,
      result: {
        event_name: "message.text.received",
        message: {
          message_id: "bm-1",
          from: { id: "u-1", display_name: "Lan", is_bot: false },
          chat: { id: "u-1", chat_type: "PRIVATE" },
          date: 1_795_489_200_123,
          text: "một",
        },
      },
    });
    expect(await call("getUpdates")).toMatchObject({ result: { message: { text: "hai" } } });
    expect(await call("getUpdates", { timeout: 0.01 })).toEqual(fails(408, "Request timeout"));
  });

  it("holds a call open until there is news", async () => {
    const update = call("getUpdates", { timeout: 30 });
    await until(() => standIn.state.updates.polled);
    standIn.phone().says("một");
    expect(await update).toMatchObject({ ok: true, result: { message: { text: "một" } } });
  });

  it("gives nothing out to a caller who has hung up", async () => {
    const hangUp = new AbortController();
    const address = `${standIn.root}/bot${standIn.state.token}/getUpdates`;
    const update = fetch(address, { method: "POST", body: "{}", signal: hangUp.signal }).catch(() => "hung up");
    await until(() => standIn.state.updates.polled);
    hangUp.abort();
    expect(await update).toBe("hung up");
    await until(() => !standIn.state.updates.polled);
    standIn.phone().says("một");
    expect(standIn.state.updates.size).toBe(1);
  });

  it("is not asked while a webhook is set", async () => {
    const info = { url: "http://127.0.0.1:9/", updated_at: 1_795_489_200_123 };
    expect(await call("setWebhook", { url: info.url, secret_token: "s-12345678" })).toMatchObject({ result: info });
    expect(await call("getWebhookInfo")).toMatchObject({ result: info });
    expect(await call("getUpdates")).toMatchObject({ ok: false, error_code: 400 });
    expect(await call("deleteWebhook")).toMatchObject({ result: { ...info, url: "" } });
    expect(await call("getUpdates", { timeout: 0 })).toMatchObject({ error_code: 408 });
  });

  it.each(["1234567", "x".repeat(257), undefined])("takes no webhook secret %.10j", async (secret_token) => {
    expect(await call("setWebhook", { url: "http://127.0.0.1:9/", secret_token })).toMatchObject({ error_code: 400 });
    expect(standIn.state.webhook).toBeUndefined();
  });

  it("takes texts of 1 to 2,000 characters to people it knows and who have not blocked the bot", async () => {
    const phone = standIn.phone();
    const send = (text: unknown, chat_id: unknown = phone.person.id) => call("sendMessage", { chat_id, text });
    expect(await send("x".repeat(2_000))).toMatchObject({ ok: true, result: { date: 1_795_489_200_123 } });
    expect(await send("x".repeat(2_001))).toEqual(fails(400, "Bad Request: text is too long"));
    expect(await send(" ")).toEqual(fails(400, "Bad Request: text is empty"));
    expect(await send("a", "u-9")).toEqual(fails(400, "Bad Request: chat not found"));
    phone.blocks();
    expect(await send("a")).toEqual(fails(403, "Forbidden"));
    expect(standIn.state.sent).toHaveLength(1);
  });

  it("takes pictures by https address alone, and knows no action but typing", async () => {
    const chat_id = standIn.phone().person.id;
    const photo = "https://example.org/a.png";
    expect(await call("sendPhoto", { chat_id, photo, caption: "a" })).toMatchObject({ ok: true });
    expect(await call("sendPhoto", { chat_id, photo: "http://example.org/a.png" })).toMatchObject({ error_code: 400 });
    expect(await call("sendPhoto", { chat_id, photo, caption: "x".repeat(2_001) })).toMatchObject({ error_code: 400 });
    expect(await call("sendChatAction", { chat_id, action: "typing" })).toEqual({ http: 200, ok: true });
    expect(await call("sendChatAction", { chat_id, action: "dancing" })).toMatchObject({ error_code: 400 });
    expect(standIn.phone().received).toEqual([{ message_id: "bm-1", chat: chat_id, photo, text: "a" }]);
  });

  it("fails as it is told, one call at a time", async () => {
    const chat_id = standIn.phone().person.id;
    standIn.faults.plan("sendMessage", badGateway, cutBefore, cutAfter);
    const send = () => call("sendMessage", { chat_id, text: "a" });
    await expect(send()).rejects.toThrow();
    await expect(send()).rejects.toThrow();
    expect(standIn.state.sent).toHaveLength(0);
    await expect(send()).rejects.toThrow();
    expect(standIn.state.sent).toHaveLength(1);
    expect(await send()).toMatchObject({ ok: true });
  });
});

describe("its webhook deliveries", () => {
  it("carry the secret and the envelope, keep the order, and come again until they are taken", async () => {
    const path = "/webhooks/zalo-bot";
    const told: unknown[] = [];
    const secrets = new Set<unknown>();
    const statuses = [503, 401, 200, 200] as const;
    const mounted = await mount(path, () => ({
      path,
      async receive(body, headers) {
        secrets.add(headers["x-bot-api-secret-token"]);
        const { ok, result } = JSON.parse(Buffer.from(body).toString());
        told.push([ok, result.message.text]);
        return statuses[told.length - 1] ?? 200;
      },
    }));
    const phone = standIn.phone();
    phone.says("một");
    phone.says("hai");
    await call("setWebhook", { url: mounted.url, secret_token: "s-12345678" });
    await until(() => standIn.state.updates.size === 0);
    expect(told.map((one) => JSON.stringify(one))).toEqual([
      '[true,"một"]',
      '[true,"một"]',
      '[true,"một"]',
      '[true,"hai"]',
    ]);
    expect(standIn.answers).toEqual([...statuses]);
    expect([...secrets]).toEqual(["s-12345678"]);
    await mounted.close();
  });
});
