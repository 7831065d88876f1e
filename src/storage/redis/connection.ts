import { createClient } from "redis";
import { storeDown } from "../mail/faults.ts";
import { laneScripts } from "./lane-scripts.ts";
import { recordScripts } from "./record-scripts.ts";

/** How long an answer may take, milliseconds. */
const PATIENCE = 2_000;

export type Client = ReturnType<typeof newClient>;

/** A connection that comes back by itself and tells of each interruption once; what is asked meanwhile fails at once. */
export function connect(url: string, report: (error: unknown) => void): Client {
  const client = newClient(url);
  let told = false;
  client.on("ready", () => {
    told = false;
  });
  client.on("error", (error) => {
    if (!told) report(storeDown(error));
    told = true;
  });
  client.connect().catch(() => undefined); // it tries until it is destroyed, and tells by the event
  return client;
}

/**
 * What the store answers, in time.
 * @throws AppError `store_down`: whether it was done is not known
 */
export function answer<T>(reply: Promise<T>): Promise<T> {
  // With bare timers: an AbortController for each call costs as much as the call.
  return new Promise((resolve, reject) => {
    const giveUp = () => reject(storeDown(new Error(`no answer within ${PATIENCE} ms`)));
    // When this process was busy for that long, an answer may have come that was not read yet: it is read first.
    const late = setTimeout(() => setImmediate(giveUp), PATIENCE);
    reply.then(resolve, (error) => reject(storeDown(error))).finally(() => clearTimeout(late));
  });
}

function newClient(url: string) {
  return createClient({
    url,
    scripts: { ...laneScripts, ...recordScripts },
    disableOfflineQueue: true,
    commandOptions: { timeout: 0 }, // `answer` has one, which also counts while Redis is deaf
    // A peer that vanished without a word is noticed when a ping stays unanswered. BullMQ's own calls block 10 s at most.
    pingInterval: 5_000,
    socket: {
      connectTimeout: PATIENCE,
      socketTimeout: 20_000,
      reconnectStrategy: (tries) => Math.min(50 * tries, 500),
    },
  });
}
