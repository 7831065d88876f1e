import type { Inbound } from "../core/conversation.ts";
import { LONGEST } from "../text/clean.ts";

/** Messages typed in one go: each comes at most so long after the one before, milliseconds. */
const GAP = 3_000;
/** After so long a wait, in milliseconds, we were away: what piled up gets one answer. */
const LATE = 120_000;

/** Waiting messages that become one turn. */
export interface Batch {
  /** How many messages it takes from the head of the inbox. */
  readonly taken: number;
  /** The one message that is answered in their stead. */
  readonly inbound: Inbound;
  /** When the first of the words answered was written. */
  readonly since: Date;
  /** There were others, which waited too long to be answered one by one. */
  readonly late: boolean;
}

/**
 * What to answer next of a lane's waiting messages (at least one, oldest first): short messages sent one upon the other are
 * read as one; after an outage the last thing said stands for all.
 */
export function nextBatch(inbox: readonly Inbound[], now: Date): Batch {
  const first = inbox[0] as Inbound;
  const waited = now.getTime() - first.at.getTime();
  const end = waited > LATE ? lengthWhile(inbox, isSaid) : 0;
  let batch = burst(inbox);
  let from = 0;
  while (from + batch.taken < end) {
    from += batch.taken;
    batch = burst(inbox.slice(from, end));
  }
  return { ...batch, taken: from + batch.taken, late: from > 0 };
}

/** The messages at the head that were typed in one go. */
function burst(inbox: readonly Inbound[]): Omit<Batch, "late"> {
  const first = inbox[0] as Inbound;
  let text = first.text;
  let last = first;
  let taken = 1;
  for (const next of isTyped(first) ? inbox.slice(1) : []) {
    const together = `${text}\n${next.text}`;
    if (!isTyped(next) || next.at.getTime() - last.at.getTime() > GAP || together.length > LONGEST) break;
    text = next.text.trim() === last.text.trim() ? text : together;
    last = next;
    taken++;
  }
  return { taken, inbound: { ...last, text }, since: first.at };
}

/** Words of the person's own: no button, no command, nothing forwarded. */
function isTyped({ kind = "text", text }: Inbound): boolean {
  return kind === "text" && !/^\s*[#/]/.test(text);
}

/** Something that is answered, unlike what changes how we may answer. */
function isSaid({ kind = "text" }: Inbound): boolean {
  return kind === "text" || kind === "press" || kind === "forward" || kind === "media";
}

function lengthWhile<T>(list: readonly T[], holds: (one: T) => boolean): number {
  const end = list.findIndex((one) => !holds(one));
  return end < 0 ? list.length : end;
}
