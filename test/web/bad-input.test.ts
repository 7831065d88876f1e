import { connect } from "node:net";
import { gzipSync } from "node:zlib";
import { afterEach, describe, expect, it } from "vitest";
import { createIntake } from "../../src/channels/telegram/intake.ts";
import { createWebhook as createTelegramWebhook } from "../../src/channels/telegram/webhook.ts";
import { signatureOf } from "../../src/channels/zalo-oa/signature.ts";
import { createWebhook as createZaloWebhook } from "../../src/channels/zalo-oa/webhook.ts";
import type { Inbound } from "../../src/core/conversation.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { addWebhooks } from "../../src/web/webhooks.ts";
import { surroundings } from "../surroundings.ts";

const KEYS = { appId: "1000000000000000001", oaSecret: "example-oa-secret-key" };
const SECRET = "mot-bi-mat_42";
const PLATFORMS = ["telegram", "zalo"] as const;
type Platform = (typeof PLATFORMS)[number];

/** A server with the real webhooks of both platforms, before a store that keeps everything in memory. */
function open() {
  const { log, logged, now, clock } = surroundings();
  const kept: Inbound[] = [];
  let store: "up" | "down" = "up";
  const accept = async (inbound: Inbound) => {
    if (store === "down") throw new Error("store down");
    kept.push(inbound);
    return "new" as const;
  };
  const intake = createIntake({ bot: 1, accept, log, now, onPress: () => {}, onNew: () => {} });
  const channels = [
    { name: "telegram", webhook: createTelegramWebhook(SECRET, () => intake) },
    { name: "zalo", webhook: createZaloWebhook({ keys: KEYS, log, now, accept: () => accept }) },
  ];
  const server = createServer({ log, readiness: () => "ready" });
  addWebhooks(server, channels, { limit: new RateLimit({ burst: 1_000, every: 1, people: 1, now }) });
  servers.push(server);

  function post(platform: Platform, payload: string | Buffer, headers: Readonly<Record<string, string>> = {}) {
    const timestamp = String(now().getTime());
    const proof =
      platform === "telegram"
        ? { "x-telegram-bot-api-secret-token": SECRET }
        : {
            "x-zevent-timestamp": timestamp,
            "x-zevent-signature": signatureOf(KEYS, Buffer.from(payload), timestamp),
          };
    const all = { "content-type": "application/json", ...proof, ...headers };
    return server.inject({ method: "POST", url: `/webhooks/${platform}`, payload, headers: all });
  }
  const warnings = () => logged.filter(({ level, msg }) => Number(level) >= 40 && msg !== "request");
  const setStore = (state: typeof store) => {
    store = state;
  };
  return { server, kept, logged, warnings, post, setStore, clock };
}

const servers: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(servers.splice(0).map((server) => server.close()));
});

/** A message with these words, as the platform writes it; `text` is put in as it stands, in JSON. */
function message(platform: Platform, text: string, name = '"Lan"'): string {
  return platform === "telegram"
    ? `{"update_id":7,"message":{"message_id":9,"date":1795000000,"chat":{"id":5,"type":"private"},"from":{"id":5,"is_bot":false,"first_name":${name}},"text":${text}}}`
    : `{"event_name":"user_send_text","sender":{"id":"2000000000000000002"},"recipient":{"id":"3"},"message":{"msg_id":"m-1","text":${text}}}`;
}

const DEEP = 200_000;

