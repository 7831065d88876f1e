import { randomUUID } from "node:crypto";
import { afterEach, beforeEach } from "vitest";
import type { Inbound } from "../../../src/core/conversation.ts";
import type { Hold, Mailroom, Next, Part } from "../../../src/core/mail.ts";
import type { MailroomOptions } from "../../../src/storage/mail/serve.ts";
import { until } from "../../until.ts";

/** Opens mailrooms over one store: each stands for a process. */
export type Open = (options: MailroomOptions) => Mailroom;

/** What a test has at hand: an empty store, and everything opened on it closed afterwards. */
export interface Stage {
  /** Another mailroom over the store, ready. Its terms: a lease of 2 s and a rest of 50 ms after a fault. */
  open(options?: Partial<MailroomOptions>): Promise<Mailroom>;
  /** What the mailrooms reported. */
  readonly reported: readonly unknown[];
}

/** Sets a stage for every test of a suite; `prepare` empties the store and tells how to open it. */
export function stage(prepare: () => Promise<Open>): Stage {
  let open: Open;
  const opened: Mailroom[] = [];
  const reported: unknown[] = [];
  beforeEach(async () => {
    reported.length = 0;
    open = await prepare();
  });
  afterEach(async () => {
    await Promise.all(opened.splice(0).map((mailroom) => mailroom.close()));
  });
  return {
    reported,
    async open(options) {
      const report = (error: unknown) => reported.push(error);
      const mailroom = open({ newToken: randomUUID, leaseMs: 2_000, retryMs: 50, report, ...options });
      opened.push(mailroom);
      await until(async () => (await mailroom.health()) === "up");
      return mailroom;
    },
  };
}

export const LANE = "telegram/7";

export function inbound(id: string, more: Partial<Inbound> = {}): Inbound {
  return { id, channel: "telegram", person: "7", text: `chữ ${id}`, at: new Date("2026-11-24T03:00:00Z"), ...more };
}

export function part(text: string): Part {
  return { text, buttons: [] };
}

export const ids = (messages: readonly Inbound[]) => messages.map(({ id }) => id);
export const texts = (parts: readonly Part[]) => parts.map(({ text }) => text);

/** Holds the next lane that comes and lets `act` work on it; resolves to what `act` does. The lane rests afterwards. */
export async function holding<T>(mailroom: Mailroom, act: (hold: Hold) => Promise<T>): Promise<T> {
  return new Promise((resolve, reject) => {
    const handle = async (hold: Hold): Promise<Next> => {
      await act(hold).then(resolve, reject);
      return { after: 60_000 };
    };
    mailroom.work(handle, { parallel: 1 }).catch(reject);
  });
}

/** Takes all messages of a lane and answers each with a part of the same text, then sends all parts to `sent`. */
export function answering(sent: string[]): (hold: Hold) => Promise<Next> {
  return async (hold) => {
    await hold.settle(
      hold.inbox.length,
      hold.state,
      hold.inbox.map(({ text }) => part(text)),
    );
    while (hold.outbox[0]) {
      sent.push(hold.outbox[0].text);
      await hold.confirm();
    }
    return "done";
  };
}
