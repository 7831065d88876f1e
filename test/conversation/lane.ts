import type { Inbound } from "../../src/core/conversation.ts";
import type { Hold, Lane, Part } from "../../src/core/mail.ts";

/** A held lane in memory that remembers every change made to it. */
export class HeldLane implements Hold {
  readonly changes: string[] = [];
  inbox: readonly Inbound[];
  outbox: readonly Part[] = [];
  state: unknown;

  constructor(
    readonly name: string,
    inbox: readonly Inbound[],
    state?: unknown,
  ) {
    this.inbox = inbox;
    this.state = state;
  }

  async settle(taken: number, state: unknown, parts: readonly Part[]): Promise<Lane> {
    this.inbox = this.inbox.slice(taken);
    this.state = state;
    this.outbox = [...this.outbox, ...parts];
    return this.#changed(`settle ${taken}`);
  }

  async confirm(): Promise<Lane> {
    this.outbox = this.outbox.slice(1);
    return this.#changed("confirm");
  }

  async drop(): Promise<Lane> {
    this.outbox = [];
    return this.#changed("drop");
  }

  async erase(): Promise<void> {
    this.inbox = [];
    this.outbox = [];
    this.state = undefined;
    this.#changed("erase");
  }

  #changed(what: string): this {
    this.changes.push(what);
    return this;
  }
}
