import { describe, expect, it } from "vitest";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createSmalltalk } from "../../../src/skills/smalltalk/index.ts";
import { birth, card, snapshotOf, turnOf, words } from "../fixture.ts";

const smalltalk = createSmalltalk(words.smalltalk, words.handoff.button);
const reply = async (text: string) => (await smalltalk.handle(turnOf(text))).reply;

describe("smalltalk", () => {
  it.each([
    ["chào em", CLAIM.smalltalk],
    ["#h", CLAIM.pressed],
    ["đăng ký khai sinh", undefined],
    ["#q", undefined],
  ])("claims %s: %s", (text, claim) => {
    expect(smalltalk.claims(turnOf(text))).toBe(claim);
  });

  it("greets with what is asked for most, of what the base has", async () => {
    const knowledge = snapshotOf([birth, card]);
    const greeting = await smalltalk.handle(turnOf("chào em", { knowledge }));
    expect(greeting.reply.text).toBe(words.smalltalk.greeting);
    expect(greeting.reply.buttons.map(({ send }) => send)).toEqual(["#p/1.001193", "#p/1.116410"]);
  });

  it("shows the menu when its button is pressed", async () => {
    expect((await reply("#h")).text).toBe(words.smalltalk.menu);
  });

  it("does not take thanks for a question", async () => {
    expect(await reply("cảm ơn em nhiều")).toMatchObject({
      status: "smalltalk",
      text: words.smalltalk.thanks,
      buttons: [],
    });
  });

  it("stays kind when insulted, and offers a person", async () => {
    const { text, buttons } = await reply("đm");
    expect(text).toBe(words.smalltalk.insult);
    expect(buttons.map(({ send }) => send)).toEqual(["#n"]);
  });

  it("says openly that it is a machine", async () => {
    expect((await reply("bot hả")).text).toMatch(/máy/);
  });

  it("is silent on what is not its business", async () => {
    expect((await reply("giá vàng")).status).toBe("silent");
  });

  it("keeps the procedure talked about", async () => {
    const { session } = await smalltalk.handle(turnOf("cảm ơn", { session: { procedure: "1.001193" } }));
    expect(session.procedure).toBe("1.001193");
  });
});
