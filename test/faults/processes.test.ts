import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { RedisServer } from "../contract/redis-server.ts";
import { temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";
import { LONGEST, MESSAGES } from "./extent.ts";
import type { StoreKind } from "./store.ts";
import { judge, Workers } from "./workers.ts";

const PROGRAM = join(import.meta.dirname, "deliverer.ts");

/** Delivers in a process of its own; resolves to how many messages were said to be new. */
async function deliver(kind: StoreKind, place: string): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, kind, place, String(MESSAGES)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(code).toBe(0);
  return Number(said);
}

describe.each(["lmdb", "redis"] as const)("several processes on %s", (kind) => {
  it(`answer each of 3 × ${MESSAGES} messages once, though two deliver it once, twice, 50 times at once`, {
    timeout: LONGEST,
  }, async () => {
    const server = kind === "redis" ? await RedisServer.start() : undefined;
    const place = server?.url ?? temporaryFolder();
    const workers = new Workers(kind, place);
    try {
      workers.start();
      workers.start();
      const [one, other] = await Promise.all([deliver(kind, place), deliver(kind, place)]);
      // Fewer where a refused one had been kept nevertheless: when it comes again, it is seen.
      expect(one + other).toBeLessThanOrEqual(3 * MESSAGES);
      const parts = 2 * 3 * MESSAGES;
      const confirmed = () => workers.told().filter((line) => line.startsWith("confirmed ")).length;
      await until(() => confirmed() === parts, { within: LONGEST, what: "all is answered" });
      const { sent, repeated, faults } = judge(workers.told());
      expect([sent.size, repeated, faults]).toEqual([parts, 0, []]);
    } finally {
      await workers.killAll();
      await server?.stop();
    }
  });
});
