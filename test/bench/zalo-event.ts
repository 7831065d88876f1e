import { signatureOf } from "../../src/channels/zalo-oa/signature.ts";

/** Invented, like every id here. */
export const KEYS = { appId: "1000000000000000001", oaSecret: "example-oa-secret-key" };

const TEXT = "Dạ cho em hỏi làm giấy khai sinh cho con thì cần mang theo giấy tờ gì, nộp ở đâu vậy ạ?";

/** A call of the Official Account's webhook as bytes on the wire: message `n`, of one of so many people. */
export function zaloCall(n: number, people: number): string {
  const timestamp = String(Date.now());
  const body = JSON.stringify({
    app_id: KEYS.appId,
    sender: { id: `2${String(n % people).padStart(18, "0")}` },
    recipient: { id: "3000000000000000003" },
    user_id_by_app: "4000000000000000004",
    event_name: "user_send_text",
    message: { text: TEXT, msg_id: `msg-${n}` },
    timestamp,
  });
  const head = [
    "POST /webhooks/zalo HTTP/1.1",
    "Host: localhost",
    "Content-Type: application/json",
    `Content-Length: ${Buffer.byteLength(body)}`,
    `X-ZEvent-Timestamp: ${timestamp}`,
    `X-ZEvent-Signature: ${signatureOf(KEYS, Buffer.from(body), timestamp)}`,
  ];
  return `${head.join("\r\n")}\r\n\r\n${body}`;
}
