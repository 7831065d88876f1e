import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Inbound } from "../../../src/core/conversation.ts";
import { holding, ids, inbound, LANE, part, type Stage, texts } from "./stage.ts";

/** What a mailroom does with what comes in. */
export function delivering({ open }: Stage): void {
  describe("deliver", () => {
    it("keeps messages in the order in which they came", async () => {
      const mailroom = await open();
      for (const id of ["1", "2", "3"]) expect(await mailroom.deliver(LANE, inbound(id))).toBe("new");
      await holding(mailroom, async (hold) => {
        expect(hold.name).toBe(LANE);
        expect(hold.inbox).toEqual([inbound("1"), inbound("2"), inbound("3")]);
        expect(hold.outbox).toEqual([]);
        expect(hold.state).toBeUndefined();
      });
    });

    it("takes the same id of a channel for the same message, whatever else it says", async () => {
      const mailroom = await open();
      expect(await mailroom.deliver(LANE, inbound("1"))).toBe("new");
      expect(await mailroom.deliver(LANE, inbound("1", { text: "khác" }))).toBe("seen");
      expect(await mailroom.deliver("telegram/8", inbound("1"))).toBe("seen");
      expect(await mailroom.deliver("zalo/7", inbound("1", { channel: "zalo" }))).toBe("new");
      await holding(mailroom, async ({ inbox }) => expect(inbox).toEqual([inbound("1")]));
    });

    it("remembers an id after its message was dealt with", async () => {
      const mailroom = await open();
      await mailroom.deliver(LANE, inbound("1"));
      await holding(mailroom, (hold) => hold.settle(1, undefined, []));
      expect(await mailroom.deliver(LANE, inbound("1"))).toBe("seen");
    });

    it("keeps one of the same id 50 times at once, over two mailrooms", async () => {
      const rooms = [await open(), await open()];
      const deliveries = Array.from({ length: 50 }, (_, i) => rooms[i % 2]?.deliver(LANE, inbound("1")));
      expect((await Promise.all(deliveries)).filter((status) => status === "new")).toHaveLength(1);
      await holding(await open(), async ({ inbox }) => expect(inbox).toHaveLength(1));
    });

    it("keeps each of 1,000 ids once, each delivered twice at once over two mailrooms", async () => {
      const rooms = [await open(), await open()];
      const all = Array.from({ length: 1000 }, (_, i) => inbound(String(i)));
      const statuses = await Promise.all(rooms.flatMap((room) => all.map((message) => room.deliver(LANE, message))));
      expect(statuses.filter((status) => status === "new")).toHaveLength(1000);
      await holding(await open(), async ({ inbox }) => expect(new Set(ids(inbox)).size).toBe(inbox.length));
    });

    it("gives back every message as it was: any text, lone surrogates, ids of any size", async () => {
      const text = fc.string({ unit: fc.integer({ min: 0, max: 0xffff }).map((code) => String.fromCharCode(code)) });
      const messages = fc.uniqueArray(
        fc.record({ id: text, channel: text, person: text, text, at: fc.date({ noInvalidDate: true }) }),
        { selector: ({ id, channel }) => `${id.length}:${id}${channel}`, minLength: 1, maxLength: 20 },
      );
      const [sample] = fc.sample(messages, { numRuns: 1, seed: 7 }) as [Inbound[]];
      const mailroom = await open();
      for (const message of sample) expect(await mailroom.deliver(LANE, message)).toBe("new");
      await holding(mailroom, async ({ inbox }) => expect(inbox).toEqual(sample));
    });

    it("keeps numbers of ids above 2^53 apart", async () => {
      const mailroom = await open();
      const [one, next] = ["9007199254740993", "9007199254740992"];
      expect(await mailroom.deliver(LANE, inbound(one, { person: one }))).toBe("new");
      expect(await mailroom.deliver(LANE, inbound(next, { person: next }))).toBe("new");
      await holding(mailroom, async ({ inbox }) => expect(ids(inbox)).toEqual([one, next]));
    });

    it("keeps a message of a million characters", async () => {
      const mailroom = await open();
      const text = "Cà Mau ".repeat(150_000);
      await mailroom.deliver(LANE, inbound("1", { text }));
      await holding(mailroom, async ({ inbox }) => expect(inbox[0]?.text === text).toBe(true));
    });

    it("keeps lanes apart whose names look alike", async () => {
      const mailroom = await open();
      const lanes = ["a/\ud800", "a/\udc00", "a/\ufffd", 'a/"', "a/\\", "a/\0", "a/", "a/:inbox", "a/ă"];
      for (const lane of lanes) await mailroom.deliver(lane, inbound(lane));
      expect(await mailroom.waiting()).toBe(lanes.length);
      const seen = new Map<string, string[]>();
      await new Promise<void>((resolve) => {
        const handle = async ({ name, inbox }: { name: string; inbox: readonly Inbound[] }) => {
          seen.set(name, ids(inbox));
          if (seen.size === lanes.length) resolve();
          return { after: 60_000 };
        };
        void mailroom.work(handle, { parallel: 3 });
      });
      expect([...seen].sort()).toEqual(lanes.map((lane) => [lane, [lane]]).sort());
    });

    it("refuses a lane whose name is no name", async () => {
      const mailroom = await open();
      await expect(mailroom.deliver("x".repeat(501), inbound("1"))).rejects.toThrow(RangeError);
      await expect(mailroom.post("\0".repeat(100), "1", [part("a")])).rejects.toThrow(RangeError);
      expect(await mailroom.waiting()).toBe(0);
    });
  });

  describe("post", () => {
    it("appends parts without a message, once for an id", async () => {
      const mailroom = await open();
      expect(await mailroom.post(LANE, "1", [part("một"), part("hai")])).toBe("new");
      expect(await mailroom.post(LANE, "1", [part("một"), part("hai")])).toBe("seen");
      expect(await mailroom.post(LANE, "2", [{ text: "ba", buttons: [{ label: "Có", send: "#có" }] }])).toBe("new");
      await holding(mailroom, async ({ inbox, outbox }) => {
        expect(inbox).toEqual([]);
        expect(outbox).toEqual([part("một"), part("hai"), { text: "ba", buttons: [{ label: "Có", send: "#có" }] }]);
      });
    });

    it("counts its ids by lane, apart from those of messages", async () => {
      const mailroom = await open();
      expect(await mailroom.deliver(LANE, inbound("1"))).toBe("new");
      expect(await mailroom.post(LANE, "1", [part("a")])).toBe("new");
      expect(await mailroom.post("telegram/8", "1", [part("b")])).toBe("new");
      await holding(mailroom, async ({ inbox, outbox }) => {
        expect([ids(inbox), texts(outbox)]).toEqual([["1"], ["a"]]);
      });
    });

    it("wakes nobody for nothing", async () => {
      const mailroom = await open();
      expect(await mailroom.post(LANE, "1", [])).toBe("new");
      expect(await mailroom.waiting()).toBe(0);
    });
  });

  describe("waiting", () => {
    it("counts lanes with something in them", async () => {
      const mailroom = await open();
      expect(await mailroom.waiting()).toBe(0);
      await mailroom.deliver("telegram/1", inbound("1"));
      await mailroom.deliver("telegram/1", inbound("2"));
      await mailroom.post("telegram/2", "1", [part("a")]);
      expect(await mailroom.waiting()).toBe(2);
    });
  });
}
