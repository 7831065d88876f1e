import { Unusable } from "./down.ts";

/** What lets us in: a token or a session, and for how long, in milliseconds. */
export interface Granted {
  readonly pass: string;
  readonly lasts: number;
}

/** A pass is renewed so long before it ends, milliseconds. */
const EARLY = 30_000;

/** Keeps one pass for everybody: asked for once, however many wait for it, until it ends or is refused. */
export class PassKeeper {
  #current: { readonly granted: Promise<Granted>; ends: number } | undefined;
  readonly #grant: () => Promise<Granted>;
  readonly #now: () => Date;

  /** @param grant gets a new pass; must end by itself */
  constructor(grant: () => Promise<Granted>, now: () => Date) {
    this.#grant = grant;
    this.#now = now;
  }

  /**
   * Uses the pass; once more with a new one when the first is refused.
   * @param use answers "unauthorized" when the pass is refused
   * @throws Unusable when the new one is refused too; whatever `grant` and `use` throw
   */
  async use<T>(use: (pass: string) => Promise<T | "unauthorized">, signal: AbortSignal): Promise<T> {
    for (let tries = 0; tries < 2; tries++) {
      const held = this.#hold();
      const { pass } = await endingWith(signal, held.granted);
      const answer = await use(pass);
      if (answer !== "unauthorized") return answer;
      if (this.#current === held) this.#current = undefined;
    }
    throw new Unusable("it refuses a pass that it has just given");
  }

  #hold() {
    const now = this.#now().getTime();
    if (this.#current && now < this.#current.ends) return this.#current;
    const held = { granted: this.#grant(), ends: Number.POSITIVE_INFINITY };
    this.#current = held;
    held.granted.then(
      ({ lasts }) => {
        held.ends = now + Math.max(lasts - EARLY, lasts / 2);
      },
      () => {
        if (this.#current === held) this.#current = undefined;
      },
    );
    return held;
  }
}

/** The promise, or the signal's reason when that comes first. */
function endingWith<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
  signal.throwIfAborted();
  return new Promise((resolve, reject) => {
    const end = () => reject(signal.reason);
    signal.addEventListener("abort", end, { once: true });
    promise.then(resolve, reject).finally(() => signal.removeEventListener("abort", end));
  });
}
