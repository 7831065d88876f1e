import { findDossierCodes } from "../../text/dossier-codes.ts";

/** What a button about following says when it is pressed. It comes back from outside: anybody can write anything. */
export type FollowPayload =
  | { readonly kind: "list" }
  | { readonly kind: "declined" }
  | { readonly kind: "stop-all" }
  | { readonly kind: "ask" | "start" | "stop"; readonly code: string };

const FOLLOW = "#f";
const STOP = `${FOLLOW}/stop`;
const DECLINE = `${FOLLOW}/no`;
const YES = "/yes";

/** Asks whether the dossier is to be followed. */
export function followPayload(code: string): string {
  return `${FOLLOW}/${code}`;
}

/** Begins to follow the dossier. */
export function startPayload(code: string): string {
  return `${FOLLOW}/${code}${YES}`;
}

/** Follows the dossier no longer; without a code none. */
export function stopPayload(code?: string): string {
  return code === undefined ? STOP : `${STOP}/${code}`;
}

export function declinePayload(): string {
  return DECLINE;
}

/** Reads a payload. Undefined when the text is not one that a button about following could have sent. */
export function readFollowPayload(text: string): FollowPayload | undefined {
  if (text === FOLLOW) return { kind: "list" };
  if (text === STOP) return { kind: "stop-all" };
  if (text === DECLINE) return { kind: "declined" };
  if (!text.startsWith(`${FOLLOW}/`)) return undefined;
  const stops = text.startsWith(`${STOP}/`);
  const starts = text.endsWith(YES);
  const written = text.slice(stops ? STOP.length + 1 : FOLLOW.length + 1, starts ? -YES.length : undefined);
  const [code] = findDossierCodes(written);
  if (code !== written) return undefined;
  return { kind: stops ? "stop" : starts ? "start" : "ask", code };
}
