import { BrokenCircuitError, ConsecutiveBreaker, circuitBreaker, handleAll } from "cockatiel";
import type { OneStop } from "../core/one-stop.ts";
import { down, Unusable } from "./down.ts";
import type { Driver } from "./driver.ts";

export interface Log {
  info(details: object, message: string): void;
  warn(details: object, message: string): void;
}

export interface GuardOptions {
  readonly log: Log;
  /** Most that one look-up may take, with log-in and renewal, milliseconds. */
  readonly timeout: number;
  /** After so many failures in a row the system is left alone … */
  readonly failures: number;
  /** … for so long, milliseconds. */
  readonly rest: number;
}

/** A driver that ends in time, and is left alone while its system is down. Every failure is AppError `one_stop_down`. */
export function guarded(driver: Driver, { log, timeout, failures, rest }: GuardOptions): OneStop {
  const { name } = driver;
  const breaker = circuitBreaker(handleAll, { halfOpenAfter: rest, breaker: new ConsecutiveBreaker(failures) });
  breaker.onBreak(() => log.warn({ system: name, rest }, "the one-stop system is down; it is left alone for a while"));
  breaker.onReset(() => log.info({ system: name }, "the one-stop system answers again"));
  return {
    name,
    async find(code) {
      const signal = AbortSignal.timeout(timeout);
      try {
        return await breaker.execute(() => driver.find(code, signal));
      } catch (cause) {
        const reason = signal.aborted ? `no answer within ${timeout} ms` : reasonOf(cause);
        if (!(cause instanceof BrokenCircuitError)) log.warn({ system: name, reason }, "a look-up has failed");
        throw down(name, reason, cause);
      }
    },
  };
}

/** Why, in words that name no dossier: what is not ours may quote the address with its code. */
function reasonOf(cause: unknown): string {
  if (cause instanceof Unusable) return cause.message;
  if (cause instanceof BrokenCircuitError) return "it is left alone after failures in a row";
  if (!(cause instanceof Error)) return typeof cause;
  const { code } = (cause.cause ?? cause) as { code?: unknown };
  return typeof code === "string" ? `${cause.name} ${code}` : cause.name;
}
