import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { text } from "node:stream/consumers";
import { describe, expect, it } from "vitest";
import { RedisServer } from "../contract/redis-server.ts";
import { until } from "../until.ts";
import { LONGEST, MESSAGES } from "./extent.ts";
import { judge, Workers } from "./workers.ts";

const PROGRAM = join(import.meta.dirname, "deliverer.ts");

/** Delivers in a process of its own; resolves to how many messages were said to be new. */
async function deliver(url: string): Promise<number> {
  const child = spawn(process.execPath, ["--import", "tsx", PROGRAM, url, String(MESSAGES)], {
    stdio: ["ignore", "pipe", "inherit"],
  });
  const [said, [code]] = await Promise.all([text(child.stdout), once(child, "exit")]);
  expect(code).toBe(0);
  return Number(said);
}

describe("several processes on Redis", () => {
  it(`answer each of 3 × ${MESSAGES} messages once, though two deliver it once, twice, 50 times at once`, {
    timeout: LONGEST,
  }, async () => {
    const server = await RedisServer.start();
    const workers = new Workers("redis", server.url);
    try {
      workers.start();
      workers.start();
      const [one, other] = await Promise.all([deliver(server.url), deliver(server.url)]);
      // Fewer where a refused one had been kept nevertheless: when it comes again, it is seen.
      expect(one + other).toBeLessThanOrEqual(3 * MESSAGES);
      const parts = 2 * 3 * MESSAGES;
      const confirmed = () => workers.told().filter((line) => line.startsWith("confirmed ")).length;
      await until(() => confirmed() === parts, { within: LONGEST, what: "all is answered" });
      const { sent, repeated, faults } = judge(workers.told());
      expect([sent.size, repeated, faults]).toEqual([parts, 0, []]);
    } finally {
      await workers.killAll();
      await server.stop();
    }
  });
});
