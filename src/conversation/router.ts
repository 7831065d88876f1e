import type { Skill, Turn } from "../core/conversation.ts";

/** The skill that claims a turn most surely; of equals the first. Undefined when none claims it. */
export function route(skills: readonly Skill[], turn: Turn): Skill | undefined {
  let best: { skill: Skill; claim: number } | undefined;
  for (const skill of skills) {
    const claim = skill.claims(turn);
    if (claim !== undefined && (best === undefined || claim > best.claim)) best = { skill, claim };
  }
  return best?.skill;
}
