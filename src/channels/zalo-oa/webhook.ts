import { createHash } from "node:crypto";
import type { Logger } from "pino";
import { loggable } from "../../core/errors.ts";
import type { Accept, Webhook, WebhookStatus } from "../../core/mail.ts";
import { parseEvent, timestampIn } from "./event.ts";
import { readInbound } from "./inbound.ts";
import { parseExact } from "./json.ts";
import { isSigned, type SignatureKeys } from "./signature.ts";

export const WEBHOOK_PATH = "/webhooks/zalo";

const SIGNATURE = "x-zevent-signature";
const TIMESTAMP = "x-zevent-timestamp";

/** No event comes near it, in bytes. */
const LARGEST = 1 << 20;

/**
 * Zalo repeats for two hours (docs.zaloplatforms.com/docs/OA, webhook). Ids are remembered for seven days, so that what is
 * older than this, in milliseconds, cannot be told from a replay: it is not handed on.
 */
const OLDEST = 6 * 24 * 3_600_000;

export interface WebhookOptions {
  readonly keys: SignatureKeys;
  readonly log: Logger;
  readonly now: () => Date;
  /** Undefined while the channel is not listening. */
  readonly accept: () => Accept | undefined;
}

/** Where Zalo brings events. It repeats whatever is not answered with 200 within two seconds. */
export function createWebhook({ keys, log, now, accept }: WebhookOptions): Webhook {
  const told = new Set<string>();

  function tellOnce(name: string): void {
    if (told.has(name)) return;
    told.add(name);
    log.info({ event: name }, "a kind of event that is not for us is ignored from now on");
  }

  async function take(value: unknown, body: Uint8Array): Promise<WebhookStatus> {
    const event = parseEvent(value);
    const fingerprint = () => createHash("sha256").update(body).digest("hex");
    const inbound = event ? readInbound(event, { fingerprint, now: now() }) : "unreadable";
    if (inbound === "unreadable") log.warn({ event: event?.event_name }, "an event that cannot be read is left alone");
    if (inbound === "ignored" && event) tellOnce(event.event_name);
    if (typeof inbound === "string") return 200;
    if (inbound.at.getTime() < now().getTime() - OLDEST) {
      log.warn({ event: event?.event_name, at: inbound.at }, "an event too old to be told from a replay is left alone");
      return 200;
    }
    return keep(accept(), inbound);
  }

  async function keep(hand: Accept | undefined, inbound: Parameters<Accept>[0]): Promise<WebhookStatus> {
    try {
      await hand?.(inbound);
      return hand ? 200 : 503;
    } catch (error) {
      log.error(loggable(error), "an event of Zalo could not be kept; it will be sent again");
      return 503;
    }
  }

  return {
    path: WEBHOOK_PATH,
    async receive(body, headers) {
      if (body.length > LARGEST) return 400;
      const text = new TextDecoder().decode(body);
      const given = headers[SIGNATURE];
      // The console tries an address with an unsigned `{}` before it is saved.
      if (given === undefined && text.trim() === "{}") return 200;
      const value = parseExact(text);
      const timestamp = headers[TIMESTAMP] ?? timestampIn(value);
      if (typeof given !== "string" || typeof timestamp !== "string") return 401;
      if (!isSigned(keys, body, timestamp, given)) return 401;
      return value === undefined ? 400 : take(value, body);
    },
  };
}
