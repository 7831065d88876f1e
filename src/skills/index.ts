import type { Skill } from "../core/conversation.ts";
import { createAnswer } from "./answer/index.ts";
import { createClarify } from "./clarify/index.ts";
import { createDossier, type DossierOptions } from "./dossier/index.ts";
import { createFollow, type FollowOptions } from "./follow/index.ts";
import { createGuide } from "./guide/index.ts";
import { offeringToGoOn } from "./guide/resume.ts";
import { createHandoff } from "./handoff/index.ts";
import { createPrivacy } from "./privacy/index.ts";
import { createSafety } from "./safety/index.ts";
import { createSmalltalk } from "./smalltalk/index.ts";
import { createStaff } from "./staff/index.ts";
import type { Words } from "./words.ts";

/** What skills can use beyond the knowledge. */
export interface Services {
  /** Where dossiers are looked up, and photos read. */
  readonly dossier?: DossierOptions;
  /** What is followed; undefined where nothing can be. */
  readonly follow?: FollowOptions | undefined;
  /** Address that people reach us by; without it there are no links to pages of ours. */
  readonly publicUrl?: string | undefined;
}

/** Every skill, speaking with the given words. A new skill is one folder and one line here. */
export function createSkills(words: Words, { dossier, follow, publicUrl }: Services = {}): readonly Skill[] {
  const others = [
    createSafety(words.safety),
    createClarify(words.clarify),
    createSmalltalk(words.smalltalk, words.handoff.button),
    createHandoff(words.handoff),
    createPrivacy(words.privacy),
    createStaff(words),
    createDossier(words.dossier, dossier),
    createFollow(words, follow),
    createAnswer(words.answer, { publicUrl }),
  ];
  return [...others.map((skill) => offeringToGoOn(skill, words.guide)), createGuide(words.guide)];
}
