import type { Turn } from "../../core/conversation.ts";
import { clean } from "../../text/clean.ts";
import { readCorrection } from "../answer/correction.ts";
import { withoutPersons } from "./private.ts";

/** What an officer's message asks. */
export interface Asking {
  /** Without personal data, with its line breaks. */
  readonly text: string;
  /** A procedure that the officer just said was the wrong one. */
  readonly refused?: string;
}

/** Longest message that is read, in UTF-16 units: a forwarded one may be long, its questions stand in it somewhere. */
const LONGEST_READ = 8_000;

/** "Dân hỏi", "có người hỏi em là": the officer's own words before the citizen's. */
const REPORTED =
  /^\s*(?:có\s+)?(?:một\s+)?(?:người\s+dân|bà con|người|dân)\s+(?:hỏi|thắc mắc|nhờ hỏi)(?:\s+(?:là|rằng|em|tôi|như sau))*\s*[:,]?\s*/iu;

/** Reads what is asked: the message as it came, since its lines tell the questions apart, or what a correction means instead. */
export function questionIn({ inbound, text, session }: Turn): Asking {
  const correction = inbound.kind === "forward" ? undefined : readCorrection(text, session);
  const refused = correction?.rejects ? session.procedure : undefined;
  if (correction)
    return { text: withoutPersons(correction.text || (session.asked ?? "")), ...(refused && { refused }) };
  const typed = clean(inbound.text) === text ? inbound.text : text;
  const legible = typed
    .slice(0, LONGEST_READ)
    .toWellFormed()
    .normalize("NFC")
    .replace(/\p{Cf}/gu, "");
  return { text: withoutPersons(legible.replace(REPORTED, "")) };
}
