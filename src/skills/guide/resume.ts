import type { Button, Outcome, ReplyStatus, Skill } from "../../core/conversation.ts";
import { MOST_BUTTONS } from "../reply.ts";
import type { Words } from "../words.ts";
import { standing } from "./place.ts";
import { resumeButton } from "./step.ts";

/** Replies after which going on with a guide is nothing that anybody thinks of. */
const NOT_NOW: ReadonlySet<ReplyStatus> = new Set<ReplyStatus>(["emergency", "refused", "guide"]);

/**
 * Lets another skill answer in the middle of a guide, with a button back to the step under its answer. Somebody who comes
 * back after a long time is asked once; a guide that was put off is not brought up again.
 */
export function offeringToGoOn(skill: Skill, words: Words["guide"]): Skill {
  return {
    name: skill.name,
    claims: (turn) => skill.claims(turn),
    handle: async (turn) => {
      const told = await skill.handle(turn);
      const here = standing(turn.knowledge.guides, told.session.guide);
      if (!here || here.place.rest === "paused" || told.erase || NOT_NOW.has(told.reply.status)) return told;
      const away = here.place.rest === "away";
      const { reply, session } = withButton(told, resumeButton(here, words, away ? "guide" : "step"));
      const guide = away ? { ...here.place, rest: "paused" as const } : here.place;
      return { ...told, reply, session: { ...session, guide } };
    },
  };
}

function withButton({ reply, session }: Outcome, back: Button): Outcome {
  // What an answer offers besides may give way; choices and what else there is to press may not.
  const full = reply.status === "answered" && reply.buttons.length >= MOST_BUTTONS;
  const buttons = [...(full ? reply.buttons.slice(0, MOST_BUTTONS - 1) : reply.buttons), back];
  const offered = session.offered ? [...session.offered, back] : [back];
  return { reply: { ...reply, buttons }, session: { ...session, offered } };
}
