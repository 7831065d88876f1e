import { createOneStop, type OneStopOptions, type OneStopSettings } from "../../../src/one-stop/one-stop.ts";
import { OneStopStandIn } from "../../stand-ins/one-stop/server.ts";

export const NOW = new Date("2026-11-24T03:00:00Z");
/** The time limit that tests give a look-up, milliseconds. */
export const TIMEOUT = 300;

/** A system with its driver, a clock that stands until it is moved, and what was logged. */
export async function openRig(kind: OneStopSettings["kind"], options: Partial<OneStopOptions> = {}) {
  const clock = { now: NOW };
  const standIn = await OneStopStandIn.start({ now: () => clock.now, seed: 7 });
  const logged: string[] = [];
  const note = (details: object, message: string) => logged.push(`${message} ${JSON.stringify(details)}`);
  const oneStop = createOneStop(standIn.settings(kind), {
    now: () => clock.now,
    log: { info: note, warn: note },
    timeout: TIMEOUT,
    ...options,
  });
  return {
    standIn,
    oneStop,
    logged,
    later: (ms: number) => {
      clock.now = new Date(clock.now.getTime() + ms);
    },
    /** How often dossiers were searched for. */
    searches: () => standIn.calls.filter((call) => !/token|login/.test(call)).length,
    logins: () => standIn.calls.filter((call) => /token|login/.test(call)).length,
  };
}

export type OneStopRig = Awaited<ReturnType<typeof openRig>>;
