import { ApiFault } from "./errors.ts";

export interface RawUpdate {
  readonly update_id: number;
  readonly [field: string]: unknown;
}

interface Poll {
  readonly look: () => void;
  readonly conflict: () => void;
}

const CONFLICT = new ApiFault(
  409,
  "Conflict: terminated by other getUpdates request; make sure that only one bot instance is running",
);

/** The updates that the bot has not confirmed, oldest first (core.telegram.org/bots/api#getupdates). */
export class UpdateQueue {
  #waiting: RawUpdate[] = [];
  #poll: Poll | undefined;
  #wake: (() => void) | undefined;

  get size(): number {
    return this.#waiting.length;
  }

  /** Whether a call of the bot is held open now. */
  get polled(): boolean {
    return this.#poll !== undefined;
  }

  /** Ends the call that is held open, as if its time were over. */
  endPoll(): void {
    this.#poll?.look();
  }

  add(update: RawUpdate): void {
    this.#waiting.push(update);
    this.#poll?.look();
    this.#wake?.();
  }

  /** Called whenever an update is added. */
  onAdd(wake: (() => void) | undefined): void {
    this.#wake = wake;
  }

  all(): readonly RawUpdate[] {
    return this.#waiting;
  }

  remove(update: RawUpdate): void {
    this.#waiting = this.#waiting.filter((one) => one !== update);
  }

  clear(): void {
    this.#waiting = [];
  }

  /**
   * Forgets all before `offset` and resolves with those from it on, or, when there are none within `seconds`, with none.
   * @throws ApiFault 409 when another call comes meanwhile
   */
  async poll(offset: number, limit: number, seconds: number, gone: AbortSignal): Promise<readonly RawUpdate[]> {
    this.#poll?.conflict();
    if (offset < 0) this.#waiting = this.#waiting.slice(offset);
    else this.#waiting = this.#waiting.filter(({ update_id }) => update_id >= offset);
    if (this.#waiting.length === 0 && seconds > 0) await this.#news(seconds, gone);
    return this.#waiting.filter(({ update_id }) => update_id >= offset).slice(0, limit);
  }

  #news(seconds: number, gone: AbortSignal): Promise<void> {
    return new Promise((resolve, reject) => {
      const end = (done: () => void) => () => {
        clearTimeout(timer);
        gone.removeEventListener("abort", look);
        if (this.#poll === poll) this.#poll = undefined;
        done();
      };
      const look = end(resolve);
      const timer = setTimeout(look, seconds * 1000);
      const poll: Poll = { look, conflict: end(() => reject(CONFLICT)) };
      gone.addEventListener("abort", look);
      this.#poll = poll;
    });
  }
}
