import type { Webhook } from "../../core/mail.ts";
import { sameSecret } from "../secret.ts";
import type { Intake } from "./intake.ts";

export const WEBHOOK_PATH = "/webhooks/zalo-bot";

/** docs.zaloplatforms.com/docs/BOT, webhook. */
const SECRET_HEADER = "x-bot-api-secret-token";

/**
 * Where the platform brings updates, each in an envelope or bare.
 * @param intake undefined while the channel is not listening
 */
export function createWebhook(secret: string, intake: () => Intake | undefined): Webhook {
  return {
    path: WEBHOOK_PATH,
    async receive(body, headers) {
      const given = headers[SECRET_HEADER];
      if (typeof given !== "string" || !sameSecret(given, secret)) return 401;
      const update = parseJson(body);
      if (update === undefined) return 400;
      return (await intake()?.take(update)) === "kept" ? 200 : 503;
    },
  };
}

function parseJson(body: Uint8Array): unknown {
  try {
    return JSON.parse(new TextDecoder().decode(body));
  } catch {
    return undefined;
  }
}
