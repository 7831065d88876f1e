import { describe, expect, it } from "vitest";
import { createConversation } from "../../../src/conversation/turn.ts";
import type { Outcome, Reply, Session, Skill } from "../../../src/core/conversation.ts";
import { offeringToGoOn } from "../../../src/skills/guide/resume.ts";
import { createSkills } from "../../../src/skills/index.ts";
import { button, outcome, replyWith } from "../../../src/skills/reply.ts";
import { birth, finding, inboundOf, snapshotOf, TODAY, turnOf, words } from "../fixture.ts";
import { account, guides } from "./fixture.ts";

const knowledge = snapshotOf([birth], { guides });
const place = { guide: "card", step: "bring", answers: {}, trail: ["book"] };
const BACK = { label: "Tiếp tục bước 2", send: "#g/card/bring/v" };

/** A skill that answers with so many buttons. */
function answering(count: number, reply: Partial<Reply> = {}): Skill {
  const buttons = Array.from({ length: count }, (_, i) => button(`Nút ${i}`, `#p/${i}`));
  return {
    name: "answer",
    claims: () => 0.5,
    handle: async (turn) => outcome(turn, replyWith("answered", "Dạ.", { buttons, ...reply })),
  };
}

const answer = (skill: Skill, guide?: Session["guide"]) =>
  offeringToGoOn(skill, words.guide).handle(turnOf("hỏi", { knowledge, session: guide ? { guide } : {} }));

describe("offeringToGoOn", () => {
  it("adds a way back to the step, which can be typed as well", async () => {
    const told = await answer(answering(2), place);
    expect(told.reply.buttons.at(-1)).toEqual(BACK);
    expect(told.reply.buttons).toHaveLength(3);
    expect(told.session.offered).toEqual(told.reply.buttons);
    expect(told.session.guide).toEqual(place);
  });

  it("leaves a skill alone otherwise", async () => {
    const told = await answer(answering(2));
    expect(told.reply.buttons).toHaveLength(2);
    expect(await answer(answering(2), { ...place, rest: "paused" })).toMatchObject({ reply: { buttons: [{}, {}] } });
    expect((await answer(answering(2), { ...place, guide: "gone" })).reply.buttons).toHaveLength(2);
  });

  it("takes the place of what an answer offers besides, not of choices", async () => {
    expect((await answer(answering(5), place)).reply.buttons).toHaveLength(5);
    expect((await answer(answering(5, { status: "choices" }), place)).reply.buttons).toHaveLength(6);
  });

  it.each(["emergency", "refused", "guide"] as const)("says nothing of it in %s", async (status) => {
    expect((await answer(answering(1, { status }), place)).reply.buttons).toHaveLength(1);
  });

  it("says nothing to somebody who wants to be forgotten", async () => {
    const forgetting: Skill = {
      ...answering(0),
      handle: async (turn) => ({ ...outcome(turn, replyWith("smalltalk", "Dạ.")), erase: true }),
    };
    expect((await answer(forgetting, place)).reply.buttons).toEqual([]);
  });

  it("asks once who comes back after a long time", async () => {
    const told = await answer(answering(0), { ...place, rest: "away" });
    expect(told.reply.buttons).toEqual([{ label: "Tiếp tục: Làm thẻ căn cước", send: "#g/card/bring/v" }]);
    expect(told.session.guide).toEqual({ ...place, rest: "paused" });
    expect((await answer(answering(0), told.session.guide)).reply.buttons).toEqual([]);
  });
});

describe("a guide in a conversation", () => {
  const conversation = createConversation({
    skills: createSkills(words),
    knowledge: () => knowledge,
    search: () => finding([birth], "sure"),
    today: () => TODAY,
    failed: "hỏng",
  });
  const say = (text: string, session: Session, at?: string): Promise<Outcome> =>
    conversation.reply(inboundOf(text, at), JSON.parse(JSON.stringify(session)) as Session);

  it("lets a question in the middle be answered, and goes on", async () => {
    const started = await say("#g/card", {});
    const second = await say("xong", started.session);
    const answered = await say("lệ phí khai sinh bao nhiêu", second.session);
    expect(answered.reply.status).toBe("answered");
    expect(answered.reply.text).toContain("8.000 đồng");
    expect(answered.reply.buttons.at(-1)).toEqual(BACK);
    for (const text of ["tiếp tục bước 2", "tiep tuc", BACK.send])
      expect((await say(text, answered.session)).reply.text, text).toMatch(/^Làm thẻ căn cước · Bước 2\/3/);
    expect((await say("xong rồi", answered.session)).session.guide?.step).toBe("go");
  });

  it("is offered again days later, and stands where it stood", async () => {
    const second = await say("xong", (await say("#g/card", {})).session);
    const back = await say("alo", second.session, "2026-12-20T08:00:00Z");
    expect(back.reply.status).toBe("smalltalk");
    expect(back.reply.buttons.at(-1)?.label).toBe("Tiếp tục: Làm thẻ căn cước");
    const on = await say("tiếp tục", back.session, "2026-12-20T08:01:00Z");
    expect(on.session.guide).toEqual(second.session.guide);
    expect((await say("xong rồi em", second.session, "2026-11-27T08:00:00Z")).session.guide?.step).toBe("go");
  });

  it("is forgotten after a month", async () => {
    const second = await say("xong", (await say("#g/card", {})).session);
    const back = await say("tiếp tục", second.session, "2027-01-20T08:00:00Z");
    expect(back.reply.status).not.toBe("guide");
    expect(back.session.guide).toBeUndefined();
  });

  it("is offered below the answer about the procedure that it submits", async () => {
    const submit = { ...account, id: "submit", procedures: ["1.001193"] };
    const other = createConversation({
      skills: createSkills(words),
      knowledge: () => snapshotOf([birth], { guides: new Map([["submit", submit]]) }),
      search: () => finding([birth], "sure"),
      today: () => TODAY,
      failed: "hỏng",
    });
    const told = await other.reply(inboundOf("làm khai sinh"), {});
    expect(told.reply.buttons).toContainEqual({ label: "Hướng dẫn nộp trực tuyến", send: "#g/submit" });
    expect(told.reply.buttons).toHaveLength(5);
    const fee = await other.reply(inboundOf("lệ phí khai sinh"), {});
    expect(fee.reply.buttons.map(({ send }) => send)).not.toContain("#g/submit");
  });
});
