import { AppError, loggable } from "../core/errors.ts";
import { type FollowChange, type Followed, MOST_FOLLOWED, type Notice } from "../core/follow.ts";
import type { OneStop } from "../core/one-stop.ts";
import type { Store } from "../core/store.ts";
import { morning, nextLook } from "./next-look.ts";
import { createPace } from "./pace.ts";
import { isQuiet } from "./quiet.ts";
import { type After, createScheduler, type Entry } from "./scheduler.ts";
import { type Found, judge, startWatch, type Watch } from "./watch.ts";

export interface Log {
  warn(details: object, message: string): void;
  error(details: object, message: string): void;
}

export interface FollowingOptions {
  readonly oneStop: OneStop;
  readonly store: Store;
  /** Puts a notice on its way to a person; a second time with the same id within days does nothing. */
  readonly post: (lane: string, id: string, notice: Notice) => Promise<unknown>;
  readonly now: () => Date;
  /** 0 ≤ x < 1. */
  readonly random: () => number;
  readonly log: Log;
  /** How often the one-stop system may be asked within any minute, over all processes. */
  readonly perMinute: number;
}

/** Looks after the dossiers of which people want to be told. Everything is kept in the store. All may throw `store_down`. */
export interface Following {
  /** Begins or ends; the same again changes nothing. More than five at a time are not begun. */
  change(lane: string, change: FollowChange): Promise<void>;
  /** What a person follows, in the order of the codes. */
  list(lane: string): Promise<readonly Followed[]>;
  /** Looks at what is due, as far as the pace allows. Returns how many dossiers were due; 0: nothing to do now. */
  tick(): Promise<number>;
}

/** How many dossiers are asked for at once. */
const BATCH = 10;

export function createFollowing(options: FollowingOptions): Following {
  const { oneStop, store, post, now, random, log } = options;
  const pace = createPace(options);
  const report = (error: unknown) => log.error(loggable(error), "following dossiers was disturbed");
  const scheduler = createScheduler<Watch>({ name: "follow", store, now, report });

  async function followed(lane: string): Promise<readonly Watch[]> {
    const entries = await scheduler.list(`${lane}/`);
    return entries.map(({ payload }) => payload).filter((watch) => watch.lane === lane);
  }

  async function look(entry: Entry<Watch>, count: (found: Found) => void): Promise<After<Watch>> {
    const { payload: watch } = entry;
    if (watch.seen && isQuiet(now())) return { due: morning(now(), random()), payload: watch };
    const found = await find(watch.code);
    count(found);
    const judged = judge(watch, found, now());
    if (judged.notice && isQuiet(now())) return { due: morning(now(), random()), payload: watch };
    if (judged.notice) await post(watch.lane, judged.id, judged.notice);
    if (judged.watch === "over") return "done";
    return { due: nextLook(judged.watch, now(), random()), payload: judged.watch };
  }

  async function find(code: string): Promise<Found> {
    try {
      return (await oneStop.find(code)) ?? "none";
    } catch (error) {
      if (error instanceof AppError) return "no-answer";
      throw error;
    }
  }

  return {
    async change(lane, change) {
      const before = await followed(lane);
      const { code } = change;
      if (change.action === "stop") {
        const ends = before.filter((watch) => code === undefined || watch.code === code);
        for (const watch of ends) await scheduler.cancel(keyOf(lane, watch.code));
        return;
      }
      if (before.length >= MOST_FOLLOWED || before.some((watch) => watch.code === change.code)) return;
      await scheduler.at(keyOf(lane, change.code), now(), startWatch(lane, change.code, now()));
    },
    async list(lane) {
      return (await followed(lane)).map(({ code, seen }) => ({ code, ...(seen && { state: seen.state }) }));
    },
    async tick() {
      const outcome = { answered: 0, failed: 0 };
      const count = (found: Found) => {
        outcome[found === "no-answer" ? "failed" : "answered"]++;
      };
      const due = await scheduler.run({ handle: (entry) => look(entry, count), most: BATCH, allow: pace.take });
      if ((await pace.tell(outcome)) === "resting") {
        log.warn({ system: oneStop.name }, "the one-stop system does not answer; followed dossiers wait");
      }
      return due;
    },
  };
}

function keyOf(lane: string, code: string): string {
  return `${lane}/${code}`;
}
