import { randomInt } from "node:crypto";
import { afterEach, describe, expect, it } from "vitest";
import { RedisServer } from "../contract/redis-server.ts";
import { temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";
import { KILLS, LONGEST } from "./extent.ts";
import type { StoreKind } from "./store.ts";
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

const clean: (() => Promise<unknown>)[] = [];

afterEach(async () => {
  const faults: unknown[] = [];
  for (const one of clean.splice(0).reverse()) await one().catch((fault) => faults.push(fault));
  expect(faults).toEqual([]);
});

async function place(kind: StoreKind): Promise<string> {
  if (kind === "lmdb") return temporaryFolder();
  const server = await RedisServer.start();
  clean.push(() => server.stop());
  return server.url;
}

/** Delivers a message to every lane again and again, a little ahead of the answers; resolves to how many in all. */
async function deliver(workers: Workers, stopped: () => boolean): Promise<number> {
  const answered = () => workers.told().length / LINES_A_MESSAGE;
  for (let round = 0; ; round++) {
    await until(() => stopped() || round * LANES < answered() + AHEAD, { within: LONGEST });
    if (stopped()) return round * LANES;
    const letters = Array.from({ length: LANES }, (_, lane) => ({ lane: `lane/${lane}`, id: String(round) }));
    await Promise.all(letters.map((letter) => workers.deliver(letter)));
  }
}

/** Redis has another worker at work when one is killed; the embedded file is for one process, which comes back. */
async function replace(kind: StoreKind, workers: Workers): Promise<void> {
  if (kind === "redis") workers.start();
  await workers.kill();
  if (kind === "lmdb") workers.start();
}

describe.each(["lmdb", "redis"] as const)("workers on %s", (kind) => {
  it(`lose nothing and repeat nothing confirmed, though ${KILLS} of them are killed`, {
    timeout: LONGEST,
  }, async () => {
    const workers = new Workers(kind, await place(kind));
    clean.push(() => workers.killAll());
    workers.start();
    if (kind === "redis") workers.start();
    await workers.ready();

    let stop = false;
    const delivering = deliver(workers, () => stop);
    for (let kill = 0; kill < KILLS; kill++) {
      const before = workers.told().length;
      const lines = randomInt(LINES);
      await until(() => workers.told().length > before + lines, { within: LONGEST, what: `${lines} lines more` });
      await replace(kind, workers);
      if (kill % 2 === 1) await workers.ready();
    }
    stop = true;
    const count = await delivering;
    await until(() => judge(workers.told()).sent.size === 2 * count, { within: LONGEST, what: "all is answered" });

    const { repeated, faults } = judge(workers.told());
    console.info(`${kind}: ${KILLS} killed, ${count} messages, ${2 * count} parts sent, ${repeated} of them twice`);
    expect(faults).toEqual([]);
    expect(repeated).toBeLessThanOrEqual(KILLS * PARALLEL);
  });
});
