import type { Skill } from "../../core/conversation.ts";
import { CLAIM } from "../claims.ts";
import type { Words } from "../words.ts";
import { ask } from "./ask.ts";
import { readCorrection } from "./correction.ts";
import { press, pressed } from "./press.ts";

export interface AnswerOptions {
  /** Where the service is reached from outside; checklists then name their printable page. */
  readonly publicUrl?: string | undefined;
}

/** Answers questions about procedures from the knowledge folder alone, with no model. */
export function createAnswer(words: Words["answer"], { publicUrl }: AnswerOptions = {}): Skill {
  return {
    name: "answer",
    claims: (turn) => {
      if (pressed(turn, words)) return CLAIM.pressed;
      return readCorrection(turn.text, turn.session)?.by === "words" ? CLAIM.correction : CLAIM.question;
    },
    handle: async (turn) => {
      const payload = pressed(turn, words);
      return payload ? press(turn, payload, words, publicUrl) : ask(turn, words);
    },
  };
}
