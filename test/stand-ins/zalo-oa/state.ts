import type { SentButton } from "./checks.ts";
import { ApiFault } from "./errors.ts";
import type { Upload } from "./uploads.ts";

/** Somebody with Zalo on a phone. */
export interface Person {
  /** A decimal string larger than 2^53. */
  readonly id: string;
  readonly name: string;
}

/** One line of the chat, as the person sees it. */
export interface Shown {
  readonly from: "oa" | "officer" | "me";
  readonly text: string;
  readonly buttons: readonly SentButton[];
  readonly picture?: Upload;
  readonly file?: Upload;
  /** The card that asks for name and phone number. */
  readonly asksForContact?: true;
}

export interface Call {
  readonly path: string;
  readonly headers: Readonly<Record<string, unknown>>;
  readonly query: string;
  readonly body: unknown;
}

const WEEK = 7 * 86_400_000;
const DAY = 86_400_000;

interface Acquaintance {
  readonly person: Person;
  readonly chat: Shown[];
  follows: boolean;
  blocked: boolean;
  /** When the person last did something, in milliseconds since 1970. */
  interacted: number;
}

/** What Zalo remembers of one Official Account and of the people it knows. */
export class OaState {
  /** Every call, in order, also those that were refused. */
  readonly calls: Call[] = [];
  /** What people have sent, by the last part of its address. */
  readonly files = new Map<string, Uint8Array>();
  readonly #people = new Map<string, Acquaintance>();
  readonly #now: () => Date;
  #messages = 0;

  constructor(now: () => Date) {
    this.#now = now;
  }

  meet(person: Person): Acquaintance {
    const known = this.#people.get(person.id);
    if (known) return known;
    const met = { person, chat: [], follows: true, blocked: false, interacted: this.#now().getTime() };
    this.#people.set(person.id, met);
    return met;
  }

  find(id: unknown): Acquaintance | undefined {
    return this.#people.get(String(id));
  }

  all(): readonly Acquaintance[] {
    return [...this.#people.values()];
  }

  interacts(id: string): void {
    const met = this.#people.get(id);
    if (met) met.interacted = this.#now().getTime();
  }

  /** Whom a consulting message may go to. @throws ApiFault -201, -213, -217, -230 */
  reachable(id: unknown): Acquaintance {
    if (typeof id !== "string" || !/^\d+$/.test(id)) throw new ApiFault(-201, "user_id is invalid!");
    const met = this.#people.get(id);
    if (met === undefined) throw new ApiFault(-213, "User has not interacted with the OA");
    if (met.blocked) throw new ApiFault(-217, "User has blocked the OA");
    if (this.#silence(met) >= WEEK) throw new ApiFault(-230, "User has not interacted with the OA in the past 7 days");
    return met;
  }

  /** Free for two days after the person did something, then charged. */
  quotaOf(met: Acquaintance): "reply" | "purchase_quota" {
    return this.#silence(met) < 2 * DAY ? "reply" : "purchase_quota";
  }

  #silence({ interacted }: Acquaintance): number {
    return this.#now().getTime() - interacted;
  }

  nextMessageId(): string {
    this.#messages += 1;
    return `m-${String(this.#messages).padStart(4, "0")}`;
  }
}
