import { describe, expect, it } from "vitest";
import type { Hold, Next } from "../../../src/core/mail.ts";
import { until } from "../../until.ts";
import { answering, inbound, LANE, part, type Stage } from "./stage.ts";

/** How a mailroom hands lanes out. */
export function working({ open, reported }: Stage): void {
  describe("work", () => {
    it("answers what waited before and what comes later", async () => {
      const mailroom = await open();
      const sent: string[] = [];
      await mailroom.deliver(LANE, inbound("1"));
      await mailroom.work(answering(sent), { parallel: 2 });
      await until(() => sent.length === 1);
      await mailroom.deliver(LANE, inbound("2"));
      await until(() => sent.length === 2);
      await mailroom.post(LANE, "n", [part("tin")]);
      await until(async () => sent.length === 3 && (await mailroom.waiting()) === 0);
      expect(sent).toEqual(["chữ 1", "chữ 2", "tin"]);
    });

    it("keeps the order of every lane, over two mailrooms", async () => {
      const rooms = [await open(), await open()];
      const sent: string[] = [];
      for (const room of rooms) await room.work(answering(sent), { parallel: 4 });
      const lanes = Array.from({ length: 10 }, (_, lane) => `telegram/${lane}`);
      const deliveries = lanes.map(async (lane) => {
        for (let i = 0; i < 20; i++) {
          await rooms[i % 2]?.deliver(lane, inbound(`${lane}#${i}`, { text: `${lane}#${i}` }));
        }
      });
      await Promise.all(deliveries);
      await until(() => sent.length === 200, { within: 20_000 });
      for (const lane of lanes) {
        const own = sent.filter((text) => text.startsWith(`${lane}#`));
        expect(own).toEqual(Array.from({ length: 20 }, (_, i) => `${lane}#${i}`));
      }
    });

    it("works on lanes in parallel, as many as told", async () => {
      const mailroom = await open();
      for (let i = 0; i < 8; i++) await mailroom.deliver(`telegram/${i}`, inbound(String(i)));
      let now = 0;
      let most = 0;
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const handle = async (hold: Hold): Promise<Next> => {
        most = Math.max(most, ++now);
        await gate;
        await hold.settle(1, undefined, []);
        now--;
        return "done";
      };
      await mailroom.work(handle, { parallel: 3 });
      await until(() => now === 3);
      go();
      await until(async () => (await mailroom.waiting()) === 0);
      expect(most).toBe(3);
    });

    it("has one holder for a lane, over all mailrooms, however long it takes", async () => {
      const rooms = [await open({ leaseMs: 300 }), await open({ leaseMs: 300 })];
      let holders = 0;
      let most = 0;
      const started = performance.now();
      const handle = async (hold: Hold): Promise<Next> => {
        most = Math.max(most, ++holders);
        await until(() => performance.now() - started > 1_200);
        await hold.settle(hold.inbox.length, undefined, []);
        holders--;
        return "done";
      };
      for (const room of rooms) await room.work(handle, { parallel: 2 });
      for (let i = 0; i < 5; i++) await rooms[i % 2]?.deliver(LANE, inbound(String(i)));
      await until(async () => (await rooms[0]?.waiting()) === 0);
      expect(most).toBe(1);
      expect(reported).toEqual([]);
    });

    it("hands a lane out again when something came that its holder has not seen", async () => {
      const mailroom = await open();
      const seen: number[] = [];
      const handle = async (hold: Hold): Promise<Next> => {
        seen.push(hold.inbox.length);
        if (seen.length === 1) await mailroom.deliver(LANE, inbound("2"));
        await hold.settle(1, undefined, []);
        return "done";
      };
      await mailroom.work(handle, { parallel: 2 });
      await mailroom.deliver(LANE, inbound("1"));
      await until(async () => (await mailroom.waiting()) === 0);
      expect(seen).toEqual([1, 1]);
    });

    it("lets a lane rest as long as its holder wants, whatever comes meanwhile", async () => {
      const mailroom = await open();
      const times: number[] = [];
      const handle = async (hold: Hold): Promise<Next> => {
        times.push(performance.now());
        if (times.length === 1) return { after: 400 };
        await hold.settle(hold.inbox.length, undefined, []);
        return "done";
      };
      await mailroom.work(handle, { parallel: 2 });
      await mailroom.deliver(LANE, inbound("1"));
      await until(() => times.length === 1);
      await mailroom.deliver(LANE, inbound("2"));
      await until(async () => (await mailroom.waiting()) === 0);
      expect(times).toHaveLength(2);
      const [first = 0, second = 0] = times;
      expect(second - first).toBeGreaterThan(395);
      expect(second - first).toBeLessThan(1_400);
    });

    it("hands a lane out again when its handler threw, and tells why", async () => {
      const mailroom = await open();
      const fault = new Error("broken");
      let tries = 0;
      const sent: string[] = [];
      const handle = async (hold: Hold): Promise<Next> => {
        if (++tries < 3) throw fault;
        return answering(sent)(hold);
      };
      await mailroom.work(handle, { parallel: 1 });
      await mailroom.deliver(LANE, inbound("1"));
      await until(async () => (await mailroom.waiting()) === 0);
      expect([tries, sent]).toEqual([3, ["chữ 1"]]);
      expect(reported).toEqual([fault, fault]);
    });

    it("is not held up by a lane whose handler always throws", async () => {
      const mailroom = await open();
      const sent: string[] = [];
      const handle = async (hold: Hold): Promise<Next> => {
        if (hold.name === LANE) throw new Error("broken");
        return answering(sent)(hold);
      };
      await mailroom.work(handle, { parallel: 1 });
      await mailroom.deliver(LANE, inbound("1"));
      await until(() => reported.length > 1);
      for (let i = 0; i < 5; i++) await mailroom.deliver(`telegram/x${i}`, inbound(`x${i}`));
      await until(() => sent.length === 5);
    });
  });

  describe("close", () => {
    it("finishes what is under way and takes nothing more", async () => {
      const mailroom = await open();
      const other = await open();
      const steps: string[] = [];
      let go = () => {};
      const gate = new Promise<void>((resolve) => {
        go = resolve;
      });
      const handle = async (hold: Hold): Promise<Next> => {
        steps.push(`begins ${hold.name}`);
        await gate;
        await hold.settle(1, undefined, []);
        steps.push(`ends ${hold.name}`);
        return "done";
      };
      await mailroom.work(handle, { parallel: 1 });
      await mailroom.deliver("telegram/1", inbound("1"));
      await until(() => steps.length === 1);
      await mailroom.deliver("telegram/2", inbound("2"));
      const closed = mailroom.close();
      go();
      await closed;
      expect(steps).toEqual(["begins telegram/1", "ends telegram/1"]);
      expect(await other.waiting()).toBe(1);
    });

    it("can be called twice, and nothing is kept afterwards", async () => {
      const mailroom = await open();
      await Promise.all([mailroom.close(), mailroom.close()]);
      await expect(mailroom.deliver(LANE, inbound("1"))).rejects.toMatchObject({ code: "store_down" });
      expect(await mailroom.health()).toEqual({ down: expect.stringContaining("does not answer") });
    });

    it("leaves everything to the next process", async () => {
      const first = await open();
      await first.deliver(LANE, inbound("1"));
      await first.post(LANE, "n", [part("tin")]);
      await first.close();
      const second = await open();
      const sent: string[] = [];
      expect(await second.deliver(LANE, inbound("1"))).toBe("seen");
      await second.work(answering(sent), { parallel: 1 });
      await until(async () => (await second.waiting()) === 0);
      expect(sent).toEqual(["tin", "chữ 1"]);
    });
  });
}
