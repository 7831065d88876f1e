import type { Hold, Lane, Part } from "../../core/mail.ts";
import { readLane, writePart, writeState } from "./letters.ts";
import { persist } from "./persist.ts";
import { ALL, type Change, type Contents, type Holder, type LaneStore } from "./store.ts";

/** A taken lane in the hands of its handler; always shows what waits after the last change. */
export class Holding implements Hold {
  readonly name: string;
  readonly #store: LaneStore;
  readonly #holder: Holder;
  readonly #closing: AbortSignal;
  #lane: Lane;
  #step = 0;

  constructor(name: string, store: LaneStore, holder: Holder, contents: Contents, closing: AbortSignal) {
    this.name = name;
    this.#store = store;
    this.#holder = holder;
    this.#closing = closing;
    this.#lane = readLane(name, contents);
  }

  get inbox() {
    return this.#lane.inbox;
  }

  get outbox() {
    return this.#lane.outbox;
  }

  get state() {
    return this.#lane.state;
  }

  settle(taken: number, state: unknown, parts: readonly Part[]): Promise<Lane> {
    return this.#change({ inbox: taken, outbox: 0, state: writeState(state), parts: parts.map(writePart) });
  }

  confirm(): Promise<Lane> {
    return this.#change({ inbox: 0, outbox: 1, parts: [] });
  }

  drop(): Promise<Lane> {
    return this.#change({ inbox: 0, outbox: ALL, parts: [] });
  }

  async erase(): Promise<void> {
    await this.#change({ inbox: ALL, outbox: ALL, state: null, parts: [] });
  }

  async #change(change: Change): Promise<Lane> {
    const step = ++this.#step;
    const contents = await persist(() => this.#store.change(this.#holder, step, change), this.#closing);
    this.#lane = readLane(this.name, contents);
    return this.#lane;
  }
}
