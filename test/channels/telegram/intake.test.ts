import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { createIntake } from "../../../src/channels/telegram/intake.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { surroundings } from "../../surroundings.ts";

const says = (update_id: number, person: number, text: string) => ({
  update_id,
  message: { message_id: 1, date: 1_795_489_200, chat: { id: person, type: "private" }, text },
});

function open(fails: (inbound: Inbound) => boolean = () => false) {
  const { log, logged, now } = surroundings();
  const kept: string[] = [];
  const answered: string[] = [];
  const intake = createIntake({
    bot: 1,
    log,
    now,
    onPress: (id) => answered.push(`press ${id}`),
    onNew: (person) => answered.push(`new ${person}`),
    async accept(inbound) {
      await new Promise((resolve) => setImmediate(resolve));
      if (fails(inbound)) throw new Error("a citizen's words: tôi tên Lan");
      const news = kept.includes(inbound.id) ? "seen" : "new";
      kept.push(inbound.id);
      return news;
    },
  });
  return { intake, kept, answered, logged };
}

describe("takeAll", () => {
  it("keeps all, and those of one chat in order", async () => {
    const { intake, kept } = open();
    expect(await intake.takeAll([says(1, 5, "a"), says(2, 6, "b"), says(3, 5, "c")])).toBeUndefined();
    expect(kept.toSorted()).toEqual(["1", "2", "3"]);
    expect(kept.indexOf("1")).toBeLessThan(kept.indexOf("3"));
  });

  it("tells the first that could not be kept, and lets none of its chat overtake it", async () => {
    const { intake, kept } = open(({ text }) => text === "a");
    expect(await intake.takeAll([says(1, 6, "b"), says(2, 5, "a"), says(3, 5, "c"), says(4, 6, "d")])).toBe(2);
    expect(kept).toEqual(["1", "4"]);
  });

  it("is done with nothing, and with what nobody can read", async () => {
    const { intake, logged } = open();
    expect(await intake.takeAll([])).toBeUndefined();
    expect(await intake.takeAll([{ update_id: 1, message: 3 }, undefined])).toBeUndefined();
    expect(logged).toHaveLength(2);
  });

  it("loses and swaps nothing when everything is sent again from the first that failed", async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.integer({ min: 1, max: 4 }), { minLength: 1, maxLength: 30 }),
        fc.array(fc.boolean(), { maxLength: 30 }),
        async (people, failures) => {
          const plan = [...failures];
          const { intake, kept } = open(() => plan.shift() ?? false);
          const updates = people.map((person, index) => says(index + 1, person, "x"));
          let from: number | undefined = 1;
          while (from !== undefined) {
            const first: number = from;
            from = await intake.takeAll(updates.filter(({ update_id }) => update_id >= first));
          }
          const order = [...new Set(kept)];
          expect(order).toHaveLength(updates.length);
          for (const person of new Set(people)) {
            const ids = updates
              .filter(({ message }) => message.chat.id === person)
              .map(({ update_id }) => String(update_id));
            expect(order.filter((id) => ids.includes(id))).toEqual(ids);
          }
        },
      ),
      { numRuns: 50 },
    );
  });
});

describe("take", () => {
  it("tells what is new, once", async () => {
    const { intake, answered } = open();
    await intake.take(says(1, 5, "a"));
    await intake.take(says(1, 5, "a"));
    expect(answered).toEqual(["new 5"]);
  });

  it("tells a press before it is kept, even one that is not for us", async () => {
    const { intake, answered } = open(() => true);
    const press = {
      id: "9",
      from: { id: 5 },
      message: { chat: { id: -4, type: "group" }, from: { id: 1 } },
      data: "#h",
    };
    expect(await intake.take({ update_id: 1, callback_query: press })).toBe("kept");
    expect(answered).toEqual(["press 9"]);
  });

  it("logs that it was not kept, without a word of it", async () => {
    const { intake, logged } = open(() => true);
    expect(await intake.take(says(1, 5, "tôi tên Lan"))).toBe("unkept");
    expect(logged).toMatchObject([{ level: 50, update: 1, kind: "Error" }]);
    expect(JSON.stringify(logged)).not.toContain("Lan");
  });
});
