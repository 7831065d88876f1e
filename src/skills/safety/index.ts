import type { Outcome, Skill, Turn } from "../../core/conversation.ts";
import { CLAIM } from "../claims.ts";
import { procedurePayload } from "../payload.ts";
import { button, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { type Emergency, emergencyIn } from "./emergencies.ts";
import { secretIn } from "./secrets.ts";
import { isUnlawful, lawfulPart } from "./unlawful.ts";

/** Emergencies before anything else; then secrets that nobody should type, and requests that nobody should grant. */
export function createSafety(words: Words["safety"]): Skill {
  return {
    name: "safety",
    claims: (turn) => {
      if (turn.text.startsWith("#")) return undefined;
      if (emergencyIn(turn)) return CLAIM.emergency;
      if (secretIn(turn.text)) return CLAIM.secret;
      return isUnlawful(turn.text) ? CLAIM.unlawful : undefined;
    },
    handle: async (turn) => {
      const emergency = emergencyIn(turn);
      if (emergency) return callForHelp(turn, emergency, words);
      const secret = secretIn(turn.text);
      if (secret)
        return outcome(turn, replyWith("clarify", secret === "typed" ? words.secretTyped : words.secretAsked));
      return refuse(turn, words);
    },
  };
}

function callForHelp(turn: Turn, emergency: Emergency, words: Words["safety"]): Outcome {
  return outcome(turn, replyWith("emergency", `${words.emergency[emergency]}\n${words.after}`));
}

/** Refuses, with a button to the procedure that does lawfully what was asked for. */
async function refuse(turn: Turn, words: Words["safety"]): Promise<Outcome> {
  const { hits, verdict } = await turn.search.find(lawfulPart(turn.text), { limit: 1, today: turn.today });
  const lawful = verdict === "none" ? [] : hits.map(({ procedure }) => procedure);
  const reply = replyWith("refused", words.unlawful, {
    buttons: lawful.map(({ code, name }) => button(fill(words.lawfulWay, { name }), procedurePayload(code))),
    procedures: hits.map(({ procedure, score }) => ({ code: procedure.code, name: procedure.name, score })),
  });
  return outcome(turn, reply);
}
