import type { Logger } from "pino";
import { toParts } from "./channels/parts.ts";
import { laneOf, type WorkerOptions } from "./conversation/worker.ts";
import type { Reply } from "./core/conversation.ts";
import type { Channel, Mailroom, Part } from "./core/mail.ts";
import type { OneStop } from "./core/one-stop.ts";
import type { Store } from "./core/store.ts";
import { createFollowing } from "./follow/following.ts";
import { createReminders } from "./follow/reminders.ts";
import { repeat } from "./follow/repeat.ts";
import { createWaiting } from "./follow/waiting.ts";
import type { FollowOptions } from "./skills/follow/index.ts";
import { keeps, noticeReply } from "./skills/follow/notice.ts";
import type { Words } from "./skills/words.ts";

export interface AfterwardsOptions {
  readonly store: Store;
  readonly mailroom: Pick<Mailroom, "post">;
  readonly oneStop: OneStop | undefined;
  /** Questions to the one-stop system a minute, of all processes together, for the dossiers that are followed. */
  readonly perMinute: number;
  readonly channels: { get(name: string): Pick<Channel, "limits"> | undefined };
  readonly words: () => Words;
  readonly now: () => Date;
  readonly log: Logger;
  readonly report: (error: unknown) => void;
}

/** What we say of our own accord, after the answer: reminders, news of followed dossiers, what could not be delivered. */
export interface Afterwards {
  readonly hooks: Required<Pick<WorkerOptions, "keep" | "forget" | "left" | "undelivered">>;
  /** For the skill; undefined where no one-stop system is connected. */
  readonly followed: FollowOptions["followed"] | undefined;
  /** Looks from now on what is due. Returns what ends it. */
  start(): () => Promise<void>;
}

/** Between two looks at what is due, milliseconds. */
const EVERY = 5_000;

export function createAfterwards(options: AfterwardsOptions): Afterwards {
  const { store, mailroom, oneStop, perMinute, channels, words, now, log, report } = options;
  const post = mailroom.post.bind(mailroom);

  /** Unasked messages come without numbered lines: "1" would press something older. */
  function partsFor(lane: string, reply: Reply): Part[] {
    const limits = channels.get(lane.slice(0, lane.indexOf("/")))?.limits;
    if (limits === undefined) return [];
    return toParts(limits.buttons === 0 ? { ...reply, buttons: [] } : reply, limits);
  }

  const waiting = createWaiting({ store, post });
  const reminders = createReminders({
    store,
    now,
    log,
    post: (lane, id, reply) => post(lane, id, partsFor(lane, reply)),
  });
  const following =
    oneStop &&
    createFollowing({
      oneStop,
      store,
      now,
      random: Math.random,
      log,
      perMinute,
      post(lane, id, notice) {
        const parts = partsFor(lane, noticeReply(notice, words()));
        const { code } = notice.progress;
        return post(lane, id, keeps(notice) ? parts.map((part, i) => ({ ...part, keep: `${code}/${i}` })) : parts);
      },
    });

  return {
    followed: following?.list,
    hooks: {
      async keep(inbound, { reply, remind, follow }) {
        const lane = laneOf(inbound);
        await waiting.release(lane);
        if (follow) await following?.change(lane, follow);
        if (remind) await reminders.at(lane, new Date(inbound.at.getTime() + remind.after), remind.reply);
        else if (reply.status === "guide") await reminders.cancel(lane);
      },
      async left(inbound) {
        await following?.change(laneOf(inbound), { action: "stop" });
      },
      async forget(channel, person) {
        const lane = laneOf({ channel, person });
        await following?.change(lane, { action: "stop" });
        await reminders.cancel(lane);
        await waiting.forget(lane);
      },
      undelivered: (lane, parts) => waiting.keep(lane, parts),
    },
    start() {
      const ends = [reminders, ...(following ? [following] : [])].map(({ tick }) => repeat(tick, EVERY, report));
      return async () => {
        await Promise.all(ends.map((end) => end()));
      };
    },
  };
}
