import type { Outcome, Turn } from "../../core/conversation.ts";
import { type Payload, readPayload } from "../payload.ts";
import { outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { tellPapers } from "./cases.ts";
import { tellChecklist } from "./checklist.ts";
import { inForce } from "./codes.ts";
import { tellQuotes } from "./quotes.ts";
import { tell } from "./respond.ts";

/** The pressed buttons that this skill has made. */
export type Pressed = Exclude<Payload, { kind: "person" | "menu" }>;

/** The button pressed in this turn, when it is one of this skill's and names a procedure that is known. */
export function pressed({ text, knowledge, today }: Turn, words: Words["answer"]): Pressed | undefined {
  const payload = readPayload(text);
  if (payload === undefined || payload.kind === "person" || payload.kind === "menu") return undefined;
  if (payload.kind === "quote") return payload;
  return inForce(payload.code, knowledge, today, words) && payload;
}

/** Does what the button says. */
export function press(turn: Turn, payload: Pressed, words: Words["answer"], publicUrl?: string): Outcome {
  if (payload.kind === "quote") return tellQuotes(turn, words);
  const found = inForce(payload.code, turn.knowledge, turn.today, words);
  if (!found) return outcome(turn, replyWith("clarify", words.unknownCode));
  const telling = { procedure: found.procedure, notice: found.notice, facets: ["papers"] as const };
  if (payload.kind === "checklist") return tellChecklist(turn, telling, payload.answers, words, publicUrl);
  if (payload.kind === "case")
    return payload.answers === "all" ? tell(turn, telling, words) : tellPapers(turn, telling, payload.answers, words);
  const { facets, from } = payload;
  const papersOnly = facets.length === 1 && facets[0] === "papers" && from === 0;
  if (papersOnly && found.procedure.cases.length > 0) return tellPapers(turn, telling, [], words);
  return tell(turn, { ...telling, facets: facets.length > 0 ? facets : ["all"], from }, words);
}
