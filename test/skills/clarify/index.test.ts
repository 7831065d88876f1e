import { describe, expect, it } from "vitest";
import type { Turn } from "../../../src/core/conversation.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createClarify } from "../../../src/skills/clarify/index.ts";
import { clean } from "../../../src/text/clean.ts";
import { inboundOf, turnOf, words } from "../fixture.ts";

const clarify = createClarify(words.clarify);

/** A turn as the conversation makes it: cleaned, with the typed text kept. */
function turn(typed: string, session: Turn["session"] = {}): Turn {
  return { ...turnOf(clean(typed), { session }), inbound: inboundOf(typed) };
}

describe("clarify", () => {
  it.each([
    ["nothing", ""],
    ["blanks", "   \n\t"],
    ["emoji", "😀😀"],
    ["punctuation", "?!…"],
    ["a NUL", "\u0000"],
    ["zero-width characters", "\u200b\u200d\ufeff"],
    ["a lone surrogate", "\ud800"],
    ["a bidirectional mark", "\u202e"],
  ])("asks for words when there are none: %s", async (_, typed) => {
    expect(clarify.claims(turn(typed))).toBe(CLAIM.unusable);
    expect((await clarify.handle(turn(typed))).reply).toMatchObject({ status: "clarify", text: words.clarify.empty });
  });

  it("asks for fewer words when there are too many", async () => {
    const typed = "giấy ".repeat(4_000);
    expect(clarify.claims(turn(typed))).toBe(CLAIM.unusable);
    expect((await clarify.handle(turn(typed))).reply.text).toBe(words.clarify.tooLong);
  });

  it("looks at the length as typed, not as cut", () => {
    expect(clarify.claims(turn("a".repeat(2_000)))).toBeUndefined();
    expect(clarify.claims(turn("a".repeat(2_001)))).toBe(CLAIM.unusable);
  });

  it("answers another language in two", async () => {
    const { reply } = await clarify.handle(turn("hello how are you"));
    expect(reply.text).toMatch(/tiếng Việt/);
    expect(reply.text).toMatch(/Vietnamese/);
  });

  it.each(["#foo", "#p/", "#p/1.001193/nothing", "#"])("does not know the button %s", (typed) => {
    const claim = clarify.claims(turn(typed));
    expect(claim).toBe(typed === "#" ? CLAIM.unusable : CLAIM.unknownButton);
  });

  it("takes a text that only begins with # for a text", () => {
    expect(clarify.claims(turn("#khai sinh cần gì"))).toBeUndefined();
  });

  it("counts nothing when nothing was offered", async () => {
    expect(clarify.claims(turn("số 2"))).toBe(CLAIM.unusable);
    const { reply } = await clarify.handle(turn("số 2"));
    expect(reply.text).toBe(words.clarify.nothingThere);
    expect(reply.buttons.map(({ send }) => send)).toEqual(["#h"]);
  });

  it("offers again what was offered when the place counted is not there", async () => {
    const offered = [{ label: "Đăng ký khai sinh", send: "#p/1.001193" }];
    const { reply, session } = await clarify.handle(turn("số 9", { offered }));
    expect(reply.buttons).toEqual(offered);
    expect(session.offered).toEqual(offered);
  });

  it("leaves questions alone", () => {
    expect(clarify.claims(turn("đăng ký khai sinh"))).toBeUndefined();
  });
});
