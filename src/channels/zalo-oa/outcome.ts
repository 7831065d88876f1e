import type { Logger } from "pino";
import type { Sent } from "../../core/mail.ts";
import type { Called } from "./client.ts";
import { faultOf } from "./faults.ts";

/** Waits, in milliseconds: after a fault of the network or of Zalo; at most for a rate limit; until an operator has come. */
const FAULT = 2_000;
const noAnswer: Sent = { status: "later", after: FAULT };
const LONGEST_LIMIT = 60_000;
const FIRST_LIMIT = 1_000;
const ALARM = 60_000;
/** How often a message that "failed" is tried again. */
const RETRIES = 2;

/** Judges what calls came to, and remembers what it means for the next ones. */
export interface Judge {
  /** Milliseconds until anything may be sent again; 0 when it may now. */
  rest(): number;
  /** What a call means for the message of a person. */
  outcome(person: string, called: Called): Sent | "expired";
}

/** Rests everything after a rate limit, doubling each time, and where an operator must act; tells each alarm once. */
export function createJudge({ log, now }: { readonly log: Logger; readonly now: () => Date }): Judge {
  const retries = new Map<string, number>();
  const told = new Set<number>();
  let limits = 0;
  let restUntil = 0;

  function restFor(after: number): Sent {
    restUntil = Math.max(restUntil, now().getTime() + after);
    return { status: "later", after };
  }

  function again(person: string, reason: string): Sent {
    const tried = (retries.get(person) ?? 0) + 1;
    retries.set(person, tried);
    if (tried <= RETRIES) return { status: "later", after: FAULT * tried };
    retries.delete(person);
    return { status: "refused", reason };
  }

  function alarm(code: number, advice: string): void {
    if (told.has(code)) return;
    told.add(code);
    log.error({ alarm: "zalo", code }, `Zalo answered ${code}: ${advice}`);
  }

  function judge(person: string, code: number, reason: string): Sent | "expired" {
    const fault = faultOf(code);
    switch (fault.kind) {
      case "limited":
        limits += 1;
        return restFor(Math.min(FIRST_LIMIT * 2 ** limits, LONGEST_LIMIT));
      case "again":
        return again(person, reason);
      case "later":
        return { status: "later", after: fault.after };
      case "unreachable":
        return { status: "unreachable", reason };
      case "expired":
        return "expired";
      case "alarm":
        alarm(code, fault.advice);
        return fault.hold ? restFor(ALARM) : { status: "refused", reason };
      case "wrong":
        log.error({ code, reason }, "Zalo will never take a message of this form");
        return { status: "refused", reason };
    }
  }

  return {
    rest: () => Math.max(0, restUntil - now().getTime()),
    outcome(person, called) {
      if (called.status === "later") return { status: "later", after: called.after };
      if (called.status === "done") {
        retries.delete(person);
        told.clear();
        limits = 0;
        return { status: "sent" };
      }
      const reason = called.status === "error" ? `${called.code} ${called.message}`.trim() : called.reason;
      const outcome = called.status === "error" ? judge(person, called.code, reason) : noAnswer;
      log.warn({ outcome: outcome === "expired" ? outcome : outcome.status, reason }, "Zalo did not take a message");
      return outcome;
    },
  };
}
