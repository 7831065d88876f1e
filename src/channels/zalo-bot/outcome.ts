import type { Sent } from "../../core/mail.ts";
import { BotApiError } from "./api.ts";

/** Wait when the platform says "too many", in milliseconds; it does not tell for how long. */
const LIMITED_WAIT = 5_000;
/** Wait after a fault of the network or of the platform, in milliseconds. */
const FAULT_WAIT = 2_000;
/** Wait while the token is wrong, in milliseconds: nothing is lost while the operator sets it right. */
const TOKEN_WAIT = 60_000;

/** Descriptions that mean the person is gone, not that the message is wrong; only numbers of errors are documented. */
const GONE = /(?:chat|user|recipient) (?:id )?(?:is )?(?:not found|invalid|not exist|deactivated)|blocked/i;

/** What a failed call means for the part that it should have sent (docs.zaloplatforms.com/docs/BOT: numbers as in HTTP). */
export function outcomeOf(error: unknown): Sent {
  if (!(error instanceof BotApiError)) return { status: "later", after: FAULT_WAIT };
  const { code, description } = error;
  const reason = `${code} ${description}`.trim();
  if (code === 403 || GONE.test(description)) return { status: "unreachable", reason };
  if (code === 429) return { status: "later", after: LIMITED_WAIT };
  if (code === 401 || code === 404) return { status: "later", after: TOKEN_WAIT };
  if (code === 408 || code >= 500) return { status: "later", after: FAULT_WAIT };
  return { status: "refused", reason };
}

/**
 * What may be logged of a failed call. The message of a network error can name the address called, and with it the
 * token, so only its code is told.
 */
export function loggableCall(error: unknown): Readonly<Record<string, unknown>> {
  if (error instanceof BotApiError) return { status: error.code, reason: error.description };
  const { cause, name } = (error ?? {}) as { cause?: unknown; name?: unknown };
  const { code } = (cause ?? {}) as { code?: unknown };
  return { reason: "no answer", kind: typeof code === "string" ? code : String(name) };
}
