import type { Button, Skill, Turn } from "../../core/conversation.ts";
import { CLAIM } from "../claims.ts";
import { MENU, PERSON, procedurePayload, START } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { greet } from "./greet.ts";
import { type Kind, smalltalkIn } from "./phrases.ts";

/** Greetings, thanks, goodbyes, insults, "are you a bot", stickers, the menu: short and kind, and back to the matter. */
export function createSmalltalk(words: Words["smalltalk"], person: string): Skill {
  return {
    name: "smalltalk",
    claims: (turn) => {
      if (turn.text === MENU || turn.text === START) return CLAIM.pressed;
      if (isSticker(turn)) return CLAIM.sticker;
      return smalltalkIn(turn.text) === undefined ? undefined : CLAIM.smalltalk;
    },
    handle: async (turn) => {
      if (turn.text === START) return greet(turn, words.greeting, popular(turn, words));
      const kind = kindOf(turn);
      const reply = replyWith(kind === "offTopic" ? "silent" : "smalltalk", words[kind], {
        buttons: buttonsFor(kind, turn, words, person),
      });
      return outcome(turn, reply);
    },
  };
}

function kindOf(turn: Turn): Kind {
  if (turn.text === MENU) return "menu";
  return isSticker(turn) ? "goOn" : (smalltalkIn(turn.text) ?? "greeting");
}

function isSticker({ inbound: { media }, text }: Turn): boolean {
  return media?.type === "sticker" && text === "";
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
