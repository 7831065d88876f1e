import { signatureOf } from "../../../src/channels/zalo-oa/signature.ts";
import { createWebhook } from "../../../src/channels/zalo-oa/webhook.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import type { Accept } from "../../../src/core/mail.ts";
import { surroundings } from "../../surroundings.ts";

export const KEYS = { appId: "1000000000000000001", oaSecret: "example-oa-secret-key" };
export const NOW = "1795489200000";
export const TEXT = {
  event_name: "user_send_text",
  sender: { id: "2000000000000000002" },
  message: { text: "Xin chào", msg_id: "msg-0001" },
  timestamp: NOW,
};

/** A webhook by itself, and what it hands over. */
export function openWebhook() {
  const { log, logged, now } = surroundings();
  const inbox: Inbound[] = [];
  const seen = new Set<string>();
  const answers: string[] = [];
  let accept: Accept | undefined = async (inbound) => {
    inbox.push(inbound);
    const answer = seen.has(inbound.id) ? "seen" : "new";
    seen.add(inbound.id);
    answers.push(answer);
    return answer;
  };
  const webhook = createWebhook({ keys: KEYS, log, now, accept: () => accept });
  const raw = (body: string | Uint8Array, headers = {}) => webhook.receive(Buffer.from(body), headers);
  return {
    inbox,
    answers,
    logged,
    raw,
    setAccept: (other: Accept | undefined) => {
      accept = other;
    },
    /** Signs for the time in a header, unless the body has one. */
    signed: (body: string | Uint8Array, timestamp = NOW) =>
      raw(body, {
        "x-zevent-signature": signatureOf(KEYS, Buffer.from(body), timestamp),
        "x-zevent-timestamp": timestamp,
      }),
  };
}
