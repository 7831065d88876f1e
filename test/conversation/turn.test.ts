import fc from "fast-check";
import { describe, expect, it, vi } from "vitest";
import { createConversation } from "../../src/conversation/turn.ts";
import type { Outcome, Session, Skill } from "../../src/core/conversation.ts";
import { AppError } from "../../src/core/errors.ts";
import { createSearch } from "../../src/search/index.ts";
import { linksUnsupported, numbersUnsupported } from "../../src/skills/answer/fidelity.ts";
import { createSkills } from "../../src/skills/index.ts";
import { finding, inboundOf, snapshotOf, TODAY, words } from "../skills/fixture.ts";

const knowledge = snapshotOf();
const failed = words.conversation.failed;

function conversation(skills: readonly Skill[] = createSkills(words), onError?: () => void) {
  const search = createSearch(knowledge);
  return createConversation({
    skills,
    knowledge: () => knowledge,
    search: () => search,
    today: () => TODAY,
    failed,
    ...(onError && { onError }),
  });
}

/** Says one thing after another, and gives what came of each. */
async function talk(...texts: string[]): Promise<Outcome[]> {
  const { reply } = conversation();
  const outcomes: Outcome[] = [];
  let session: Session = {};
  for (const text of texts) {
    const outcome = await reply(inboundOf(text), session);
    outcomes.push(outcome);
    session = outcome.session;
  }
  return outcomes;
}

describe("a conversation", () => {
  it("goes from papers to the personal list, to the fee, to another procedure", async () => {
    const [papers, , list, fee, other] = await talk(
      "làm giấy khai sinh cho con cần giấy tờ gì",
      "không có",
      "số 2",
      "thế còn lệ phí",
      "1.000894",
    );
    expect(papers?.reply.status).toBe("case");
    expect(list?.reply.text).toContain("Văn bản của 2 người làm chứng");
    expect(list?.reply.text).toContain("Giấy uỷ quyền có chứng thực");
    expect(fee?.reply).toMatchObject({ status: "answered", facets: ["fee"] });
    expect(other?.session.procedure).toBe("1.000894");
  });

  it("presses the second of what was offered", async () => {
    const [, second] = await talk("#p/1.001193/fee", "cái thứ hai");
    expect(second?.reply.facets).toEqual(["time"]);
  });

  it("quotes the last answer on request", async () => {
    const [answer, quotes] = await talk("#p/1.001193/fee", "trích nguyên văn");
    expect(quotes?.reply.sources).toEqual(answer?.reply.sources);
  });

  it("survives thanks, an insult and an emergency in between", async () => {
    const outcomes = await talk("#p/1.001193/fee", "cảm ơn em nhiều", "đm", "nhà tui cháy rồi", "còn mất bao lâu");
    expect(outcomes.map(({ reply }) => reply.status)).toEqual([
      "answered",
      "smalltalk",
      "smalltalk",
      "emergency",
      "answered",
    ]);
    expect(outcomes.at(-1)?.reply.facets).toEqual(["time"]);
  });

  it("forgets after six hours", async () => {
    const { reply } = conversation();
    const { session } = await reply(inboundOf("#p/1.001193/fee", "2026-11-24T01:00:00Z"), {});
    const soon = await reply(inboundOf("còn bao lâu", "2026-11-24T06:59:00Z"), session);
    const late = await reply(inboundOf("còn bao lâu", "2026-11-24T07:01:00Z"), session);
    expect(soon.reply.status).toBe("answered");
    expect(late.reply.status).toBe("clarify");
  });

  it("notes when it was last heard of", async () => {
    const [outcome] = await talk("chào");
    expect(outcome?.session.at).toBe("2026-11-24T08:00:00.000Z");
  });
});

