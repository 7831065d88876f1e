import { randomUUID } from "node:crypto";
import { argv } from "node:process";
import { pino } from "pino";
import { createWebhook } from "../../src/channels/zalo-oa/webhook.ts";
import { openStorage } from "../../src/storage/index.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { addWebhooks } from "../../src/web/webhooks.ts";
import { KEYS } from "./zalo-event.ts";

/**
 * A process that takes webhook calls of Zalo as the service does, up to the inbox and no further: server, log, rate limit,
 * signature, parsing, storage. Tells its address to the parent, and ends with it.
 */
const [, , dataDir = "", redisUrl] = argv;

const now = () => new Date();
const log = pino({ base: null });
const report = (error: unknown) => log.error(error);
const { mailroom } = await openStorage({ dataDir, redisUrl, newToken: randomUUID, report, now });
const server = createServer({ log, readiness: () => "ready" });
const limit = new RateLimit({ burst: 20_000, every: 0.1, people: 1, now });
const webhook = createWebhook({
  keys: KEYS,
  log,
  now,
  accept: () => (inbound) => mailroom.deliver(`${inbound.channel}/${inbound.person}`, inbound),
});
addWebhooks(server, [{ name: "zalo", webhook }], { limit });
process.on("message", async () => process.send?.({ waiting: await mailroom.waiting(), cpu: process.cpuUsage() }));
process.on("disconnect", () => process.exit());
process.send?.({ url: await server.listen({ host: "127.0.0.1", port: 0 }) });
