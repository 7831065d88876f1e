import { AppError } from "../core/errors.ts";
import type { OneStop } from "../core/one-stop.ts";
import { cached } from "./cached.ts";
import { createCgate } from "./cgate.ts";
import type { Driver, OneStopSettings } from "./driver.ts";
import { guarded, type Log } from "./guarded.ts";
import { createIgate } from "./igate.ts";
import { createNational } from "./national.ts";

export type { OneStopSettings } from "./driver.ts";

export interface OneStopOptions {
  readonly now: () => Date;
  readonly log: Log;
  /** Most that one look-up may take, milliseconds; 8 s unless told. */
  readonly timeout?: number;
  /** How long an answer is kept, milliseconds; a minute unless told. */
  readonly keep?: number;
  /** How long a system that is down is left alone, milliseconds; half a minute unless told. */
  readonly rest?: number;
}

const TIMEOUT = 8_000;
const KEEP = 60_000;
const REST = 30_000;
const FAILURES = 5;
const MOST_KEPT = 5_000;

/**
 * The province's one-stop system, as the settings name it.
 * @throws AppError `one_stop_settings` when something that this kind needs is missing
 */
export function createOneStop(settings: OneStopSettings, options: OneStopOptions): OneStop {
  const { now, log, timeout = TIMEOUT, keep = KEEP, rest = REST } = options;
  const system = guarded(driverOf(settings, { now, timeout }), { log, timeout, failures: FAILURES, rest });
  return cached(system, { now, keep, most: MOST_KEPT });
}

function driverOf(settings: OneStopSettings, options: { readonly now: () => Date; readonly timeout: number }): Driver {
  const { kind, url, authUrl, clientId, clientSecret, unit = "" } = settings;
  if (kind === "cgate") return createCgate({ url });
  if (authUrl === undefined || clientId === undefined || clientSecret === undefined) {
    const needs = "ONE_STOP_AUTH_URL, ONE_STOP_CLIENT_ID and ONE_STOP_CLIENT_SECRET";
    throw new AppError("one_stop_settings", `ONE_STOP=${kind} needs ${needs}`, "Hệ thống chưa sẵn sàng.");
  }
  const full = { kind, url, authUrl, clientId, clientSecret, unit };
  return kind === "igate" ? createIgate(full, options) : createNational(full, options);
}
