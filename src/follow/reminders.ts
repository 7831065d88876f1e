import type { Reply } from "../core/conversation.ts";
import { loggable } from "../core/errors.ts";
import type { Store } from "../core/store.ts";
import type { Log } from "./following.ts";
import { createScheduler } from "./scheduler.ts";

export interface RemindersOptions {
  readonly store: Store;
  /** Puts a reminder on its way to a person; a second time with the same id within days does nothing. */
  readonly post: (lane: string, id: string, reply: Reply) => Promise<unknown>;
  readonly now: () => Date;
  readonly log: Log;
}

/** What people asked to be reminded of; a person has one reminder at a time. All may throw `store_down`. */
export interface Reminders {
  /** Sets the reminder; replaces the one before. */
  at(lane: string, due: Date, reply: Reply): Promise<void>;
  /** Takes it away, because the person went on or wants to be forgotten. */
  cancel(lane: string): Promise<void>;
  /** Says what is due. Returns how many; 0: nothing to do now. */
  tick(): Promise<number>;
}

const BATCH = 20;

export function createReminders({ store, post, now, log }: RemindersOptions): Reminders {
  const report = (error: unknown) => log.error(loggable(error), "a reminder was held up");
  const scheduler = createScheduler<Reply>({ name: "remind", store, now, report });
  return {
    at: (lane, due, reply) => scheduler.at(lane, due, reply),
    cancel: (lane) => scheduler.cancel(lane),
    tick: () =>
      scheduler.run({
        most: BATCH,
        async handle({ key: lane, due, payload }) {
          await post(lane, `remind/${due.toISOString()}`, payload);
          return "done";
        },
      }),
  };
}
