import type { Session } from "../core/conversation.ts";

/** After six hours without a word, what was talked about is forgotten. */
export const FORGOTTEN_AFTER_MS = 6 * 60 * 60 * 1_000;
/** A walk through a guide may take days: so long it is kept. */
export const GUIDE_KEPT_MS = 30 * 24 * 60 * 60 * 1_000;

/**
 * The session as it stands at `now`: when the last message is too old, empty but for the place in a guide, which then rests
 * until the person wants to go on; empty when its time cannot be read.
 */
export function current(session: Session, now: Date): Session {
  if (session.at === undefined) return session;
  const age = now.getTime() - Date.parse(session.at);
  if (age <= FORGOTTEN_AFTER_MS) return session;
  const { guide } = session;
  return guide && age <= GUIDE_KEPT_MS ? { guide: { ...guide, rest: "away" } } : {};
}
