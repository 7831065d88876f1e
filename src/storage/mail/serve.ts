import type { Hold, Next } from "../../core/mail.ts";
import { readKey } from "../keys.ts";
import { Holding } from "./holding.ts";
import { persist } from "./persist.ts";
import type { Contents, Holder, LaneStore } from "./store.ts";

/** How a mailroom works, whatever its store. */
export interface Terms {
  /** How long a holder that gives no sign of life keeps its lane, milliseconds. */
  readonly leaseMs: number;
  /** How long a lane rests after its handler threw, milliseconds. */
  readonly retryMs: number;
  /** A token for whoever takes a lane: never the same twice, over all processes. */
  readonly newToken: () => string;
  /** Told what went wrong behind the scenes: a handler that threw, a store that is away. */
  readonly report: (error: unknown) => void;
}

/** The usual terms; a token and somebody to report to are always the caller's. */
export const USUAL = { leaseMs: 30_000, retryMs: 2_000 } as const;

/** What a mailroom is opened with. */
export type MailroomOptions = Pick<Terms, "newToken" | "report"> & Partial<Terms>;

/** Lets `handle` work on a lane just taken, renewing the lease meanwhile. Resolves to what the lane wants next. */
export async function serve(
  store: LaneStore,
  holder: Holder,
  contents: Contents,
  handle: (hold: Hold) => Promise<Next>,
  { leaseMs, retryMs, report }: Terms,
  closing: AbortSignal,
): Promise<Next> {
  const renewal = setInterval(() => void store.renew(holder).catch(report), leaseMs / 3);
  let next: Next;
  try {
    next = await handle(new Holding(readKey(holder.key), store, holder, contents, closing));
  } catch (error) {
    report(error);
    next = { after: retryMs };
  } finally {
    clearInterval(renewal);
  }
  return persist(() => store.release(holder, next), closing);
}
