import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { parseEvent } from "../../../src/channels/zalo-oa/event.ts";
import { readInbound } from "../../../src/channels/zalo-oa/inbound.ts";

const FOLDER = join(import.meta.dirname, "events");
const READING = { fingerprint: () => "fingerprint", now: new Date("2026-11-24T03:00:01.000Z") };

interface Recorded {
  readonly event: Readonly<Record<string, unknown>>;
  /** What it says to us; why it says nothing to us. */
  readonly inbound: unknown;
}

function read(event: Recorded["event"]): unknown {
  const parsed = parseEvent(event);
  expect(parsed).toBeDefined();
  return parsed && JSON.parse(JSON.stringify(readInbound(parsed, READING)));
}

describe("events in the form of Zalo's documentation, with invented people", () => {
  it.each(readdirSync(FOLDER))("%s", (name) => {
    const { event, inbound }: Recorded = JSON.parse(readFileSync(join(FOLDER, name), "utf8"));
    expect(read(event)).toEqual(inbound);
  });

  it.each([undefined, "", "hôm qua", "9".repeat(30), 1_795_489_200])(
    "happened now when their time is %j",
    (timestamp) => {
      const sender = { id: "2000000000000000002" };
      const event = { event_name: "user_send_text", sender, message: { msg_id: "m", text: "a" }, timestamp };
      expect(read(event)).toMatchObject({ at: READING.now.toISOString() });
    },
  );

  it("may have a time that is a number", () => {
    const event = { event_name: "follow", follower: { id: "2000000000000000002" }, timestamp: 1_795_489_200_123 };
    expect(read(event)).toMatchObject({ at: "2026-11-24T03:00:00.123Z" });
  });
});
