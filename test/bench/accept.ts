import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../../src/cli/eval/metrics.ts";
import { RedisServer } from "../contract/redis-server.ts";
import { temporaryFolder } from "../surroundings.ts";
import { Connection } from "./connection.ts";
import { zaloCall } from "./zalo-event.ts";

/** How fast verified calls of Zalo's webhook are taken; times from the moment a call was due until its 200. */
export interface Accepting {
  readonly store: string;
  readonly load: string;
  readonly perSecond: number;
  /** Milliseconds. */
  readonly p50: number;
  readonly p99: number;
}

/** People who write. */
const PEOPLE = 5_000;
/** Calls a second of an ordinary day, and for how many seconds. */
const [CALM, CALM_SECONDS] = [100, 10];
/** Calls under way at once when as many are made as are taken. */
const CONNECTIONS = 256;

let sent = 0;

/** Measures both stores: 100 calls a second, then `count` calls as fast as they are taken. Redis as the README advises. */
export async function accepting(count: number): Promise<Accepting[]> {
  const redis = await RedisServer.start();
  try {
    return [...(await measure("embedded", [], count)), ...(await measure("Redis", [redis.url], count))];
  } finally {
    await redis.stop();
  }
}

async function measure(store: string, redisUrl: readonly string[], count: number): Promise<Accepting[]> {
  const server = fork(join(import.meta.dirname, "accept-server.ts"), [temporaryFolder(), ...redisUrl], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const [{ url }] = (await once(server, "message")) as [{ url: string }];
  const connections = await Promise.all(Array.from({ length: CONNECTIONS }, () => Connection.open(url)));
  try {
    await flood(connections, count / 2); // to warm up
    const calm = await steady(connections);
    const most = await flood(connections, count);
    await allKept(server);
    return [
      { store, load: `${CALM}/s`, ...calm },
      { store, load: `${CONNECTIONS} at once`, ...most },
    ];
  } finally {
    for (const connection of connections) connection.close();
    server.disconnect();
  }
}

/** Everybody has written by now, and nobody is answered. */
async function allKept(server: ChildProcess): Promise<void> {
  server.send("waiting?");
  const [{ waiting }] = (await once(server, "message")) as [{ waiting: number }];
  if (waiting !== PEOPLE) throw new Error(`${waiting} of ${PEOPLE} people wait`);
}

/** Calls at their times, whether those before are answered or not. */
async function steady(connections: readonly Connection[]): Promise<Omit<Accepting, "store" | "load">> {
  const started = performance.now();
  const calls = Array.from({ length: CALM * CALM_SECONDS }, async (_, i) => {
    const due = started + (1_000 * i) / CALM;
    await pause(due - performance.now());
    return call(connections[i % connections.length] as Connection, due);
  });
  return told(await Promise.all(calls), started);
}

/** Every connection calls again as soon as it is answered. */
async function flood(connections: readonly Connection[], count: number): Promise<Omit<Accepting, "store" | "load">> {
  const started = performance.now();
  const end = sent + count;
  const times: number[] = [];
  const each = async (connection: Connection) => {
    while (sent < end) times.push(await call(connection, performance.now()));
  };
  await Promise.all(connections.map(each));
  return told(times, started);
}

async function call(connection: Connection, due: number): Promise<number> {
  const status = await connection.call(zaloCall(sent++, PEOPLE));
  if (status !== 200) throw new Error(`answered with ${status}`);
  return performance.now() - due;
}

function told(times: readonly number[], started: number): Omit<Accepting, "store" | "load"> {
  const perSecond = Math.round((1_000 * times.length) / (performance.now() - started));
  return { perSecond, p50: percentile(times, 0.5), p99: percentile(times, 0.99) };
}
