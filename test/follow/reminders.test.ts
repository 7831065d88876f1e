import { pino } from "pino";
import { describe, expect, it } from "vitest";
import type { Reply } from "../../src/core/conversation.ts";
import { createReminders } from "../../src/follow/reminders.ts";
import { replyWith } from "../../src/skills/reply.ts";
import { Clock } from "../surroundings.ts";
import { MemoryStore } from "./memory-store.ts";

const LANE = "zalo-oa/p";
const HOUR = 3_600_000;
const reply = (text: string) => replyWith("guide", text);

function open() {
  const clock = new Clock();
  const store = new MemoryStore();
  const posted: { readonly lane: string; readonly id: string; readonly reply: Reply }[] = [];
  const reminders = createReminders({
    ...{ store, now: clock.now, log: pino({ enabled: false }) },
    post: async (lane, id, reply) => void posted.push({ lane, id, reply }),
  });
  const inHours = (hours: number) => new Date(clock.now().getTime() + hours * HOUR);
  return { clock, store, posted, reminders, inHours };
}

describe("a reminder", () => {
  it("is said when it is due, once", async () => {
    const { clock, posted, reminders, inHours } = open();
    const due = inHours(24);
    await reminders.at(LANE, due, reply("Mình làm tiếp nhé?"));
    clock.forward(24 * HOUR - 1);
    expect(await reminders.tick()).toBe(0);
    clock.forward(1);
    expect(await reminders.tick()).toBe(1);
    expect(await reminders.tick()).toBe(0);
    expect(posted).toEqual([{ lane: LANE, id: `remind/${due.toISOString()}`, reply: reply("Mình làm tiếp nhé?") }]);
  });

  it("replaces the one before of the same person, and is taken away", async () => {
    const { clock, posted, reminders, inHours } = open();
    await reminders.at(LANE, inHours(1), reply("cũ"));
    await reminders.at(LANE, inHours(2), reply("mới"));
    await reminders.at("web/other", inHours(1), reply("khác"));
    await reminders.cancel("web/other");
    clock.forward(3 * HOUR);
    await reminders.tick();
    expect(posted.map(({ reply: { text } }) => text)).toEqual(["mới"]);
  });

  it("that could not be put on its way is tried again, under the same id", async () => {
    const clock = new Clock();
    const ids: string[] = [];
    const reminders = createReminders({
      ...{ store: new MemoryStore(), now: clock.now, log: pino({ enabled: false }) },
      async post(_lane, id) {
        ids.push(id);
        if (ids.length === 1) throw new Error("store down");
      },
    });
    await reminders.at(LANE, clock.now(), reply("nhắc"));
    await reminders.tick();
    clock.forward(HOUR);
    await reminders.tick();
    await reminders.tick();
    expect(ids).toHaveLength(2);
  });
});