describe.each(PLATFORMS)("%s brings", (platform) => {
  it("10 MiB: refused with a clear answer, and the next call is served", async () => {
    const { kept, post } = open();
    const response = await post(platform, Buffer.alloc(10 * 1024 * 1024, 0x20));
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ error: "too_large" });
    expect((await post(platform, message(platform, '"chào"'))).statusCode).toBe(200);
    expect(kept.map(({ text }) => text)).toEqual(["chào"]);
  });

  it.each([
    ["as the whole", "[".repeat(DEEP) + "]".repeat(DEEP)],
    ["in objects", `${'{"a":'.repeat(DEEP / 2)}1${"}".repeat(DEEP / 2)}`],
    ["as the text", ""],
  ])("JSON nested deeply, %s: left alone, logged once", async (_, whole) => {
    const { kept, post, warnings } = open();
    const payload = whole || message(platform, "[".repeat(DEEP) + "]".repeat(DEEP));
    const response = await post(platform, payload);
    expect([200, 400]).toContain(response.statusCode);
    expect(kept.filter(({ text }) => text !== "")).toEqual([]);
    expect(warnings().length).toBeLessThanOrEqual(1);
  });

  it("equal keys: the last counts, once", async () => {
    const { kept, post } = open();
    expect((await post(platform, message(platform, '"một","text":"hai"'))).statusCode).toBe(200);
    expect(kept.map(({ text }) => text)).toEqual(["hai"]);
  });

  it.each(['"\\ud800"', '"a\\udc00b"', '"\\u0000"', '"\\u202e\\u2066"'])(
    "odd characters %s: a text like any other",
    async (text) => {
      const { kept, post } = open();
      expect((await post(platform, message(platform, text))).statusCode).toBe(200);
      expect(kept.map((one) => one.text)).toEqual([JSON.parse(text)]);
      expect(JSON.parse(JSON.stringify(kept[0]?.text))).toBe(kept[0]?.text);
    },
  );

  it("bytes that are no UTF-8: never an error of ours", async () => {
    const { post } = open();
    const [before = "", after = ""] = message(platform, '"§"').split("§");
    const payload = Buffer.concat([Buffer.from(before), Buffer.from([0xff, 0xfe, 0xc0]), Buffer.from(after)]);
    expect([200, 400]).toContain((await post(platform, payload)).statusCode);
  });

  it.each(["", " ", "{", "nul", "<xml/>", '{"a":}', "\ufeff"])("%j, which is no JSON: refused", async (payload) => {
    const { kept, post } = open();
    expect([400, 401]).toContain((await post(platform, payload)).statusCode);
    expect(kept).toEqual([]);
  });

  it.each([
    "null",
    "[]",
    "0",
    '"text"',
    "{ }",
    '{"update_id":"7"}',
    '{"update_id":8,"message":{}}',
    '{"event_name":7}',
    '{"event_name":"user_send_text"}',
  ])("%s, in which something is missing: left alone, logged once", async (payload) => {
    const { kept, post, warnings } = open();
    expect((await post(platform, payload)).statusCode).toBe(200);
    expect(kept).toEqual([]);
    expect(warnings().length).toBeLessThanOrEqual(1);
  });

  it("a prototype: a key like any other", async () => {
    const { kept, post } = open();
    const payload = message(platform, '"chào","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}');
    expect((await post(platform, payload)).statusCode).toBe(200);
    expect(kept).toHaveLength(1);
    expect(({} as { polluted?: number }).polluted).toBeUndefined();
  });

  it("a compressed body: refused, since nobody signs that", async () => {
    const { kept, post } = open();
    const response = await post(platform, gzipSync(message(platform, '"chào"')), { "content-encoding": "gzip" });
    expect([400, 415]).toContain(response.statusCode);
    expect(kept).toEqual([]);
  });

  it("a message while the store is down: asked to repeat it, and kept then", async () => {
    const { kept, post, setStore } = open();
    setStore("down");
    expect((await post(platform, message(platform, '"chào"'))).statusCode).toBe(503);
    setStore("up");
    expect((await post(platform, message(platform, '"chào"'))).statusCode).toBe(200);
    expect(kept).toHaveLength(1);
  });

  it("a payload that nobody gave out, typed by hand: handed on as a text to be doubted", async () => {
    const { kept, post } = open();
    await post(platform, message(platform, '"#p/9.999999/fee"'));
    expect(kept).toHaveLength(1);
    expect(kept[0]?.text).toContain("p/9.999999/fee");
  });
});

describe("a call that is not the platform's", () => {
  it.each([
    ["telegram", { "x-telegram-bot-api-secret-token": "wrong" }],
    ["telegram", { "x-telegram-bot-api-secret-token": "" }],
    ["telegram", { "x-telegram-bot-api-secret-token": SECRET.slice(0, -1) }],
    ["zalo", { "x-zevent-signature": "mac=00" }],
    ["zalo", { "x-zevent-signature": "" }],
    ["zalo", { "x-zevent-timestamp": "1" }],
    ["telegram", {}],
    ["zalo", {}],
  ] as const)("%s %j: refused, unless it is proved", async (platform, headers) => {
    const { kept, post } = open();
    const proved = Object.keys(headers).length === 0;
    expect((await post(platform, message(platform, '"chào"'), headers)).statusCode).toBe(proved ? 200 : 401);
    expect(kept).toHaveLength(proved ? 1 : 0);
  });

  it("signed for other bytes: refused", async () => {
    const { kept, server } = open();
    const headers = { "x-zevent-timestamp": "1", "x-zevent-signature": signatureOf(KEYS, Buffer.from("{}"), "1") };
    const payload = message("zalo", '"chào"');
    expect((await server.inject({ method: "POST", url: "/webhooks/zalo", payload, headers })).statusCode).toBe(401);
    expect(kept).toEqual([]);
  });
});

describe("what the log keeps of it", () => {
  it("is neither words nor names nor proofs", async () => {
    const { logged, post } = open();
    const name = '"<b>Nguyễn Văn Bí Mật</b>"';
    for (const platform of PLATFORMS) {
      await post(platform, message(platform, '"căn cước 096000000001"', name));
      await post(platform, '{"event_name":"căn cước 096000000001"', {});
    }
    expect(JSON.stringify(logged)).not.toMatch(/096000000001|Bí Mật|mot-bi-mat|mac=/);
  });
});

describe("ids above 2^53", () => {
  it.each(["9007199254740993", '"2000000000000000003"'])("stay exact: %s", async (id) => {
    const { kept, post } = open();
    await post("zalo", message("zalo", '"chào"').replace('"2000000000000000002"', id));
    expect(kept[0]?.person).toBe(id.replaceAll('"', ""));
  });
});

describe("markup in names", () => {
  it("is no markup to us", async () => {
    const { kept, post } = open();
    await post("telegram", message("telegram", '"<b>chào</b> *bạn* [x](y)"', '"<script>*_[`"'));
    expect(kept[0]?.text).toBe("<b>chào</b> *bạn* [x](y)");
  });
});

describe("over a real connection", () => {
  it("10 MiB are not read to their end, and the server goes on", async () => {
    const { server } = open();
    const address = new URL(await server.listen({ host: "127.0.0.1", port: 0 }));
    const head = `POST /webhooks/zalo HTTP/1.1\r\nHost: x\r\nContent-Type: application/json\r\nContent-Length: ${10 * 1024 * 1024}\r\n\r\n`;
    const answer = await new Promise<string>((resolve) => {
      const socket = connect(Number(address.port), "127.0.0.1", () => socket.write(head));
      socket.once("data", (data) => {
        resolve(String(data));
        socket.destroy();
      });
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect((await fetch(new URL("/healthz", address))).status).toBe(200);
  });
});
