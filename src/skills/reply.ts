import type { Button, Outcome, Reply, ReplyStatus, Session, Source, Turn } from "../core/conversation.ts";
import { WORDS_FILE } from "./words.ts";

/** What Zalo and Telegram take at most in one message. */
export const MOST_BUTTONS = 5;
const LONGEST_LABEL = 60;

/** A reply of the given status; what is not given is empty. */
export function replyWith(status: ReplyStatus, text: string, more: Partial<Reply> = {}): Reply {
  return { status, text, buttons: [], sources: spoken(text), procedures: [], facets: [], ...more };
}

/** An outcome that keeps what was being talked about. */
export function outcome(turn: Turn, reply: Reply, changes: Partial<Session> = {}): Outcome {
  const { offered: _, ...kept } = turn.session;
  return { reply, session: { ...kept, ...(reply.buttons.length > 0 && { offered: reply.buttons }), ...changes } };
}

/** A button with its label cut at a word to what a phone shows. */
export function button(label: string, send: string): Button {
  return { label: clip(label, LONGEST_LABEL), send };
}

/** The text cut at a word, with "…", so that it has at most `length` characters. */
export function clip(text: string, length: number): string {
  if (text.length <= length) return text;
  const cut = text.slice(0, length - 1);
  const blank = cut.lastIndexOf(" ");
  return `${(blank > length / 2 ? cut.slice(0, blank) : cut).replace(/[\s,;:(–-]+$/u, "")}…`;
}

/** The bot's own sentences as a source, when they state a number (a telephone number, mostly). */
export function spoken(text: string): Source[] {
  return /\d/.test(text) ? [{ code: "", file: WORDS_FILE, heading: "", quote: text }] : [];
}
