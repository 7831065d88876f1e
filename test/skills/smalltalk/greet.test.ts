import { describe, expect, it } from "vitest";
import type { Session, Turn } from "../../../src/core/conversation.ts";
import { greet } from "../../../src/skills/smalltalk/greet.ts";
import { inboundOf, turnOf } from "../fixture.ts";

const buttons = [{ label: "Đăng ký khai sinh", send: "#p/1.001193" }];
const AT = "2026-11-24T08:00:00.000Z";

function turn(session: Session, seconds: number, kind: "follow" | "text" = "text"): Turn {
  const at = new Date(Date.parse(AT) + seconds * 1_000).toISOString();
  return { ...turnOf("#h/start", { session }), inbound: { ...inboundOf("/start", at), kind } };
}

describe("greet", () => {
  it("greets with the menu and remembers nothing for /start", () => {
    const outcome = greet(turn({}, 0), "Chào", buttons);
    expect(outcome.reply).toMatchObject({ text: "Chào", buttons });
    expect(outcome.session).toEqual({ offered: buttons });
  });

  it("remembers the moment for who opened the conversation", () => {
    expect(greet(turn({}, 0, "follow"), "Chào", buttons).session).toEqual({ offered: buttons, greeted: AT });
  });

  it("says nothing to the /start of the same moment, and forgets the moment", () => {
    const outcome = greet(turn({ greeted: AT, at: AT }, 5), "Chào", buttons);
    expect(outcome.reply).toMatchObject({ text: "", buttons: [] });
    expect(outcome.session).toEqual({ at: AT, offered: buttons });
  });

  it.each([
    ["a minute has passed", { greeted: AT, at: AT }, 60],
    ["something was said since", { greeted: AT, at: "2026-11-24T08:00:03.000Z" }, 5],
    ["nobody was greeted", { at: AT }, 5],
  ])("greets again when %s", (_, session, seconds) => {
    expect(greet(turn(session, seconds), "Chào", buttons).reply.text).toBe("Chào");
  });

  it("keeps what was being talked about", () => {
    expect(greet(turn({ procedure: "1.001193" }, 0), "Chào", buttons).session.procedure).toBe("1.001193");
  });
});
