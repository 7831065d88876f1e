import { createHash } from "node:crypto";
import type { Inbound } from "../../core/conversation.ts";
import type { Lane, Part } from "../../core/mail.ts";
import { writeKey } from "../keys.ts";
import type { Contents, Entry } from "./store.ts";

/**
 * A message as the store keeps it: JSON, in which a lone surrogate survives as its escape.
 * @throws RangeError when the lane's name is too long
 */
export function message(lane: string, inbound: Inbound): Entry {
  return entry(lane, "inbox", ["message", inbound.channel, inbound.id], [JSON.stringify(inbound)]);
}

/**
 * Parts without a message, as the store keeps them; the id counts within the lane.
 * @throws RangeError when the lane's name is too long
 */
export function notice(lane: string, id: string, parts: readonly Part[]): Entry {
  return entry(lane, "outbox", ["notice", lane, id], parts.map(writePart));
}

export function writePart(part: Part): string {
  return JSON.stringify(part);
}

/** State as the store keeps it; null for none. */
export function writeState(state: unknown): string | null {
  return JSON.stringify(state) ?? null;
}

/** What the holder of a lane sees. */
export function readLane(name: string, { inbox, outbox, state }: Contents): Lane {
  return {
    name,
    inbox: inbox.map(readInbound),
    outbox: outbox.map((letter) => JSON.parse(letter) as Part),
    state: state === undefined ? undefined : JSON.parse(state),
  };
}

function entry(lane: string, box: Entry["box"], identity: readonly string[], letters: readonly string[]): Entry {
  const key = writeKey(lane);
  const mark = createHash("sha256").update(JSON.stringify(identity)).digest("base64url");
  return { key, mark, box, letters };
}

function readInbound(letter: string): Inbound {
  const inbound = JSON.parse(letter) as Omit<Inbound, "at"> & { readonly at: string };
  return { ...inbound, at: new Date(inbound.at) };
}
