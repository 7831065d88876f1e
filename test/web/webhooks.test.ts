import { pino } from "pino";
import { afterEach, describe, expect, it, vi } from "vitest";
import type { Headers, WebhookStatus } from "../../src/core/mail.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { addWebhooks } from "../../src/web/webhooks.ts";
import { Clock } from "../surroundings.ts";

const open: { close(): Promise<unknown> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A server with one webhook at /webhooks/test that answers `status` and keeps what it got. */
function serverWith(status: WebhookStatus | Promise<WebhookStatus> = 200, burst = 1_000) {
  const got: { body: Uint8Array; headers: Headers }[] = [];
  const calls: [string, WebhookStatus][] = [];
  const server = createServer({ log: pino({ level: "silent" }), readiness: () => "ready" });
  const receive = async (body: Uint8Array, headers: Headers) => {
    got.push({ body, headers });
    return status;
  };
  const clock = new Clock();
  const limit = new RateLimit({ burst, every: 2_000, people: 1, now: clock.now });
  const channels = [{ name: "test", webhook: { path: "/webhooks/test", receive } }, { name: "silent" }];
  addWebhooks(server, channels, { limit, answered: (...call) => calls.push(call) });
  open.push(server);
  const post = (payload?: string | Buffer, type?: string) =>
    server.inject({
      method: "POST",
      url: "/webhooks/test",
      ...(payload !== undefined && { payload }),
      headers: { "x-secret": "s", ...(type && { "content-type": type }) },
    });
  return { server, got, calls, post, clock };
}

describe("a webhook's route", () => {
  it.each(["application/json", "application/json; charset=utf-8", "text/plain", "application/x-unknown"])(
    "hands on the bytes of %s as they came",
    async (type) => {
      const { got, post } = serverWith();
      const body = Buffer.from('{ "a" : 1e2, "a": "\\ud800" }\r\n');
      expect((await post(body, type)).statusCode).toBe(200);
      expect(Buffer.from(got[0]?.body ?? [])).toEqual(body);
      expect(got[0]?.headers["x-secret"]).toBe("s");
    },
  );

  it.each([200, 400, 401, 503] as const)("answers %i when the channel says so", async (status) => {
    const { calls, post } = serverWith(status);
    const response = await post("{}", "application/json");
    expect(response.statusCode).toBe(status);
    expect(response.body).toBe("");
    expect(calls).toEqual([["test", status]]);
  });

  it("takes bytes that are no JSON and no UTF-8", async () => {
    const { got, post } = serverWith(400);
    expect((await post(Buffer.from([0xff, 0x00, 0xfe]), "application/json")).statusCode).toBe(400);
    expect(got[0]?.body).toHaveLength(3);
  });

  it("hands on an empty call", async () => {
    const { got, post } = serverWith(401);
    expect((await post()).statusCode).toBe(401);
    expect(got[0]?.body).toHaveLength(0);
  });

  it("refuses 10 MiB without troubling the channel", async () => {
    const { got, post } = serverWith();
    const response = await post(Buffer.alloc(10 * 1024 * 1024, 0x61), "application/json");
    expect(response.statusCode).toBe(413);
    expect(response.json()).toMatchObject({ message: expect.any(String) });
    expect(got).toEqual([]);
  });

  it("knows POST only, and no other path", async () => {
    const { server, got } = serverWith();
    expect((await server.inject({ method: "GET", url: "/webhooks/test" })).statusCode).toBe(404);
    expect((await server.inject({ method: "POST", url: "/webhooks/other", payload: "{}" })).statusCode).toBe(404);
    expect(got).toEqual([]);
  });

  it("asks for a repetition when too many come, and takes the call later", async () => {
    const { got, calls, post, clock } = serverWith(200, 2);
    const responses = [await post("{}"), await post("{}"), await post("{}")];
    expect(responses.map(({ statusCode }) => statusCode)).toEqual([200, 200, 503]);
    expect(responses[2]?.headers["retry-after"]).toBe("2");
    expect(got).toHaveLength(2);
    expect(calls.at(-1)).toEqual(["test", 503]);
    clock.forward(2_000);
    expect((await post("{}")).statusCode).toBe(200);
  });

  it("asks for a repetition when the store takes too long", async () => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout"] });
    try {
      const { server, got, post } = serverWith(new Promise(() => {}));
      await server.ready();
      const response = post("{}", "application/json");
      await vi.waitFor(() => expect(got).toHaveLength(1), { interval: 1 });
      await vi.advanceTimersByTimeAsync(8_000);
      expect((await response).statusCode).toBe(503);
      expect((await response).body).toBe("");
    } finally {
      vi.useRealTimers();
    }
  });

  it("leaves the parsing of other routes alone", async () => {
    const { server } = serverWith();
    server.post("/json", async (request) => request.body);
    const response = await server.inject({ method: "POST", url: "/json", payload: { a: 1 } });
    expect(response.json()).toEqual({ a: 1 });
  });
});
