import { setTimeout as pause } from "node:timers/promises";
import type { Logger } from "pino";
import { type BotApi, BotApiError } from "./api.ts";
import { loggableCall } from "./outcome.ts";

/** Wait before trying again, in milliseconds: soon enough to catch up within seconds of an outage's end. */
const RETRY = 1_000;
/** Wait after a call that brought nothing, in milliseconds, so that a server that does not hold calls is not flooded. */
const BREATH = 50;
/** "Nothing came" (docs.zaloplatforms.com/docs/BOT, getUpdates). */
const NOTHING = 408;

export interface PollingOptions {
  readonly api: BotApi;
  /** How long the platform is asked to hold a call open when there is nothing, in seconds. */
  readonly seconds: number;
  readonly log: Logger;
  /** What the platform must be told before the first call. Tried until it succeeds. */
  readonly prepare: () => Promise<void>;
  readonly keep: (update: unknown) => Promise<"kept" | "unkept">;
}

export interface Polling {
  /** Lets the open call end, since its update would be gone, and keeps what it brings. */
  stop(): Promise<void>;
}

/**
 * Starts long polling. There is no offset: an update is forgotten by the platform when it is fetched. So one is fetched at
 * a time, and the next only when it is kept.
 */
export function startPolling({ api, seconds, log, prepare, keep }: PollingOptions): Polling {
  const stopping = new AbortController();
  const { signal } = stopping;
  let ready = false;
  let trouble: string | undefined;

  const rest = (milliseconds: number) => pause(milliseconds, undefined, { signal }).catch(() => {});

  function tell(error: unknown): void {
    const reason = loggableCall(error);
    const before = trouble;
    trouble = JSON.stringify(reason);
    if (trouble !== before) log.warn(reason, "Zalo cannot be asked for messages; trying again until it can");
  }

  async function fetchOne(): Promise<unknown> {
    if (!ready) await prepare();
    ready = true;
    try {
      return await api.call("getUpdates", { timeout: seconds }, seconds);
    } catch (error) {
      if (error instanceof BotApiError && error.code === NOTHING) return undefined;
      throw error;
    }
  }

  async function keepAtLast(update: unknown): Promise<void> {
    while ((await keep(update)) === "unkept") {
      if (signal.aborted) return log.error("a message is lost: it was fetched, and could not be kept until the stop");
      await rest(RETRY);
    }
  }

  async function run(): Promise<void> {
    while (!signal.aborted) {
      try {
        const update = await fetchOne();
        trouble = undefined;
        if (update === undefined) await rest(BREATH);
        else await keepAtLast(update);
      } catch (error) {
        tell(error);
        await rest(RETRY);
      }
    }
  }

  const running = run();
  return {
    stop() {
      stopping.abort();
      return running;
    },
  };
}
