import { describe, expect, it } from "vitest";
import { createConversation } from "../../src/conversation/turn.ts";
import type { Inbound, Media, Outcome, Session } from "../../src/core/conversation.ts";
import { createSkills } from "../../src/skills/index.ts";
import { birth, finding, inboundOf, snapshotOf, TODAY, words } from "../skills/fixture.ts";

const knowledge = snapshotOf();
const { reply } = createConversation({
  skills: createSkills(words),
  knowledge: () => knowledge,
  search: () => finding([birth], "sure"),
  today: () => TODAY,
  failed: words.conversation.failed,
});

type Said = Partial<Inbound> & { readonly after?: number };

/** Says one thing after another, each `after` so many seconds. */
async function talk(...said: Said[]): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  let session: Session = {};
  let time = Date.parse("2026-11-24T08:00:00Z");
  for (const { after = 1, ...one } of said) {
    time += after * 1_000;
    const outcome = await reply({ ...inboundOf(""), ...one, at: new Date(time) }, session);
    outcomes.push(outcome);
    session = outcome.session;
  }
  return outcomes;
}

const texts = (outcomes: readonly Outcome[]) => outcomes.map(({ reply }) => reply.text);

describe("opening the conversation", () => {
  it("gets a greeting with the menu", async () => {
    const [outcome] = await talk({ kind: "follow" });
    expect(outcome?.reply).toMatchObject({ status: "smalltalk", text: words.smalltalk.greeting });
    expect(outcome?.reply.buttons[0]?.send).toBe("#p/1.001193");
  });

  it("and /start right after it get one greeting", async () => {
    const outcomes = await talk({ kind: "follow" }, { text: "/start" });
    expect(texts(outcomes)).toEqual([words.smalltalk.greeting, ""]);
    expect(outcomes[1]?.reply.buttons).toEqual([]);
  });

  it("leaves the buttons of the greeting in force", async () => {
    const outcomes = await talk({ kind: "follow" }, { text: "/start" }, { text: "số 1" });
    expect(outcomes[2]?.reply.procedures[0]?.code).toBe(birth.code);
  });

  it.each([
    ["a second /start", [{ kind: "follow" }, { text: "/start" }, { text: "/start" }]],
    ["/start a while later", [{ kind: "follow" }, { text: "/start", after: 61 }]],
    ["/start after something else", [{ kind: "follow" }, { text: "cảm ơn" }, { text: "/start" }]],
    ["/start alone", [{ text: "/start" }]],
    ["/start twice", [{ text: "/start" }, { text: "/start" }]],
    ["coming back after blocking", [{ kind: "follow" }, { kind: "follow" }]],
  ] as const)("greets on %s", async (_, said) => {
    expect(texts(await talk(...said)).at(-1)).toBe(words.smalltalk.greeting);
  });
});

describe("commands", () => {
  it.each([
    ["/help", words.smalltalk.menu],
    ["/nothing", words.smalltalk.menu],
    ["/xoa_du_lieu", `${words.privacy.kept}\n\n${words.privacy.ask}`],
  ])("%s", async (text, answer) => {
    expect(texts(await talk({ text }))).toEqual([answer]);
  });

  it("/can_bo leads to a person", async () => {
    const [outcome] = await talk({ text: "/can_bo" });
    expect(outcome?.reply.text).toContain(words.handoff.person);
  });

  it("/start with a code opens the procedure", async () => {
    const [outcome] = await talk({ text: "/start 1-001193" });
    expect(outcome?.reply).toMatchObject({ status: "answered", procedures: [{ code: "1.001193" }] });
  });

  it("are words like others in a forwarded message", async () => {
    const [outcome] = await talk({ text: "/xoa_du_lieu", kind: "forward" });
    expect(outcome?.reply.text).not.toContain(words.privacy.kept);
  });
});

describe("erasing", () => {
  it("is confirmed first, then done and forgotten", async () => {
    const [asked, done] = await talk({ text: "/xoa_du_lieu" }, { text: "#x/yes", kind: "press" });
    expect(asked?.erase).toBeUndefined();
    expect(done).toMatchObject({ erase: true, reply: { text: words.privacy.erased } });
    expect(Object.keys(done?.session ?? {})).toEqual(["at"]);
  });
});

describe("what comes without words", () => {
  const send = (media: Media, text = "") => talk({ kind: "media", media, text });

  it.each([
    ["voice", words.clarify.media.voice],
    ["video", words.clarify.media.video],
    ["location", words.clarify.media.location],
    ["contact", words.clarify.media.contact],
    ["other", words.clarify.media.other],
    ["sticker", words.smalltalk.goOn],
  ] as const)("%s gets a sentence of its own", async (type, answer) => {
    expect(texts(await send({ type }))).toEqual([answer]);
  });

  it("is answered by its words when it has some", async () => {
    for (const outcomes of [
      await send({ type: "photo", caption: "lệ phí khai sinh" }),
      await send({ type: "photo" }, "lệ phí khai sinh"),
    ])
      expect(outcomes[0]?.reply).toMatchObject({ status: "answered", facets: ["fee"] });
  });

  it("keeps what is being talked about", async () => {
    const outcomes = await talk(
      { text: "#p/1.001193" },
      { kind: "media", media: { type: "sticker" } },
      { text: "còn lệ phí" },
    );
    expect(outcomes[2]?.reply.facets).toEqual(["fee"]);
  });
});

describe("a forwarded message of a citizen", () => {
  it("is a question", async () => {
    const [outcome] = await talk({ kind: "forward", forwardedFrom: "Chị Ba", text: "lệ phí khai sinh" });
    expect(outcome?.reply).toMatchObject({ status: "answered", facets: ["fee"] });
  });
});
