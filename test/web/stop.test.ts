import { describe, expect, it } from "vitest";
import type { WebhookStatus } from "../../src/core/mail.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { addWebhooks } from "../../src/web/webhooks.ts";
import { surroundings } from "../surroundings.ts";
import { until } from "../until.ts";

/** A server on a real port whose messages are kept only when `release` is called. */
async function listening() {
  const { log, now } = surroundings();
  const waiting: ((status: WebhookStatus) => void)[] = [];
  const server = createServer({ log, readiness: () => "ready" });
  const receive = () => new Promise<WebhookStatus>((resolve) => waiting.push(resolve));
  const limit = new RateLimit({ burst: 10_000, every: 1, people: 1, now });
  addWebhooks(server, [{ name: "test", webhook: { path: "/webhooks/test", receive } }], { limit });
  const address = await server.listen({ host: "127.0.0.1", port: 0 });
  const post = () => fetch(`${address}/webhooks/test`, { method: "POST", body: "{}" });
  const release = () => {
    for (const resolve of waiting.splice(0)) resolve(200);
  };
  return { server, post, waiting, release };
}

/** What a call ended with: its status, or "refused" when there was no connection. */
function ending(call: Promise<Response>): Promise<number | "refused"> {
  return call.then(
    ({ status }) => status,
    () => "refused" as const,
  );
}

describe("stopping under load", () => {
  it("finishes what has arrived, and refuses what comes later", async () => {
    const { server, post, waiting, release } = await listening();
    const before = Array.from({ length: 100 }, () => ending(post()));
    await until(() => waiting.length === 100);
    let closed = false;
    const closing = server.close().then(() => {
      closed = true;
    });
    const later = await Promise.all(Array.from({ length: 20 }, () => ending(post())));
    expect(later.every((end) => end === "refused" || end === 503)).toBe(true);
    expect(closed).toBe(false);
    expect(waiting).toHaveLength(100);
    release();
    expect(await Promise.all(before)).toEqual(Array(100).fill(200));
    await closing;
    expect(await ending(post())).toBe("refused");
  });

  it("does not wait for connections that only stay open", async () => {
    const { server, post, waiting, release } = await listening();
    const call = post();
    await until(() => waiting.length === 1);
    release();
    await (await call).text();
    const start = performance.now();
    await server.close();
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});
