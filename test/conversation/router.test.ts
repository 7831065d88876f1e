import { describe, expect, it } from "vitest";
import { route } from "../../src/conversation/router.ts";
import type { Skill } from "../../src/core/conversation.ts";
import { replyWith } from "../../src/skills/reply.ts";
import { turnOf } from "../skills/fixture.ts";

const skill = (name: string, claim: number | undefined): Skill => ({
  name,
  claims: () => claim,
  handle: async ({ session }) => ({ reply: replyWith("smalltalk", name), session }),
});
const chosen = (...skills: Skill[]) => route(skills, turnOf("chào"))?.name;

describe("route", () => {
  it("takes the highest claim", () => {
    expect(chosen(skill("a", 0.2), skill("b", 0.9), skill("c", 0.5))).toBe("b");
  });

  it("takes the first of equals", () => {
    expect(chosen(skill("a", 0.5), skill("b", 0.5))).toBe("a");
  });

  it("skips those that claim nothing, not those that claim 0", () => {
    expect(chosen(skill("a", undefined), skill("b", 0))).toBe("b");
  });

  it("is undefined when nobody claims", () => {
    expect(chosen(skill("a", undefined))).toBeUndefined();
    expect(chosen()).toBeUndefined();
  });
});
