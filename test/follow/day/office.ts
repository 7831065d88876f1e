import type { DossierState } from "../../../src/core/one-stop.ts";
import { type HeldDossier, STATE_NAMES } from "../../stand-ins/one-stop/dossiers.ts";

/** Where a dossier goes from each state, as an office would move it on. */
const ONWARDS: Partial<Record<DossierState, DossierState>> = {
  submitted: "accepted",
  accepted: "processing",
  processing: "needs_documents",
  needs_documents: "needs_payment",
  needs_payment: "result_ready",
  result_ready: "returned",
};
const STATES = Object.keys(ONWARDS) as DossierState[];
const DAY = 86_400_000;

export interface Change {
  readonly code: string;
  readonly state: DossierState;
  /** Milliseconds since 1970. */
  readonly at: number;
}

/** An office at work: it moves its dossiers on, one after the other in an order of its own, and remembers what it did. */
export class Office {
  readonly changes: Change[] = [];
  readonly #dossiers: Map<string, HeldDossier>;
  #order: string[];

  /** Gives every dossier a state to begin with, and an appointment in 2 to 11 days. */
  constructor(dossiers: Map<string, HeldDossier>, codes: readonly string[], now: Date) {
    this.#dossiers = dossiers;
    this.#order = [...codes];
    codes.forEach((code, i) => {
      const dueAt = new Date(now.getTime() + (2 + (i % 10)) * DAY);
      this.#move(code, STATES[i % STATES.length] as DossierState, { dueAt, completedAt: undefined });
    });
  }

  /** Moves one dossier on. */
  work(now: Date): void {
    const [code, ...others] = this.#order;
    const state = code && ONWARDS[this.#dossiers.get(code)?.state ?? "unknown"];
    if (!state) throw new Error("the office has nothing left to do");
    this.#move(code, state, state === "result_ready" ? { completedAt: now } : {});
    this.changes.push({ code, state, at: now.getTime() });
    this.#order = state === "returned" ? others : [...others, code];
  }

  #move(code: string, state: DossierState, more: Partial<HeldDossier>): void {
    const held = this.#dossiers.get(code);
    if (held) this.#dossiers.set(code, { ...held, state, stateName: STATE_NAMES[state], ...more });
  }
}
