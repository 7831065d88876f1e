import type { Turn } from "../../core/conversation.ts";
import { AppError } from "../../core/errors.ts";
import type { Dossier, OneStop } from "../../core/one-stop.ts";
import type { Store } from "../../core/store.ts";
import { type Limit, Tries } from "./tries.ts";

export interface DeskOptions {
  readonly oneStop: OneStop;
  readonly store: Store;
  readonly now: () => Date;
  /** Told when somebody, a dossier or everybody is locked out: somebody may be guessing. */
  readonly onLocked?: (who: "person" | "dossier" | "everybody") => void;
}

/** What the desk gives out: a dossier, or why not. */
export type Given =
  | { readonly status: "found"; readonly dossier: Dossier }
  | { readonly status: "none" | "locked" | "closed" | "down" };

const MINUTE = 60_000;
const WINDOW = 15 * MINUTE;
/** Different codes that one person may ask for; officers look up for many people. */
const CODES: Readonly<Record<Turn["role"], Limit>> = {
  citizen: { most: 5, within: WINDOW },
  officer: { most: 60, within: WINDOW },
};
/** Times that one person may give digits. */
const DIGITS: Limit = { most: 5, within: WINDOW };
/** Wrong digits for one dossier, whoever gives them: ten of ten thousand in a day. */
const WRONG: Limit = { most: 10, within: 24 * 60 * MINUTE };
/** Codes that are not there and digits that are wrong, of everybody together. */
const MISSES: Limit = { most: 300, within: WINDOW };
const EVERYBODY = "dossier/misses";

/**
 * Asks the one-stop system, within limits that make guessing useless: a code alone shows state and dates, and what is
 * beyond them the owner's last four digits.
 */
export class Desk {
  readonly #tries: Tries;
  readonly #oneStop: OneStop;
  readonly #onLocked: NonNullable<DeskOptions["onLocked"]>;

  constructor({ oneStop, store, now, onLocked = () => {} }: DeskOptions) {
    this.#tries = new Tries(store, now);
    this.#oneStop = oneStop;
    this.#onLocked = onLocked;
  }

  /** Looks a dossier up. Never throws. */
  look(turn: Turn, code: string): Promise<Given> {
    return unlessDown(async () => {
      if (await this.#isClosed()) return { status: "closed" };
      const key = `dossier/codes/${keyOf(turn)}`;
      if ((await this.#tries.take(key, CODES[turn.role], code)) === "locked") return this.#lock("person");
      const dossier = await this.#oneStop.find(code);
      if (dossier) return { status: "found", dossier };
      await this.#missed(EVERYBODY, MISSES, "everybody");
      return { status: "none" };
    });
  }

  /** The dossier for who proves that it is theirs; "none" whether it is not there, has no number or the digits are wrong. */
  prove(turn: Turn, code: string, digits: string): Promise<Given> {
    return unlessDown(async () => {
      if (await this.#isClosed()) return { status: "closed" };
      if ((await this.#tries.take(`dossier/digits/${keyOf(turn)}`, DIGITS)) === "locked") return this.#lock("person");
      const wrong = `dossier/wrong/${code}`;
      if (!(await this.#tries.left(wrong, WRONG))) return this.#lock("dossier");
      const dossier = await this.#oneStop.find(code);
      if (dossier?.proof?.lastFour === digits) return { status: "found", dossier };
      await this.#missed(wrong, WRONG, "dossier");
      await this.#missed(EVERYBODY, MISSES, "everybody");
      return { status: "none" };
    });
  }

  async #isClosed(): Promise<boolean> {
    return !(await this.#tries.left(EVERYBODY, MISSES));
  }

  async #missed(key: string, limit: Limit, who: "dossier" | "everybody"): Promise<void> {
    await this.#tries.take(key, limit);
    if (!(await this.#tries.left(key, limit))) this.#lock(who);
  }

  #lock(who: "person" | "dossier" | "everybody"): Given {
    this.#onLocked(who);
    return { status: "locked" };
  }
}

async function unlessDown(ask: () => Promise<Given>): Promise<Given> {
  try {
    return await ask();
  } catch (error) {
    // The system, or the store that counts the tries: without it nothing is given out.
    if (error instanceof AppError) return { status: "down" };
    throw error;
  }
}

function keyOf({ inbound: { channel, person } }: Turn): string {
  return `${channel}/${person}`;
}
