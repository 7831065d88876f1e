import { createHash, timingSafeEqual } from "node:crypto";

/** Compares what was given with the secret in a time that tells nothing of either, not even their lengths. */
export function sameSecret(given: string, secret: string): boolean {
  return timingSafeEqual(digest(given), digest(secret));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
