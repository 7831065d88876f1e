import { describe, expect, it } from "vitest";
import { route } from "../../../src/conversation/router.ts";
import type { Session } from "../../../src/core/conversation.ts";
import { type FollowChange, type Followed, MOST_FOLLOWED } from "../../../src/core/follow.ts";
import { createFollow } from "../../../src/skills/follow/index.ts";
import { createSkills } from "../../../src/skills/index.ts";
import { turnOf, words } from "../fixture.ts";

const CODE = "000.00.01.H12-261116-0001";
const said = words.follow;
const codes = [1, 2, 3, 4, 5].map((i) => `000.00.01.H12-261116-000${i + 1}`);

/** Somebody who talks with the skill; what they follow is kept as the service would. */
function open(begun: readonly Followed[] = []) {
  let followed = [...begun];
  const lanes: string[] = [];
  const changes: FollowChange[] = [];
  const skill = createFollow(words, {
    async followed(lane) {
      lanes.push(lane);
      return followed;
    },
  });
  let session: Session = { dossier: CODE };
  return {
    lanes,
    changes,
    codes: () => followed.map(({ code }) => code),
    session: () => session,
    async say(text: string) {
      const outcome = await skill.handle(turnOf(text, { session }));
      session = outcome.session;
      const { follow } = outcome;
      if (follow?.action === "start") followed.push({ code: follow.code });
      if (follow?.action === "stop") followed = followed.filter(({ code }) => follow.code && code !== follow.code);
      if (follow) changes.push(follow);
      return outcome.reply;
    },
  };
}

describe("to be told of a dossier", () => {
  it("takes a yes to what is watched, how often, and how to stop", async () => {
    const talk = open();
    const { text, buttons, status } = await talk.say("báo cho tôi khi xong");
    expect(status).toBe("dossier");
    for (const part of [CODE, "nhiều lần mỗi ngày", "dừng theo dõi", "không nhắn tên"]) expect(text).toContain(part);
    expect([talk.changes, talk.lanes]).toEqual([[], ["console/p"]]);
    const [yes] = buttons;
    expect((await talk.say(yes?.send ?? "")).text).toContain("dừng theo dõi");
    expect(talk.changes).toEqual([{ action: "start", code: CODE }]);
    expect(talk.session().dossier).toBe(CODE);
  });

  it("says beforehand where the channel does not last", async () => {
    const skill = createFollow(words, { followed: async () => [], shortLived: new Set(["console"]) });
    const { reply } = await skill.handle(turnOf(`#f/${CODE}`));
    expect(reply.text).toContain(said.shortLived);
    expect((await open().say(`#f/${CODE}`)).text).not.toContain(said.shortLived);
  });

  it("is taken by a typed yes, and left by a typed no", async () => {
    const talk = open();
    await talk.say(`#f/${CODE}`);
    expect((await talk.say("thôi khỏi em")).text).toBe(said.declined);
    await talk.say(`#f/${CODE}`);
    await talk.say("dạ được");
    expect(talk.codes()).toEqual([CODE]);
  });

  it("a second time says that it is so already", async () => {
    const talk = open([{ code: CODE, state: "accepted" }]);
    for (const payload of [`#f/${CODE}`, `#f/${CODE}/yes`]) {
      expect((await talk.say(payload)).text).toContain("đang theo dõi");
    }
    expect(talk.changes).toEqual([]);
  });

  it("a sixth time shows what may be stopped instead", async () => {
    const talk = open(codes.map((code) => ({ code })));
    const { text, buttons } = await talk.say(`#f/${CODE}/yes`);
    expect(text).toContain(String(MOST_FOLLOWED));
    expect(buttons.map(({ send }) => send)).toEqual(codes.map((code) => `#f/stop/${code}`));
    expect(talk.changes).toEqual([]);
  });

  it("works only for the province's own dossiers", async () => {
    const talk = open();
    expect((await talk.say("#f/G22.99.08-260921-896048")).text).toContain("bộ, ngành");
    expect((await talk.say("#f/000.00.53.H48-220921-0099/yes")).text).toContain("tỉnh, thành khác");
    expect(talk.changes).toEqual([]);
  });

  it("without a code asks for it", async () => {
    const talk = open();
    const outcome = await createFollow(words, { followed: async () => [] }).handle(
      turnOf("khi nào hồ sơ có kết quả báo tôi nha"),
    );
    expect(outcome.reply.text).toBe(said.which);
    expect(outcome.session.awaited).toBe("dossier-code");
    expect(talk.changes).toEqual([]);
  });
});

describe("to be told no more", () => {
  it("stops all at one word, and offers each again", async () => {
    const talk = open(codes.slice(0, 2).map((code) => ({ code })));
    const { text, buttons } = await talk.say("dừng theo dõi");
    for (const code of codes.slice(0, 2)) expect(text).toContain(code);
    expect(buttons.map(({ send }) => send)).toEqual(codes.slice(0, 2).map((code) => `#f/${code}`));
    expect([talk.changes, talk.codes()]).toEqual([[{ action: "stop" }], []]);
  });

  it("stops one at its button", async () => {
    const talk = open(codes.map((code) => ({ code })));
    await talk.say(`#f/stop/${codes[1]}`);
    expect(talk.codes()).toEqual(codes.filter((_, i) => i !== 1));
  });

  it("says so where there is nothing to stop", async () => {
    for (const text of ["ngừng báo", "#f/stop", `#f/stop/${CODE}`]) {
      const talk = open();
      expect((await talk.say(text)).text).toBe(said.none);
      expect(talk.changes).toEqual([]);
    }
  });
});

describe("the list", () => {
  it("shows each dossier with its state and a button to stop", async () => {
    const talk = open([{ code: CODE, state: "needs_payment" }, { code: codes[0] ?? "" }]);
    const { text, buttons } = await talk.say("#f");
    expect(text).toContain(`${CODE}: ${words.dossier.states.needs_payment.name}`);
    expect(text).toContain(`${codes[0]}: ${said.notYet}`);
    expect(text).toContain("dừng theo dõi");
    expect(buttons.map(({ send }) => send)).toEqual([`#f/stop/${CODE}`, `#f/stop/${codes[0]}`]);
  });

  it("of nothing says so", async () => {
    expect((await open().say("#f")).text).toBe(said.none);
  });
});

describe("beside the other skills", () => {
  const skills = createSkills(words);
  const claimed = (text: string, session: Session = {}) => route(skills, turnOf(text, { session }))?.name;

  it.each([
    ["#f", "follow"],
    [`#f/${CODE}/yes`, "follow"],
    ["dừng theo dõi", "follow"],
    ["báo cho tôi khi xong", "follow"],
    [`${CODE} có kết quả thì báo tôi`, "follow"],
    [CODE, "dossier"],
    ["hồ sơ của tôi tới đâu rồi", "dossier"],
    ["theo dõi hồ sơ của tôi", "dossier"],
    ["cảm ơn em", "smalltalk"],
  ])("%s is for %s", (text, name) => {
    expect(claimed(text, { dossier: CODE })).toBe(name);
  });

  it("where no one-stop system is connected it says so", async () => {
    const { reply, follow } = await createFollow(words).handle(turnOf(`#f/${CODE}/yes`));
    expect([reply.text, follow]).toEqual([words.dossier.unconnected, undefined]);
  });
});
