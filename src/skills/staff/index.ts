import type { Outcome, Skill, Turn } from "../../core/conversation.ts";
import { LONGEST } from "../../text/clean.ts";
import { codeIn } from "../answer/codes.ts";
import { readCorrection } from "../answer/correction.ts";
import { CLAIM } from "../claims.ts";
import { outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { answer, answerAbout } from "./answer.ts";
import { readStaffPayload } from "./payload.ts";
import { questionIn } from "./question.ts";

/** Answers officers: with the legal basis, quotes, doubts, look-alikes, and a draft that they can send on. */
export function createStaff(words: Words): Skill {
  return {
    name: "staff",
    claims: (turn) => {
      if (turn.role !== "officer") return undefined;
      if (turn.text.startsWith("#")) return readStaffPayload(turn.text) && CLAIM.pressed;
      return claimTyped(turn);
    },
    handle: async (turn) => {
      const payload = readStaffPayload(turn.text);
      if (payload?.kind === "procedure") return answerAbout(turn, payload, words);
      if (payload === undefined) return answer(turn, questionIn(turn), words);
      return showDraft(turn, words);
    },
  };
}

/** More surely than those who answer citizens, less surely than safety and small talk. */
function claimTyped({ inbound, text, session }: Turn): number | undefined {
  if (!/\p{L}/u.test(text) && codeIn(text) === undefined) return undefined;
  if (inbound.text.length > LONGEST) return CLAIM.staffLong;
  if (inbound.kind === "forward") return CLAIM.staffForwarded;
  return readCorrection(text, session)?.by === "words" ? CLAIM.correction : CLAIM.staffQuestion;
}

/** The draft and nothing else, so that it can be sent on as it is. */
function showDraft(turn: Turn, words: Words): Outcome {
  const { draft, sources = [] } = turn.session;
  if (draft === undefined) return outcome(turn, replyWith("clarify", words.staff.noDraft));
  return outcome(turn, replyWith("answered", draft, { sources }));
}
