import type { Outcome } from "../core/conversation.ts";
import type { Batch } from "./batch.ts";

/** Drafts that wait at most: those of lanes that another process took over are never asked for. */
const MOST = 1_000;

/** Answers that wait whether more words follow, so that they need not be worked out again when none do. */
export class Drafts {
  readonly #waiting = new Map<string, { readonly to: string; readonly outcome: Outcome }>();

  keep(lane: string, batch: Batch, outcome: Outcome): void {
    const [oldest] = this.#waiting.keys();
    if (this.#waiting.size >= MOST && oldest !== undefined) this.#waiting.delete(oldest);
    this.#waiting.set(lane, { to: idOf(batch), outcome });
  }

  /** The draft that answers just these messages, if there is one. It is given out once. */
  take(lane: string, batch: Batch): Outcome | undefined {
    const draft = this.#waiting.get(lane);
    this.#waiting.delete(lane);
    return draft?.to === idOf(batch) ? draft.outcome : undefined;
  }
}

/** What a batch holds: as lanes only grow at their end, its size and its last message tell. */
function idOf({ taken, inbound }: Batch): string {
  return `${taken} ${inbound.id}`;
}
