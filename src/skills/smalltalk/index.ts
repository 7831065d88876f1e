import type { Button, Skill, Turn } from "../../core/conversation.ts";
import { CLAIM } from "../claims.ts";
import { MENU, PERSON, procedurePayload } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { type Kind, smalltalkIn } from "./phrases.ts";

/** Greetings, thanks, goodbyes, insults, "are you a bot", the menu: short and kind, and back to the matter. */
export function createSmalltalk(words: Words["smalltalk"], person: string): Skill {
  return {
    name: "smalltalk",
    claims: ({ text }) => {
      if (text === MENU) return CLAIM.pressed;
      return smalltalkIn(text) === undefined ? undefined : CLAIM.smalltalk;
    },
    handle: async (turn) => {
      const kind = turn.text === MENU ? "menu" : (smalltalkIn(turn.text) ?? "greeting");
      const reply = replyWith(kind === "offTopic" ? "silent" : "smalltalk", words[kind], {
        buttons: buttonsFor(kind, turn, words, person),
      });
      return outcome(turn, reply);
    },
  };
}

function buttonsFor(kind: Kind, turn: Turn, words: Words["smalltalk"], person: string): Button[] {
  if (kind === "insult") return [button(person, PERSON)];
  return kind === "greeting" || kind === "menu" || kind === "offTopic" ? popular(turn, words) : [];
}

/** The procedures asked for most, those that the base has. */
function popular({ knowledge }: Turn, words: Words["smalltalk"]): Button[] {
  return words.popular
    .flatMap((code) => knowledge.procedures.get(code) ?? [])
    .slice(0, MOST_BUTTONS)
    .map(({ code, name }) => button(name, procedurePayload(code)));
}
