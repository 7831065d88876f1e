import { GrammyError, HttpError } from "grammy";
import type { Sent } from "../../core/mail.ts";

/** Longest wait that Telegram's `retry_after` can impose, in milliseconds; asked sooner, it answers 429 again. */
const LONGEST_WAIT = 60_000;
/** Wait after a fault of the network or of Telegram, in milliseconds. */
const FAULT_WAIT = 2_000;

/** Descriptions with status 400 that mean the chat is gone, not that the message is wrong. */
const GONE = /chat not found|PEER_ID_INVALID|user is deactivated/i;

/**
 * What a failed call means for the part that it should have sent.
 * Statuses: https://core.telegram.org/bots/api#making-requests, #responseparameters.
 */
export function outcomeOf(error: unknown): Sent {
  if (!(error instanceof GrammyError)) return { status: "later", after: FAULT_WAIT };
  const { error_code: code, description, parameters } = error;
  switch (code) {
    case 400:
      return { status: GONE.test(description) ? "unreachable" : "refused", reason: description };
    case 403:
      return { status: "unreachable", reason: description };
    case 429:
      return { status: "later", after: Math.min((parameters.retry_after ?? 1) * 1000, LONGEST_WAIT) };
    // A wrong token: nothing is lost while the operator sets it right.
    case 401:
    case 404:
      return { status: "later", after: LONGEST_WAIT };
    default:
      return code >= 500 ? { status: "later", after: FAULT_WAIT } : { status: "refused", reason: description };
  }
}

/**
 * What may be logged of a failed call. The cause of a network error names the address called, and with it the token, so
 * only its code is told.
 */
export function loggableCall(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof GrammyError) return { status: error.error_code, reason: error.description };
  const cause = error instanceof HttpError ? error.error : error;
  const { code, name } = (cause ?? {}) as { code?: unknown; name?: unknown };
  return { reason: "no answer", kind: typeof code === "string" ? code : String(name) };
}
