import type { Skill } from "../core/conversation.ts";
import { createAnswer } from "./answer/index.ts";
import { createClarify } from "./clarify/index.ts";
import { createHandoff } from "./handoff/index.ts";
import { createSafety } from "./safety/index.ts";
import { createSmalltalk } from "./smalltalk/index.ts";
import type { Words } from "./words.ts";

/** Every skill, speaking with the given words. A new skill is one folder and one line here. */
export function createSkills(words: Words): readonly Skill[] {
  return [
    createSafety(words.safety),
    createClarify(words.clarify),
    createSmalltalk(words.smalltalk, words.handoff.button),
    createHandoff(words.handoff),
    createAnswer(words.answer),
  ];
}