describe("trouble", () => {
  const broken = (error: unknown): Skill => ({
    name: "broken",
    claims: () => 1,
    handle: async () => {
      throw error;
    },
  });

  it("of a skill becomes a polite reply, and the session stays", async () => {
    const onError = vi.fn();
    const { reply } = conversation([broken(new Error("bug"))], onError);
    const outcome = await reply(inboundOf("chào"), { procedure: "1.001193" });
    expect(outcome.reply).toMatchObject({ status: "clarify", text: failed });
    expect(outcome.session.procedure).toBe("1.001193");
    expect(onError).toHaveBeenCalledOnce();
  });

  it("with a sentence of its own is told in that sentence", async () => {
    const { reply } = conversation([broken(new AppError("x", "operator", "Dạ, hệ thống bận."))]);
    expect((await reply(inboundOf("chào"), {})).reply.text).toBe("Dạ, hệ thống bận.");
  });

  it("of a skill that cannot even say whether a turn is its own", async () => {
    const skill: Skill = {
      ...broken(undefined),
      claims: () => {
        throw new Error("bug");
      },
    };
    expect((await conversation([skill]).reply(inboundOf("chào"), {})).reply.text).toBe(failed);
  });

  it("of the search", async () => {
    const { reply } = createConversation({
      skills: createSkills(words),
      knowledge: () => knowledge,
      search: () => ({
        find: () => {
          throw new Error("no index");
        },
      }),
      today: () => TODAY,
      failed,
    });
    expect((await reply(inboundOf("khai sinh"), {})).reply.text).toBe(failed);
  });

  it("of a turn that nobody claims", async () => {
    expect((await conversation([]).reply(inboundOf("chào"), {})).reply.text).toBe(failed);
  });
});

describe("what a stranger can send", () => {
  const { reply } = createConversation({
    skills: createSkills(words),
    knowledge: () => knowledge,
    search: () => finding([...knowledge.procedures.values()], "unsure"),
    today: () => TODAY,
    failed,
    onError: (error) => {
      throw error;
    },
  });

  it.each([
    ["nothing", ""],
    ["20,000 characters", "khai sinh ".repeat(2_000)],
    ["emoji", "😀😀😀"],
    ["NUL", "\u0000\u0000"],
    ["a lone surrogate", "khai sinh \ud800"],
    ["zero-width characters", "khai\u200b sinh"],
    ["HTML", "<script>alert(1)</script>"],
    ["Markdown", "[a](javascript:alert(1)) **b**"],
    ["English", "how can I get a birth certificate"],
    ["Chinese", "我要办出生证"],
    ["an unknown button", "#p/9.999999/fee"],
    ["a broken button", "#c/1.001193/999-1"],
  ])("gets a polite answer: %s", async (_, text) => {
    const outcome = await reply(inboundOf(text), {});
    expect(outcome.reply.text).not.toBe(failed);
    expect(outcome.reply.text.length).toBeGreaterThan(10);
    expect(outcome.reply.text).not.toMatch(/<script|javascript:|\*\*/);
  });

  const session: fc.Arbitrary<Session> = fc.record(
    {
      procedure: fc.constantFrom("1.001193", "1.000894", "9.999999"),
      facet: fc.constantFrom("fee" as const, "all" as const),
      asked: fc.string(),
      offered: fc.array(fc.record({ label: fc.string(), send: fc.constantFrom("#q", "#n", "#p/1.001193", "#x") })),
    },
    { requiredKeys: [] },
  );
  const pieces = fc.constantFrom(
    "khai sinh",
    "lệ phí",
    "không phải, ",
    "số 2",
    "#p/1.001193",
    "cháy nhà",
    "otp",
    "…",
    "😀",
  );
  const text = fc.oneof(
    fc.string({ unit: "binary" }),
    fc.array(pieces).map((parts) => parts.join(" ")),
  );

  it("never fails, keeps to the limits, and shows no number without a source", async () => {
    await fc.assert(
      fc.asyncProperty(text, session, async (typed, before) => {
        const outcome = await reply(inboundOf(typed), before);
        expect(outcome.reply.text).not.toBe(failed);
        expect(outcome.reply.buttons.length).toBeLessThanOrEqual(5);
        for (const { label, send } of outcome.reply.buttons) {
          expect(Buffer.byteLength(send)).toBeLessThanOrEqual(64);
          expect(send.startsWith("#")).toBe(true);
          expect(label).toBeDefined();
        }
        expect(numbersUnsupported(outcome.reply)).toEqual([]);
        expect(linksUnsupported(outcome.reply)).toEqual([]);
        expect(JSON.parse(JSON.stringify(outcome.session))).toEqual(outcome.session);
      }),
      { numRuns: 300 },
    );
  });
});
