import { createRunner, createSource, type RunnerHandle } from "@grammyjs/runner";
import type { Api } from "grammy";
import type { Logger } from "pino";
import { loggableCall } from "./outcome.ts";
import { ALLOWED_UPDATES } from "./update.ts";

/** How long Telegram holds a call open when there is nothing, in seconds. */
const POLL_SECONDS = 20;
/** Wait before trying again, in milliseconds: soon enough to catch up within seconds of an outage's end. */
const RETRY = 1_000;
/** Most updates a call (core.telegram.org/bots/api#getupdates). */
const BATCH = 100;

export interface PollingOptions {
  readonly api: Api;
  readonly log: Logger;
  /** What Telegram must be told before the first call. Tried until it succeeds. */
  readonly prepare: () => Promise<void>;
  /** Keeps updates, in order; resolves to the id of the first that could not be kept, undefined when all are. */
  readonly keep: (updates: readonly unknown[]) => Promise<number | undefined>;
}

type Raw = Awaited<ReturnType<Api["getUpdates"]>>[number];
type Signal = NonNullable<Parameters<Api["getUpdates"]>[1]>;

/**
 * Starts long polling. Asking for updates from an offset on makes Telegram forget those before it, and the runner's own
 * `run` asks ahead while updates are still being handled. Here the next call waits for the batch, and its offset stops at
 * the first update that is not kept: Telegram sends that one again.
 */
export function startPolling({ api, log, prepare, keep }: PollingOptions): RunnerHandle {
  let ready = false;
  let offset = 0;
  let pause = 0;
  let trouble: string | undefined;

  function tell(error: unknown): void {
    const reason = loggableCall(error);
    const before = trouble;
    trouble = JSON.stringify(reason);
    if (trouble !== before) log.warn(reason, "Telegram cannot be asked for messages; trying again until it can");
  }

  async function fetch(signal: Signal): Promise<Raw[]> {
    await waited(pause, signal);
    pause = 0;
    if (!ready) await prepare();
    ready = true;
    return api.getUpdates({ offset, limit: BATCH, timeout: POLL_SECONDS, allowed_updates: ALLOWED_UPDATES }, signal);
  }

  async function supply(_size: number, signal: Signal): Promise<Raw[]> {
    try {
      const updates = await fetch(signal);
      // All before the offset are forgotten now. After a week without updates ids start anew, perhaps lower.
      offset = 0;
      trouble = undefined;
      return updates;
    } catch (error) {
      if (signal.aborted) return [];
      tell(error);
      pause = RETRY;
      return [];
    }
  }

  async function handle(updates: Raw[]): Promise<number> {
    const last = updates.at(-1);
    if (last === undefined) return BATCH;
    const unkept = await keep(updates);
    offset = unkept ?? last.update_id + 1;
    if (unkept !== undefined) pause = RETRY;
    return BATCH;
  }

  const runner = createRunner(createSource({ supply }), { handle, size: () => 0, snapshot: () => [] });
  runner.start();
  return runner;
}

/** Waits, or less when it is aborted. */
function waited(ms: number, signal: Signal): Promise<void> {
  if (ms === 0 || signal.aborted) return Promise.resolve();
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener("abort", () => {
      clearTimeout(timer);
      resolve();
    });
  });
}
