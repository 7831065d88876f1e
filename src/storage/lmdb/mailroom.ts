import type { Inbound } from "../../core/conversation.ts";
import type { Hold, Mailroom, Next, Part } from "../../core/mail.ts";
import { message, notice } from "../mail/letters.ts";
import { type MailroomOptions, serve, type Terms, USUAL } from "../mail/serve.ts";
import type { Entry, Holder } from "../mail/store.ts";
import { Bell } from "./bell.ts";
import { LmdbLanes } from "./lanes.ts";
import type { Tables } from "./tables.ts";

/** How soon a lane is taken whose rest is over, milliseconds. */
const LOOK_EVERY = 50;

/** The embedded mailroom: one file, for the process itself. */
export class LmdbMailroom implements Mailroom {
  readonly #terms: Terms;
  readonly #tables: Tables;
  readonly #lanes: LmdbLanes;
  readonly #bell = new Bell();
  readonly #closing = new AbortController();
  /** The lanes being worked on here. */
  readonly #busy = new Map<string, Promise<void>>();
  #looking = Promise.resolve();
  #closed: Promise<void> | undefined;

  /** @param tables closed when the mailroom closes */
  constructor(tables: Tables, options: MailroomOptions, now: () => Date) {
    this.#terms = { ...USUAL, ...options };
    this.#tables = tables;
    this.#lanes = new LmdbLanes(tables, this.#terms.leaseMs, now);
  }

  async deliver(lane: string, inbound: Inbound): Promise<"new" | "seen"> {
    return this.#append(message(lane, inbound));
  }

  async post(lane: string, id: string, parts: readonly Part[]): Promise<"new" | "seen"> {
    return this.#append(notice(lane, id, parts));
  }

  async work(handle: (hold: Hold) => Promise<Next>, { parallel }: { readonly parallel: number }): Promise<void> {
    this.#looking = this.#look(handle, parallel);
  }

  waiting(): Promise<number> {
    return this.#lanes.waiting();
  }

  async health(): Promise<"up" | { readonly down: string }> {
    return this.#lanes.waiting().then(
      () => "up",
      (error: Error) => ({ down: error.message }),
    );
  }

  close(): Promise<void> {
    this.#closed ??= this.#close();
    return this.#closed;
  }

  async #append(entry: Entry): Promise<"new" | "seen"> {
    const status = await this.#lanes.append(entry);
    this.#bell.ring();
    return status === "seen" ? "seen" : "new";
  }

  async #close(): Promise<void> {
    this.#closing.abort();
    this.#bell.ring();
    await this.#looking;
    await Promise.all(this.#busy.values());
    await this.#tables.close();
  }

  /** Takes lanes whose time has come, until the mailroom closes. */
  async #look(handle: (hold: Hold) => Promise<Next>, parallel: number): Promise<void> {
    while (!this.#closing.signal.aborted) {
      try {
        for (const key of this.#lanes.ready(parallel)) {
          if (this.#busy.size < parallel && !this.#busy.has(key)) this.#start(key, handle);
        }
      } catch (error) {
        this.#terms.report(error);
      }
      await this.#bell.sleep(LOOK_EVERY);
    }
  }

  #start(key: string, handle: (hold: Hold) => Promise<Next>): void {
    const work = this.#serve({ key, token: this.#terms.newToken() }, handle)
      .catch(this.#terms.report)
      .finally(() => {
        this.#busy.delete(key);
        this.#bell.ring();
      });
    this.#busy.set(key, work);
  }

  async #serve(holder: Holder, handle: (hold: Hold) => Promise<Next>): Promise<void> {
    const taken = await this.#lanes.take(holder);
    if (taken.status !== "taken") return;
    await serve(this.#lanes, holder, taken.contents, handle, this.#terms, this.#closing.signal);
  }
}
