import type { Session } from "../core/conversation.ts";

/** After six hours without a word, what was talked about is forgotten. */
export const FORGOTTEN_AFTER_MS = 6 * 60 * 60 * 1_000;

/** The session as it stands at `now`: empty when the last message is too old, or its time cannot be read. */
export function current(session: Session, now: Date): Session {
  if (session.at === undefined) return session;
  const age = now.getTime() - Date.parse(session.at);
  return age <= FORGOTTEN_AFTER_MS ? session : {};
}
