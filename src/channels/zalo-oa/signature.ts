import { createHash, createHmac } from "node:crypto";
import { sameSecret } from "../secret.ts";

export interface SignatureKeys {
  readonly appId: string;
  /** The OA secret key of the console's webhook page; not the app's secret. */
  readonly oaSecret: string;
}

/**
 * The value of the header `X-ZEvent-Signature`: a plain SHA-256, no HMAC, over app id, raw body, timestamp and OA secret
 * key (docs.zaloplatforms.com/docs/OA, webhook).
 */
export function signatureOf({ appId, oaSecret }: SignatureKeys, body: Uint8Array, timestamp: string): string {
  return `mac=${createHash("sha256").update(appId).update(body).update(timestamp).update(oaSecret).digest("hex")}`;
}

/** Whether a signature belongs to these very bytes, in a time that tells nothing of the right one. */
export function isSigned(keys: SignatureKeys, body: Uint8Array, timestamp: string, given: string): boolean {
  return sameSecret(given, signatureOf(keys, body, timestamp));
}

/**
 * The header `appsecret_proof`, asked for where the app has that check on: hex HMAC-SHA256 of the access token
 * (docs.zaloplatforms.com/docs/OA).
 */
export function appsecretProof(appSecret: string, accessToken: string): string {
  return createHmac("sha256", appSecret).update(accessToken).digest("hex");
}
