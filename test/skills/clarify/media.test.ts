import { describe, expect, it } from "vitest";
import type { Media, Turn } from "../../../src/core/conversation.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createClarify } from "../../../src/skills/clarify/index.ts";
import { inboundOf, turnOf, words } from "../fixture.ts";

const clarify = createClarify(words.clarify);

function turn(type: Media["type"], text = ""): Turn {
  return { ...turnOf(text), inbound: { ...inboundOf(text), kind: "media", media: { type } } };
}

const TYPES = ["photo", "voice", "document", "video", "location", "contact", "other"] as const;

describe("something without words", () => {
  it.each(TYPES)("%s is claimed, less surely than by who can read it, and answered kindly", async (type) => {
    expect(clarify.claims(turn(type))).toBe(CLAIM.media);
    const { reply } = await clarify.handle(turn(type));
    expect(reply).toMatchObject({ status: "clarify", text: words.clarify.media[type] });
    expect(reply.buttons).toHaveLength(1);
  });

  it("has a sentence of its own for each kind", () => {
    expect(new Set(TYPES.map((type) => words.clarify.media[type])).size).toBe(TYPES.length);
  });

  it("that is a contact leads to a person", async () => {
    expect((await clarify.handle(turn("contact"))).reply.buttons[0]?.send).toBe("#n");
  });

  it("that is a place is asked for its name", async () => {
    expect((await clarify.handle(turn("location"))).reply.text).toMatch(/xã, phường nào/);
  });

  it("that is a sticker is small talk", () => {
    expect(clarify.claims(turn("sticker"))).toBeLessThan(CLAIM.sticker);
  });

  it("is nothing of the kind once it has words", () => {
    expect(clarify.claims(turn("photo", "giấy này là gì"))).toBeUndefined();
  });
});
