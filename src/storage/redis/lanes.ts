import type { Next } from "../../core/mail.ts";
import { laneLost } from "../mail/faults.ts";
import {
  type Appended,
  type Change,
  type Contents,
  type Entry,
  type Holder,
  type LaneStore,
  REMEMBERED,
  type Taken,
} from "../mail/store.ts";
import { answer, type Client } from "./connection.ts";
import type { LaneKeys } from "./lane-scripts.ts";

const QUEUE = "mail:lanes";

/** Lanes in Redis, for any number of processes. */
export class RedisLanes implements LaneStore {
  readonly #client: Client;
  readonly #leaseMs: number;

  constructor(client: Client, leaseMs: number) {
    this.#client = client;
    this.#leaseMs = leaseMs;
  }

  append({ key, mark, box, letters }: Entry): Promise<Appended> {
    const keys = [`mail:mark:${mark}`, keysOf(key)[box], QUEUE];
    return answer(this.#client.mailAppend(keys, [key, REMEMBERED / 1000, ...letters]));
  }

  async take({ key, token }: Holder): Promise<Taken> {
    const reply = this.#client.mailTake(listOf(key), [key, token, this.#leaseMs]);
    const { status, contents } = await answer(reply);
    if (status === "taken") return { status, contents };
    return status === "empty" ? { status } : { status: "later", after: Number(status) };
  }

  async change({ key, token }: Holder, step: number, change: Change): Promise<Contents> {
    const { inbox, outbox, state, parts } = change;
    const [task, value] = state === undefined ? ["keep", ""] : state === null ? ["forget", ""] : ["set", state];
    const args = [key, token, this.#leaseMs, step, inbox, outbox, task, value, ...parts];
    const { status, contents } = await answer(this.#client.mailChange(listOf(key), args));
    if (status === "lost") throw laneLost(key);
    return contents;
  }

  async renew({ key, token }: Holder): Promise<void> {
    await answer(this.#client.mailRenew(listOf(key), [key, token, this.#leaseMs]));
  }

  async release({ key, token }: Holder, next: Next): Promise<Next> {
    const args = [key, token, next === "done" ? -1 : Math.ceil(next.after)];
    const after = await answer(this.#client.mailRelease(listOf(key), args));
    return after < 0 ? "done" : { after };
  }

  waiting(): Promise<number> {
    return answer(this.#client.zCard(QUEUE));
  }

  /** Lanes, at most so many, that could have been taken more than `ms` ago; each is told once in that time. */
  overdue(ms: number, limit: number): Promise<string[]> {
    return answer(this.#client.mailOverdue([QUEUE], [ms, limit]));
  }
}

function keysOf(key: string): LaneKeys {
  return { lane: `mail:lane:${key}`, inbox: `mail:inbox:${key}`, outbox: `mail:outbox:${key}`, queue: QUEUE };
}

function listOf(key: string): string[] {
  const { lane, inbox, outbox, queue } = keysOf(key);
  return [lane, inbox, outbox, queue];
}
