import type { FastifyInstance } from "fastify";
import type { Channel, WebhookStatus } from "../core/mail.ts";
import type { RateLimit } from "./rate-limit.ts";

export interface WebhookOptions {
  /** Calls of all platforms together. A platform has few addresses: one by one they would be shut out. */
  readonly limit: RateLimit;
  /** Told of each call and what it was answered with; 413 and 415 do not come that far. */
  readonly answered?: (channel: string, status: WebhookStatus) => void;
}

/** Bytes of one call; Telegram and Zalo bring some kilobytes, files stay with them. */
const BODY_LIMIT = 1024 * 1024;

/**
 * The POST routes on which platforms bring messages. The channel gets the bytes as they came, since signatures are made of
 * them. Over the limit, and when the store does not answer, the status is 503: the platform repeats.
 */
export function addWebhooks(
  server: FastifyInstance,
  channels: readonly Pick<Channel, "name" | "webhook">[],
  { limit, answered = () => {} }: WebhookOptions,
): void {
  void server.register(async (scope) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser("*", { parseAs: "buffer", bodyLimit: BODY_LIMIT }, (_request, body, done) => {
      done(null, body);
    });
    for (const { name, webhook } of channels) {
      if (webhook === undefined) continue;
      const options = { bodyLimit: BODY_LIMIT, config: { rateLimit: false as const } };
      scope.post<{ Body: Buffer | undefined }>(webhook.path, options, async ({ body, headers }, reply) => {
        const wait = limit.take("all");
        const status = wait > 0 ? 503 : await inTime(webhook.receive(body ?? EMPTY, headers));
        if (wait > 0) reply.header("retry-after", wait);
        answered(name, status);
        return reply.code(status).header("cache-control", "no-store").send();
      });
    }
  });
}

const EMPTY = new Uint8Array();

/** Longest time to keep a message, milliseconds; then the platform is told to repeat. */
const PATIENCE = 8_000;

/** What the channel says, in time. A timer of our own: Fastify's `handlerTimeout` takes a tenth of a whole call. */
function inTime(status: Promise<WebhookStatus>): Promise<WebhookStatus> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, PATIENCE, 503);
    status.then(resolve, reject).finally(() => clearTimeout(timer));
  });
}
