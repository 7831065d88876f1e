import type { Button, Outcome, Turn } from "../../core/conversation.ts";
import { outcome, replyWith } from "../reply.ts";

/** Platforms tell that somebody opened the conversation, and right after it what they pressed for it: milliseconds. */
const SAME_MOMENT = 60_000;

/**
 * Greets somebody who begins. Who was just greeted for opening the conversation is not greeted again for the "/start" that
 * comes with it: that reply says nothing, and nothing is sent.
 */
export function greet(turn: Turn, greeting: string, buttons: readonly Button[]): Outcome {
  const { inbound } = turn;
  const { greeted, ...session } = turn.session;
  if (inbound.kind !== "follow" && justGreeted(turn))
    return { reply: replyWith("smalltalk", ""), session: { ...session, offered: buttons } };
  const now = inbound.kind === "follow" ? { greeted: inbound.at.toISOString() } : {};
  return outcome({ ...turn, session }, replyWith("smalltalk", greeting, { buttons }), now);
}

/** Nothing else was said between the greeting and now. */
function justGreeted({ inbound, session: { greeted, at } }: Turn): boolean {
  return greeted !== undefined && greeted === at && inbound.at.getTime() - Date.parse(greeted) < SAME_MOMENT;
}
