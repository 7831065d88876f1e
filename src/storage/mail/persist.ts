import { setTimeout as pause } from "node:timers/promises";
import { isStoreDown } from "./faults.ts";

/** Between two tries, milliseconds. */
const PAUSE = 100;

/**
 * Repeats a step of a holder until the store answers: what the platform has confirmed must not be forgotten because the
 * store was away for a while. Gives up with the store's error once `closing`. The step must do no harm when repeated.
 */
export async function persist<T>(step: () => Promise<T>, closing: AbortSignal): Promise<T> {
  for (;;) {
    try {
      return await step();
    } catch (error) {
      if (!isStoreDown(error) || closing.aborted) throw error;
      await pause(PAUSE, undefined, { signal: closing }).catch(() => undefined);
    }
  }
}
