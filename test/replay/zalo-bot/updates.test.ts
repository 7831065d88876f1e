import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { readInbound } from "../../../src/channels/zalo-bot/inbound.ts";
import { parseUpdate } from "../../../src/channels/zalo-bot/update.ts";

const FOLDER = join(import.meta.dirname, "updates");
const NOW = new Date("2026-11-24T03:00:01.000Z");

interface Recorded {
  readonly update: unknown;
  /** What it says to us; null for an update that is not for us. */
  readonly inbound: unknown;
}

describe("updates of the Zalo Bot Platform, with invented people", () => {
  it.each(readdirSync(FOLDER))("%s", (name) => {
    const { update, inbound }: Recorded = JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
    const parsed = parseUpdate(update);
    expect(parsed).toBeDefined();
    const read = parsed && readInbound(parsed, NOW);
    expect(read === undefined ? null : JSON.parse(JSON.stringify(read))).toEqual(inbound);
  });
});
