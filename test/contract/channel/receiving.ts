import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { until } from "../../until.ts";
import { Bench, storeDown } from "./bench.ts";
import type { ChannelRig } from "./rig.ts";

/** Every message comes, in order, until it is kept. */
export function describeReceiving(open: () => Promise<ChannelRig>): void {
  describe("receiving", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = new Bench(await open());
    });
    afterEach(() => bench.close());

    it("hands over what a person writes", async () => {
      await bench.rig.channel.start(bench.accept);
      bench.rig.says("Làm khai sinh cần giấy tờ gì <b>?</b>");
      await until(() => bench.inbox.length === 1);
      expect(bench.inbox[0]).toMatchObject({
        channel: bench.rig.channel.name,
        person: bench.rig.person,
        text: "Làm khai sinh cần giấy tờ gì <b>?</b>",
      });
      expect(bench.inbox[0]?.id).not.toBe("");
      expect(bench.inbox[0]?.at.getTime()).not.toBeNaN();
      expect(["text", undefined]).toContain(bench.inbox[0]?.kind);
    });

    it("gives the same message the same id, and others another", async () => {
      await bench.rig.channel.start(bench.accept);
      bench.rig.says("một");
      await until(() => bench.inbox.length === 1);
      await bench.rig.repeats();
      await until(() => bench.inbox.length === 2);
      bench.rig.says("hai");
      await until(() => bench.inbox.length === 3);
      const [first, second, third] = bench.inbox.map(({ id }) => id);
      expect(second).toBe(first);
      expect(third).not.toBe(first);
    });

    it("keeps the order in which a person writes", async () => {
      const written = Array.from({ length: 12 }, (_, index) => `câu ${index}`);
      await bench.rig.channel.start(bench.accept);
      for (const text of written) bench.rig.says(text);
      await until(() => bench.inbox.length === written.length);
      expect(bench.inbox.map(({ text }) => text)).toEqual(written);
    });

    it("gets again what could not be kept, in the order it was written", async () => {
      let refusals = 2;
      await bench.rig.channel.start(async (inbound) => {
        if (refusals-- > 0) throw storeDown();
        return bench.accept(inbound);
      });
      bench.rig.says("một");
      bench.rig.says("hai");
      await until(() => new Set(bench.inbox.map(({ id }) => id)).size === 2, { within: 10_000 });
      const firstTimes = bench.inbox.filter(({ id }, index) => bench.inbox.findIndex((one) => one.id === id) === index);
      expect(firstTimes.map(({ text }) => text)).toEqual(["một", "hai"]);
    });

    it("finishes handing over before it stops, and hands over nothing afterwards", async () => {
      let release = () => {};
      const held = new Promise<void>((resolve) => {
        release = resolve;
      });
      let entered = false;
      await bench.rig.channel.start(async (inbound) => {
        entered = true;
        await held;
        return bench.accept(inbound);
      });
      bench.rig.says("một");
      await until(() => entered);
      const stopped = bench.rig.channel.stop();
      release();
      await stopped;
      expect(bench.inbox.map(({ text }) => text)).toEqual(["một"]);
      bench.rig.says("hai");
      expect(bench.inbox).toHaveLength(1);
    });
  });
}
