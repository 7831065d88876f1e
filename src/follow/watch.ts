import type { Notice, Progress } from "../core/follow.ts";
import type { Dossier, DossierState } from "../core/one-stop.ts";
import type { Day } from "../core/procedure.ts";
import { vietnamDay } from "../text/today.ts";
import { dayBefore } from "./quiet.ts";

/** What is kept of one person's following of one dossier. Plain JSON; nothing that says whose the dossier is. */
export interface Watch {
  readonly lane: string;
  readonly code: string;
  /** ISO time at which the person asked for it. */
  readonly since: string;
  /** What the person knows; missing before the first look. */
  readonly seen?: Seen;
  /** Changes seen so far. */
  readonly changes: number;
  /** Looks without a change, since the last one. */
  readonly unchanged: number;
  /** Looks that failed, in a row. */
  readonly failures: number;
  /** ISO time since which the system has not known the dossier. */
  readonly missing?: string;
  /** The appointment of which the person was reminded. */
  readonly reminded?: Day;
}

export interface Seen {
  readonly state: DossierState;
  readonly due?: Day;
}

/** What a look came to: the dossier, none, or no answer. */
export type Found = Dossier | "none" | "no-answer";

/** What follows from a look: how it goes on, and what to tell. The same look gives the same id. */
export interface Judged {
  readonly watch: Watch | "over";
  readonly notice?: Notice;
  readonly id: string;
}

/** Nothing more happens to the dossier. */
const ENDED: ReadonlySet<DossierState> = new Set(["returned", "withdrawn", "rejected"]);
/** The agency is at work towards the appointment. */
const RUNNING: ReadonlySet<DossierState> = new Set(["submitted", "accepted", "processing", "unknown"]);
/** The system has not known the dossier for so long, milliseconds: it will not come back. */
const LOST = 3 * 24 * 60 * 60_000;

export function startWatch(lane: string, code: string, now: Date): Watch {
  return { lane, code, since: now.toISOString(), changes: 0, unchanged: 0, failures: 0 };
}

/** Judges a look at `now`. */
export function judge(watch: Watch, found: Found, now: Date): Judged {
  if (found === "no-answer") return { watch: { ...watch, failures: watch.failures + 1 }, id: idOf(watch, "none") };
  if (found === "none") return judgeMissing(watch, now);
  const { missing: _, ...known } = watch;
  const before: Watch = { ...known, failures: 0 };
  const seen = seenIn(found, watch.seen);
  const id = idOf(watch, `${watch.changes}/${seen.state}/${seen.due ?? ""}`);
  const ended = ENDED.has(seen.state);
  const isNew = watch.seen === undefined ? ended : differs(watch.seen, seen);
  const tomorrow = RUNNING.has(seen.state) && seen.due !== undefined && dayBefore(seen.due) === vietnamDay(now);
  const progress = progressOf(found, seen.state);
  if (isNew) {
    const notice: Notice = { kind: "changed", progress, next: ended ? "ends" : "goes-on" };
    if (ended) return { watch: "over", notice, id };
    const after = { ...before, seen, changes: watch.changes + 1, unchanged: 0 };
    return { watch: tomorrow ? { ...after, reminded: seen.due } : after, notice, id };
  }
  const after = { ...before, seen, unchanged: watch.seen ? watch.unchanged + 1 : 0 };
  if (watch.seen === undefined || !tomorrow || watch.reminded === seen.due) return { watch: after, id };
  return {
    watch: { ...after, reminded: seen.due },
    notice: { kind: "tomorrow", progress },
    id: idOf(watch, `tomorrow/${seen.due}`),
  };
}

/** The appointment of which the person is still to be reminded. */
export function appointment({ seen, reminded }: Watch): Day | undefined {
  if (seen?.due === undefined || seen.due === reminded || !RUNNING.has(seen.state)) return undefined;
  return seen.due;
}

function judgeMissing(watch: Watch, now: Date): Judged {
  const missing = watch.missing ?? now.toISOString();
  const id = idOf(watch, "lost");
  if (now.getTime() - Date.parse(missing) < LOST) {
    return { watch: { ...watch, missing, failures: 0, unchanged: watch.unchanged + 1 }, id };
  }
  return { watch: "over", notice: { kind: "lost", progress: { code: watch.code } }, id };
}

/** A state that cannot be told, or an appointment that is no longer shown, is no news. */
function seenIn({ state, dueAt }: Dossier, before: Seen | undefined): Seen {
  const due = dueAt ? vietnamDay(dueAt) : before?.due;
  return { state: state === "unknown" ? (before?.state ?? state) : state, ...(due !== undefined && { due }) };
}

/** Once the agency is done, its appointment does not matter any more. */
function differs(before: Seen, { state, due }: Seen): boolean {
  return before.state !== state || (before.due !== due && state !== "result_ready");
}

function progressOf({ code, submittedAt, dueAt, completedAt }: Dossier, state: DossierState): Progress {
  return {
    code,
    state,
    ...(submittedAt && { submittedAt }),
    ...(dueAt && { dueAt }),
    ...(completedAt && { completedAt }),
  };
}

function idOf({ code, since }: Watch, what: string): string {
  return `follow/${code}/${since}/${what}`;
}
