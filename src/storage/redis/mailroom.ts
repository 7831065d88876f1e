import { setTimeout as pause } from "node:timers/promises";
import type { Inbound } from "../../core/conversation.ts";
import type { Hold, Mailroom, Next, Part } from "../../core/mail.ts";
import { isStoreDown } from "../mail/faults.ts";
import { message, notice } from "../mail/letters.ts";
import { type MailroomOptions, serve, type Terms, USUAL } from "../mail/serve.ts";
import type { Entry } from "../mail/store.ts";
import { answer, type Client } from "./connection.ts";
import { RedisLanes } from "./lanes.ts";
import { WakeUps } from "./wake-ups.ts";

/** Wake-ups that were lost are made up for: how often we look, and how long a lane must have waited, milliseconds. */
const LOOK_EVERY = 1_000;
/** Lanes that are woken anew at one look. */
const AT_ONCE = 500;
/** How long to wait for a store that is away when closing, milliseconds. */
const GOODBYE = 3_000;

/** The mailroom on Redis, shared by any number of processes on any number of machines. */
export class RedisMailroom implements Mailroom {
  readonly #terms: Terms;
  readonly #client: Client;
  readonly #lanes: RedisLanes;
  readonly #wakeUps: WakeUps;
  readonly #closing = new AbortController();
  /** The lanes being worked on here. */
  readonly #busy = new Map<string, Promise<Next>>();
  #looking = Promise.resolve();
  #closed: Promise<void> | undefined;

  /** @param client destroyed when the mailroom closes */
  constructor(client: Client, options: MailroomOptions) {
    this.#terms = { ...USUAL, ...options };
    this.#client = client;
    this.#lanes = new RedisLanes(client, this.#terms.leaseMs);
    this.#wakeUps = new WakeUps(client, this.#terms.report);
  }

  async deliver(lane: string, inbound: Inbound): Promise<"new" | "seen"> {
    return this.#append(message(lane, inbound));
  }

  async post(lane: string, id: string, parts: readonly Part[]): Promise<"new" | "seen"> {
    return this.#append(notice(lane, id, parts));
  }

  async work(handle: (hold: Hold) => Promise<Next>, { parallel }: { readonly parallel: number }): Promise<void> {
    this.#wakeUps.answer((lane) => this.#woken(lane, handle), parallel);
    this.#looking = this.#look();
  }

  waiting(): Promise<number> {
    return this.#lanes.waiting();
  }

  async health(): Promise<"up" | { readonly down: string }> {
    return answer(this.#client.ping()).then(
      () => "up",
      (error: Error) => ({ down: error.message }),
    );
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    const answered = this.#wakeUps.close();
    await Promise.all([this.#looking, ...this.#busy.values()].map((work) => work.catch(() => undefined)));
    await Promise.race([answered.catch(this.#terms.report), pause(GOODBYE, undefined, { ref: false })]);
    this.#wakeUps.destroy();
    this.#client.destroy();
  }

  async #append(entry: Entry): Promise<"new" | "seen"> {
    const status = await this.#lanes.append(entry);
    // One wake-up lives as long as anything waits in its lane. What comes again may have lost it with the process before.
    if (status !== "next") await this.#wakeUps.add(entry.key);
    return status === "seen" ? "seen" : "new";
  }

  /** What a wake-up brings about; it comes again as long as its lane is held, rests, or has something in it. */
  async #woken(key: string, handle: (hold: Hold) => Promise<Next>): Promise<Next> {
    if (this.#busy.has(key)) return { after: this.#terms.leaseMs };
    const holder = { key, token: this.#terms.newToken() };
    const taken = await this.#lanes.take(holder);
    if (taken.status === "empty") return "done";
    if (taken.status === "later") return { after: taken.after };
    const work = serve(this.#lanes, holder, taken.contents, handle, this.#terms, this.#closing.signal);
    this.#busy.set(key, work);
    return work.finally(() => this.#busy.delete(key));
  }

  /**
   * Wakes lanes that nobody woke: a process died, or Redis went away, between keeping a message and waking its lane. Looks
   * only when nobody waits to be woken, so that a backlog is not taken for a loss.
   */
  async #look(): Promise<void> {
    const { signal } = this.#closing;
    while (!signal.aborted) {
      try {
        if (!(await this.#wakeUps.pending()))
          await this.#wakeUps.add(...(await this.#lanes.overdue(LOOK_EVERY, AT_ONCE)));
      } catch (error) {
        if (!isStoreDown(error)) this.#terms.report(error);
      }
      await pause(LOOK_EVERY, undefined, { signal }).catch(() => undefined);
    }
  }
}
