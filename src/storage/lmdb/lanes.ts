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
import { type LaneRecord, lettersOf, push, shift, type Tables } from "./tables.ts";

/** Old marks that one append sweeps out: more than it brings, so that they do not pile up. */
const SWEPT = 2;

/** Lanes in one LMDB file. */
export class LmdbLanes implements LaneStore {
  readonly #tables: Tables;
  readonly #leaseMs: number;
  readonly #now: () => Date;

  constructor(tables: Tables, leaseMs: number, now: () => Date) {
    this.#tables = tables;
    this.#leaseMs = leaseMs;
    this.#now = now;
  }

  append({ key, mark, box, letters }: Entry): Promise<Appended> {
    const { lanes, marks, ages, transaction } = this.#tables;
    return transaction(() => {
      const now = this.#time();
      this.#forgetMarks(now - REMEMBERED);
      if (marks.doesExist(mark)) return "seen";
      marks.put(mark, now);
      ages.put([now, mark], true);
      push(this.#tables[box], key, letters);
      if (letters.length === 0 || lanes.doesExist(key)) return "next";
      this.#set(key, { at: now, step: 0 });
      return "first";
    });
  }

  /** The lanes whose time has come, longest waiting first, at most so many. */
  ready(limit: number): string[] {
    const keys = this.#tables.queue.getKeys({ end: [this.#time() + 1, ""], limit });
    return [...keys].map(([, key]) => key);
  }

  take({ key, token }: Holder): Promise<Taken> {
    return this.#tables.transaction(() => {
      const record = this.#tables.lanes.get(key);
      if (record === undefined) return { status: "empty" };
      const now = this.#time();
      if (record.at > now) return { status: "later", after: record.at - now };
      const contents = this.#contents(key);
      if (isEmpty(contents)) {
        this.#set(key, undefined);
        return { status: "empty" };
      }
      this.#set(key, { at: now + this.#leaseMs, token, step: 0 });
      return { status: "taken", contents };
    });
  }

  change(holder: Holder, step: number, change: Change): Promise<Contents> {
    const { key, token } = holder;
    return this.#tables.transaction(() => {
      const done = this.#heldBy(holder)?.step;
      if (done !== step && done !== step - 1) throw laneLost(key);
      if (done !== step) this.#apply(key, change);
      this.#set(key, { at: this.#time() + this.#leaseMs, token, step });
      return this.#contents(key);
    });
  }

  renew(holder: Holder): Promise<void> {
    return this.#tables.transaction(() => {
      const record = this.#heldBy(holder);
      if (record) this.#set(holder.key, { ...record, at: this.#time() + this.#leaseMs });
    });
  }

  release(holder: Holder, next: Next): Promise<Next> {
    return this.#tables.transaction(() => {
      if (!this.#heldBy(holder)) return "done";
      const done = next === "done" && isEmpty(this.#contents(holder.key));
      const after = next === "done" ? 0 : next.after;
      this.#set(holder.key, done ? undefined : { at: this.#time() + after, step: 0 });
      return done ? "done" : { after };
    });
  }

  waiting(): Promise<number> {
    return this.#tables.transaction(() => this.#tables.queue.getKeysCount());
  }

  #time(): number {
    return this.#now().getTime();
  }

  #heldBy({ key, token }: Holder): LaneRecord | undefined {
    const record = this.#tables.lanes.get(key);
    return record?.token === token ? record : undefined;
  }

  /** Keeps the queue in step with the lanes. */
  #set(key: string, record: LaneRecord | undefined): void {
    const { lanes, queue } = this.#tables;
    const before = lanes.get(key);
    if (before) queue.remove([before.at, key]);
    if (record === undefined) {
      lanes.remove(key);
      return;
    }
    lanes.put(key, record);
    queue.put([record.at, key], true);
  }

  #apply(key: string, { inbox, outbox, state, parts }: Change): void {
    const { states } = this.#tables;
    shift(this.#tables.inbox, key, inbox);
    shift(this.#tables.outbox, key, outbox);
    push(this.#tables.outbox, key, parts);
    if (state === null) states.remove(key);
    else if (state !== undefined) states.put(key, state);
  }

  #contents(key: string): Contents {
    const { inbox, outbox, states } = this.#tables;
    return { inbox: lettersOf(inbox, key), outbox: lettersOf(outbox, key), state: states.get(key) };
  }

  #forgetMarks(before: number): void {
    const { marks, ages } = this.#tables;
    for (const age of [...ages.getKeys({ end: [before, ""], limit: SWEPT })]) {
      ages.remove(age);
      marks.remove(age[1]);
    }
  }
}

function isEmpty({ inbox, outbox }: Contents): boolean {
  return inbox.length + outbox.length === 0;
}
