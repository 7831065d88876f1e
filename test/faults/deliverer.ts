import { randomUUID } from "node:crypto";
import { argv } from "node:process";
import type { Inbound } from "../../src/core/conversation.ts";
import { inbound } from "../contract/mailroom/stage.ts";
import { until } from "../until.ts";
import { openStore } from "./store.ts";

/**
 * A process that delivers messages of each kind: first `count` of them once, then as many others so many times at once as
 * `TIMES` tells, and so on. Tells how many were said to be new.
 */
const [, , url, count] = argv as [string, string, string, string];

/** How often each message of a kind is delivered. */
const TIMES = [1, 2, 50];
/** Deliveries under way at most. */
const AT_ONCE = 200;

const { mailroom } = await openStore("redis", url, { newToken: randomUUID, report: console.error });
await until(async () => (await mailroom.health()) === "up");

const ids = TIMES.flatMap((times, type) =>
  Array.from({ length: Number(count) * times }, (_, i) => type * Number(count) + Math.floor(i / times)),
);
let fresh = 0;
while (ids.length > 0) {
  const deliveries = ids.splice(0, AT_ONCE).map((id) => deliver(`lane/${id % 20}`, inbound(String(id))));
  fresh += (await Promise.all(deliveries)).filter((status) => status === "new").length;
}
console.log(fresh);
await mailroom.close();

/** As a platform does: again as long as it is refused, which a busy machine may do. */
async function deliver(lane: string, message: Inbound): Promise<"new" | "seen"> {
  return mailroom.deliver(lane, message).catch((error: { code?: unknown }) => {
    if (error.code === "store_down") return deliver(lane, message);
    throw error;
  });
}
