import { randomUUID } from "node:crypto";
import { setTimeout as pause } from "node:timers/promises";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Mailroom } from "../../src/core/mail.ts";
import { openRedis } from "../../src/storage/redis/open.ts";
import { answering, inbound, LANE } from "../contract/mailroom/stage.ts";
import { RedisServer } from "../contract/redis-server.ts";
import { until } from "../until.ts";
import { AWAY, LONGEST } from "./extent.ts";
import { judge, Workers } from "./workers.ts";

/** Messages a second, and the lanes that they are for. */
const RATE = 50;
const LANES = 25;
/** A refusal may take so long, and a recovery, milliseconds. */
const REFUSAL = 2_500;
const RECOVERY = 5_000;

let server: RedisServer;
let opened: Mailroom[];
let reported: unknown[];

function open(): Mailroom {
  const report = (error: unknown) => reported.push(error);
  const { mailroom } = openRedis(server.url, { newToken: randomUUID, leaseMs: 2_000, retryMs: 50, report });
  opened.push(mailroom);
  return mailroom;
}

const isUp = (mailroom: Mailroom) => async () => (await mailroom.health()) === "up";

beforeEach(async () => {
  server = await RedisServer.start();
  opened = [];
  reported = [];
});

afterEach(async () => {
  server.thaw();
  await Promise.all(opened.map((mailroom) => mailroom.close()));
  await server.stop();
});

/** A platform that repeats a message until it is taken, twice a second; tells how long each refusal took. */
class Platform {
  readonly refusals: number[] = [];
  readonly wrong: unknown[] = [];
  readonly #mailroom: Mailroom;
  readonly #stop = new AbortController();
  readonly #deliveries: Promise<void>[] = [];

  constructor(mailroom: Mailroom) {
    this.#mailroom = mailroom;
  }

  /** Sends messages at `RATE` until stopped; resolves to how many when the last is taken. */
  async run(): Promise<number> {
    const started = performance.now();
    for (let n = 0; ; n++) {
      await pause(Math.max(0, started + (n * 1_000) / RATE - performance.now()));
      if (this.#stop.signal.aborted) return Promise.all(this.#deliveries).then(({ length }) => length);
      this.#deliveries.push(this.#deliver(n % LANES, Math.floor(n / LANES)));
    }
  }

  stop(): void {
    this.#stop.abort();
  }

  async #deliver(lane: number, id: number): Promise<void> {
    for (;;) {
      const asked = performance.now();
      try {
        await this.#mailroom.deliver(`lane/${lane}`, inbound(String(id), { channel: `channel ${lane}` }));
        return;
      } catch (error) {
        this.refusals.push(performance.now() - asked);
        if ((error as { code?: unknown }).code !== "store_down") this.wrong.push(error);
      }
      await pause(500);
    }
  }
}

describe("while Redis is away", () => {
  it(`refuses for ${AWAY} ms what it cannot keep, then answers everything`, { timeout: LONGEST }, async () => {
    const web = open();
    const workers = new Workers("redis", server.url);
    workers.start();
    workers.start();
    try {
      await workers.ready();
      await until(isUp(web));
      const platform = new Platform(web);
      const count = platform.run();
      const answered = () => workers.told().length;
      await until(() => answered() > 200);

      await server.kill();
      const away = performance.now();
      await until(() => performance.now() - away > AWAY, { within: 2 * AWAY });
      expect(platform.refusals.length).toBeGreaterThan(AWAY / 100);
      expect(Math.max(...platform.refusals)).toBeLessThan(REFUSAL);
      expect(await web.health()).toEqual({ down: expect.stringContaining("does not answer") });

      await server.start();
      const back = performance.now();
      platform.stop();
      const all = await count;
      await until(async () => (await web.waiting()) === 0, { within: RECOVERY, what: "all is answered" });
      expect(performance.now() - back).toBeLessThan(RECOVERY);
      // What was refused came again later than its successors: order is the platform's affair then.
      const { sent, repeated, faults } = judge(workers.told());
      expect(faults.filter((fault) => !fault.startsWith("out of order"))).toEqual([]);
      expect(sent.size).toBe(2 * all);
      expect(repeated).toBeLessThanOrEqual(2 * 4);
      expect(platform.wrong).toEqual([]);
    } finally {
      await workers.killAll();
    }
  });

  it("refuses in time what a deaf Redis does not answer, and goes on when it hears again", async () => {
    const mailroom = open();
    await until(isUp(mailroom));
    const sent: string[] = [];
    await mailroom.work(answering(sent), { parallel: 2 });
    await mailroom.deliver(LANE, inbound("1"));
    await until(() => sent.length === 1);
    server.freeze();
    const asked = performance.now();
    await expect(mailroom.deliver(LANE, inbound("2"))).rejects.toMatchObject({ code: "store_down" });
    expect(performance.now() - asked).toBeLessThan(REFUSAL);
    expect(await mailroom.health()).toEqual({ down: expect.stringContaining("no answer within") });
    server.thaw();
    await until(isUp(mailroom));
    await mailroom.deliver(LANE, inbound("2"));
    await until(() => sent.length === 2, { within: RECOVERY });
    expect(sent).toEqual(["chữ 1", "chữ 2"]);
  });

  it("keeps a part that the platform took from being sent again", async () => {
    const mailroom = open();
    await until(isUp(mailroom));
    const sent: string[] = [];
    let confirming = false;
    await mailroom.work(
      async (hold) => {
        if (hold.inbox.length > 0)
          await hold.settle(
            hold.inbox.length,
            "s",
            hold.inbox.map(({ text }) => ({ text, buttons: [] })),
          );
        while (hold.outbox[0]) {
          sent.push(hold.outbox[0].text);
          await server.kill();
          confirming = true;
          await hold.confirm();
        }
        return "done";
      },
      { parallel: 1 },
    );
    await mailroom.deliver(LANE, inbound("1"));
    await until(() => confirming);
    const away = performance.now();
    await until(() => performance.now() - away > 500);
    await server.start();
    await until(async () => (await isUp(mailroom)()) && (await mailroom.waiting()) === 0, { within: RECOVERY });
    expect(sent).toEqual(["chữ 1"]);
  });

  it("starts without Redis, and works when it comes", async () => {
    await server.stop();
    const mailroom = open();
    const sent: string[] = [];
    await mailroom.work(answering(sent), { parallel: 1 });
    await expect(mailroom.deliver(LANE, inbound("1"))).rejects.toMatchObject({ code: "store_down" });
    expect(await mailroom.health()).not.toBe("up");
    await until(() => reported.length > 0);
    await server.start();
    await until(isUp(mailroom));
    await mailroom.deliver(LANE, inbound("1"));
    await until(() => sent.length === 1);
    expect(reported.map(String)).toEqual([expect.stringContaining("ECONNREFUSED")]);
  });

  it("closes nevertheless", async () => {
    const mailroom = open();
    await until(isUp(mailroom));
    await mailroom.work(async () => "done", { parallel: 1 });
    await server.kill();
    const asked = performance.now();
    await mailroom.close();
    expect(performance.now() - asked).toBeLessThan(RECOVERY);
  });
});

describe("lost wake-ups", () => {
  it("are made up for", async () => {
    const mailroom = open();
    await until(isUp(mailroom));
    await mailroom.deliver(LANE, inbound("1"));
    const keys = (await server.ask("KEYS", "mail:wake-ups:*")) as string[];
    await server.ask("DEL", ...keys);
    const sent: string[] = [];
    await mailroom.work(answering(sent), { parallel: 1 });
    await until(() => sent.length === 1);
  });
});
