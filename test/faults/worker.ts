import { randomUUID } from "node:crypto";
import { appendFileSync } from "node:fs";
import { argv } from "node:process";
import type { Hold, Next } from "../../src/core/mail.ts";
import { inbound } from "../contract/mailroom/stage.ts";
import { until } from "../until.ts";
import { LONGEST } from "./extent.ts";
import { openStore, type StoreKind } from "./store.ts";
import type { Letter } from "./workers.ts";

/**
 * A worker process that can be killed at any moment: keeps the messages that its parent sends, and answers every message
 * with two parts. What a platform would see, and what the mailroom has confirmed, goes to a file line by line.
 */
const [, , kind, place, file] = argv as [string, string, StoreKind, string, string];

const tell = (line: string) => appendFileSync(file, `${line}\n`);

async function handle(hold: Hold): Promise<Next> {
  const parts = hold.inbox.flatMap(({ id }) => [1, 2].map((i) => ({ text: `${hold.name} ${id} ${i}`, buttons: [] })));
  if (hold.inbox.length > 0) await hold.settle(hold.inbox.length, { last: hold.inbox.at(-1)?.id }, parts);
  while (hold.outbox[0]) {
    const { text } = hold.outbox[0];
    tell(`sent ${text}`);
    await hold.confirm();
    tell(`confirmed ${text}`);
  }
  return "done";
}

const { mailroom } = await openStore(kind, place, { newToken: randomUUID, leaseMs: 2_000, report: () => undefined });
await until(async () => (await mailroom.health()) === "up", { within: LONGEST });
await mailroom.work(handle, { parallel: 4 });
process.on("message", async ({ lane, id }: Letter) => {
  await mailroom.deliver(lane, inbound(id, { channel: lane }));
  process.send?.({ lane, id } satisfies Letter);
});
process.on("disconnect", () => process.exit());
process.send?.("ready");
tell("ready");
