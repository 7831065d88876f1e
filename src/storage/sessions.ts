import type { Reply, Session } from "../core/conversation.ts";

/** What stays of a conversation between two messages. */
export interface Remembered {
  readonly session: Session;
  /** The message answered last and its reply: the same message again gets the same reply. */
  readonly last: { readonly id: string; readonly reply: Reply };
}

/** Remembers conversations by channel and person. */
export interface Sessions {
  /** Undefined when nothing is remembered, or no longer. */
  get(key: string): Remembered | undefined;
  put(key: string, remembered: Remembered): void;
}

export interface MemoryLimits {
  /** Conversations at most; the one silent longest goes first. */
  readonly most: number;
  /** How long a silent conversation is kept, milliseconds. */
  readonly keep: number;
  readonly now: () => Date;
}

/** Conversations in memory: gone when the service stops. */
export class MemorySessions implements Sessions {
  /** Silent longest first. */
  readonly #entries = new Map<string, { readonly until: number; readonly remembered: Remembered }>();
  readonly #limits: MemoryLimits;

  constructor(limits: MemoryLimits) {
    this.#limits = limits;
  }

  get(key: string): Remembered | undefined {
    this.#forgetOld();
    return this.#entries.get(key)?.remembered;
  }

  put(key: string, remembered: Remembered): void {
    this.#entries.delete(key);
    this.#entries.set(key, { until: this.#limits.now().getTime() + this.#limits.keep, remembered });
    this.#forgetOld();
  }

  #forgetOld(): void {
    const now = this.#limits.now().getTime();
    for (const [key, { until }] of this.#entries) {
      if (until > now && this.#entries.size <= this.#limits.most) return;
      this.#entries.delete(key);
    }
  }
}
