import { randomInt, randomUUID } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import type { Mailroom } from "../../src/core/mail.ts";
import { inbound } from "../contract/mailroom/stage.ts";
import { RedisServer } from "../contract/redis-server.ts";
import { temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";
import { KILLS, LONGEST } from "./extent.ts";
import { openStore, type StoreKind } from "./store.ts";
import { judge, Workers } from "./workers.ts";

/** Lanes written to. */
const LANES = 20;
/** Messages that may wait for an answer. */
const AHEAD = 100;
/** Lines that the workers tell of a message: its two parts are sent and confirmed. */
const LINES_A_MESSAGE = 4;
/** Lines told, at most, before the next worker is killed. */
const LINES = 60;
/** Lanes that one worker holds at most: as many parts can be under way when it is killed. */
const PARALLEL = 4;

let clean: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  for (const one of clean.reverse()) await one();
  clean = [];
});

async function place(kind: StoreKind): Promise<string> {
  if (kind === "lmdb") return temporaryFolder();
  const server = await RedisServer.start();
  clean.push(() => server.stop());
  return server.url;
}

/** Delivers a message to every lane again and again, a little ahead of the answers; resolves to how many in all. */
async function deliver(mailroom: Mailroom, answered: () => number, stopped: () => boolean): Promise<number> {
  for (let round = 0; ; round++) {
    await until(() => stopped() || round * LANES < answered() + AHEAD, { within: LONGEST });
    if (stopped()) return round * LANES;
    const statuses = Array.from({ length: LANES }, (_, lane) =>
      mailroom.deliver(`lane/${lane}`, inbound(String(round), { channel: `channel ${lane}` })),
    );
    expect(new Set(await Promise.all(statuses))).toEqual(new Set(["new"]));
  }
}

describe.each(["lmdb", "redis"] as const)("workers on %s", (kind) => {
  it(`lose nothing and repeat nothing confirmed, though ${KILLS} of them are killed`, {
    timeout: LONGEST,
  }, async () => {
    const where = await place(kind);
    const { mailroom } = openStore(kind, where, { newToken: randomUUID, report: () => undefined });
    clean.push(() => mailroom.close());
    const workers = new Workers(kind, where);
    clean.push(() => workers.killAll());
    await until(async () => (await mailroom.health()) === "up");
    workers.start();
    workers.start();
    await workers.ready();

    let stop = false;
    const answered = () => workers.told().length / LINES_A_MESSAGE;
    const delivering = deliver(mailroom, answered, () => stop);
    for (let kill = 0; kill < KILLS; kill++) {
      const before = workers.told().length;
      const lines = randomInt(LINES);
      await until(() => workers.told().length > before + lines, { within: LONGEST, what: `${lines} lines more` });
      workers.start();
      await workers.kill();
      if (kill % 2 === 1) await workers.ready();
    }
    stop = true;
    const count = await delivering;
    await until(async () => (await mailroom.waiting()) === 0, { within: LONGEST, what: "all is answered" });

    const { sent, repeated, faults } = judge(workers.told());
    console.info(`${kind}: ${KILLS} killed, ${count} messages, ${sent.size} parts sent, ${repeated} of them twice`);
    expect(faults).toEqual([]);
    expect(sent.size).toBe(2 * count);
    expect(repeated).toBeLessThanOrEqual(KILLS * PARALLEL);
  });
});
