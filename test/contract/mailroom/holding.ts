import { describe, expect, it } from "vitest";
import type { Hold, Next } from "../../../src/core/mail.ts";
import { until } from "../../until.ts";
import { holding, ids, inbound, LANE, part, type Stage, texts } from "./stage.ts";

/** What the holder of a lane can do with it. */
export function holder({ open }: Stage): void {
  /** The lane as the next holder finds it, in a mailroom opened anew. */
  async function found(): Promise<Pick<Hold, "inbox" | "outbox" | "state">> {
    return holding(await open(), async ({ inbox, outbox, state }) => ({ inbox, outbox, state }));
  }

  /** Lets `act` work on the lane, which is free again at once. */
  async function once(act: (hold: Hold) => Promise<unknown>): Promise<void> {
    const mailroom = await open();
    let done = false;
    const handle = async (hold: Hold): Promise<Next> => {
      if (!done) await act(hold);
      done = true;
      return done ? { after: 0 } : "done";
    };
    await mailroom.work(handle, { parallel: 1 });
    await until(() => done);
    await mailroom.close();
  }

  async function lane(messages: readonly string[], parts: readonly string[]): Promise<void> {
    const mailroom = await open();
    for (const id of messages) await mailroom.deliver(LANE, inbound(id));
    await mailroom.post(LANE, "parts", parts.map(part));
    await mailroom.close();
  }

  describe("settle", () => {
    it("takes messages, keeps the state and appends parts, in one step", async () => {
      await lane(["1", "2", "3"], ["a"]);
      const state = { topic: "khai sinh", at: [1, null], "\ud800": "\udfff" };
      await once(async (hold) => {
        const after = await hold.settle(2, state, [part("b"), part("c")]);
        expect([ids(after.inbox), texts(after.outbox), after.state]).toEqual([["3"], ["a", "b", "c"], state]);
        expect([hold.inbox, hold.outbox, hold.state]).toEqual([after.inbox, after.outbox, after.state]);
      });
      const { inbox, outbox, state: kept } = await found();
      expect([ids(inbox), texts(outbox), kept]).toEqual([["3"], ["a", "b", "c"], state]);
    });

    it("leaves alone what came meanwhile, and shows it", async () => {
      await lane(["1"], []);
      const other = await open();
      await once(async (hold) => {
        await other.deliver(LANE, inbound("2"));
        expect(ids(hold.inbox)).toEqual(["1"]);
        expect(ids((await hold.settle(1, "s", [])).inbox)).toEqual(["2"]);
      });
      expect(ids((await found()).inbox)).toEqual(["2"]);
    });

    it("keeps the state of a lane that was empty for a while", async () => {
      const mailroom = await open();
      await mailroom.deliver(LANE, inbound("1"));
      const states: unknown[] = [];
      const handle = async (hold: Hold): Promise<Next> => {
        states.push(hold.state);
        await hold.settle(hold.inbox.length, states.length, []);
        return "done";
      };
      await mailroom.work(handle, { parallel: 1 });
      await until(async () => (await mailroom.waiting()) === 0);
      await mailroom.deliver(LANE, inbound("2"));
      await until(async () => states.length === 2 && (await mailroom.waiting()) === 0);
      expect(states).toEqual([undefined, 1]);
    });

    it("forgets the state when there is none any more", async () => {
      await lane(["1", "2"], []);
      await once((hold) => hold.settle(0, { a: 1 }, []));
      await once((hold) => hold.settle(1, undefined, []));
      expect((await found()).state).toBeUndefined();
    });

    it("takes many parts and a large state", async () => {
      await lane(["1"], []);
      const parts = Array.from({ length: 300 }, (_, i) => part(`phần ${i}`));
      const state = { text: "ộ".repeat(200_000) };
      await once((hold) => hold.settle(1, state, parts));
      const after = await found();
      expect(after.outbox).toEqual(parts);
      expect(after.state).toEqual(state);
    });
  });

  describe("confirm", () => {
    it("takes the first part away, and nothing when there is none", async () => {
      await lane(["1"], ["a", "b"]);
      await once(async (hold) => {
        expect(texts((await hold.confirm()).outbox)).toEqual(["b"]);
        expect(texts((await hold.confirm()).outbox)).toEqual([]);
        expect(texts((await hold.confirm()).outbox)).toEqual([]);
      });
      const { inbox, outbox } = await found();
      expect([ids(inbox), outbox]).toEqual([["1"], []]);
    });
  });

  describe("drop", () => {
    it("takes all parts away and leaves the messages", async () => {
      await lane(["1"], ["a", "b"]);
      await once((hold) => hold.drop());
      const { inbox, outbox } = await found();
      expect([ids(inbox), outbox]).toEqual([["1"], []]);
    });
  });

  describe("erase", () => {
    it("forgets messages, parts and state", async () => {
      await lane(["1", "2"], ["a"]);
      await once(async (hold) => {
        await hold.settle(1, { secret: 1 }, [part("b")]);
        await hold.erase();
        expect([hold.inbox, hold.outbox, hold.state]).toEqual([[], [], undefined]);
      });
      const mailroom = await open();
      await mailroom.work(async () => "done", { parallel: 1 });
      await until(async () => (await mailroom.waiting()) === 0);
      await mailroom.close();
      await lane(["3"], []);
      const { inbox, outbox, state } = await found();
      expect([ids(inbox), outbox, state]).toEqual([["3"], [], undefined]);
    });

    it("leaves the lane in the holder's hands, to say that it is done", async () => {
      await lane(["1"], []);
      await once(async (hold) => {
        await hold.erase();
        await hold.settle(0, undefined, [part("Đã xóa.")]);
      });
      expect(texts((await found()).outbox)).toEqual(["Đã xóa."]);
    });
  });
}
