import { describe, expect, it } from "vitest";
import type { Outcome, Skill, Turn } from "../../../src/core/conversation.ts";
import type { ChatModel, ChatRequest } from "../../../src/core/models.ts";
import { reworded } from "../../../src/skills/answer/reworded.ts";

const COMPOSED = "Đăng ký kết hôn\n\nLệ phí: 8.000 đồng\n\nNguồn: procedures/a.md › Lệ phí";

function composing(status: Outcome["reply"]["status"] = "answered"): Skill {
  const sources = [
    { code: "1.000894", file: "procedures/a.md", heading: "Lệ phí", quote: "Bản sao · 8.000 đồng · https://a.vn/x" },
  ];
  const reply = { status, text: COMPOSED, buttons: [], sources, procedures: [], facets: [] };
  return { name: "answer", claims: () => 0.5, handle: async () => ({ reply, session: { procedure: "1.000894" } }) };
}

function model(answer: string | Error): ChatModel & { asked: ChatRequest[] } {
  const asked: ChatRequest[] = [];
  return {
    asked,
    async *complete(request) {
      asked.push(request);
      if (answer instanceof Error) throw answer;
      for (const word of answer.split(/(?<= )/)) yield word;
    },
  };
}

async function say(answer: string | Error, text = "lệ phí kết hôn", skill = composing()) {
  const chat = model(answer);
  const reasons: string[] = [];
  const options = {
    model: chat,
    prompt: "LUẬT",
    sourceLine: "Nguồn:",
    patience: 1_000,
    rejected: (why: string) => reasons.push(why),
  };
  const outcome = await reworded(skill, options).handle({ text } as Turn);
  return { text: outcome.reply.text, session: outcome.session, asked: chat.asked, reasons };
}

describe("reworded", () => {
  it("shows the model's words with the source line, when every number stands in the sources", async () => {
    const said = await say("Dạ, bản sao 8000 đồng thôi anh/chị.");
    expect(said.text).toBe("Dạ, bản sao 8000 đồng thôi anh/chị.\n\nNguồn: procedures/a.md › Lệ phí");
    expect(said.session).toEqual({ procedure: "1.000894" });
    expect(said.reasons).toEqual([]);
  });

  it("gives the model the sources and the question, and nothing else", async () => {
    const { asked } = await say("Dạ.");
    expect(asked).toEqual([
      { system: "LUẬT", user: "TÀI LIỆU\n[Lệ phí]\nBản sao · 8.000 đồng · https://a.vn/x\n\nCÂU HỎI\nlệ phí kết hôn" },
    ]);
  });

  it.each([
    ["a number", "Dạ, 9.000 đồng."],
    ["a day", "Dạ, hạn 31/12/2026."],
    ["a law", "Theo 99/2026/NĐ-CP."],
    ["a link", "Xem https://b.vn/y nha."],
  ])("keeps the composed answer when the model adds %s", async (_, answer) => {
    const said = await say(answer);
    expect(said.text).toBe(COMPOSED);
    expect(said.reasons).toEqual(["unsupported"]);
  });

  it.each([
    ["fails", new Error("503"), "failed"],
    ["says nothing", "  ", "silent"],
    ["does not find it", "KHÔNG CÓ", "silent"],
  ])("keeps the composed answer when the model %s", async (_, answer, reason) => {
    const said = await say(answer);
    expect(said.text).toBe(COMPOSED);
    expect(said.reasons).toEqual([reason]);
  });

  it.each([
    ["a pressed button", "#p/1.000894/fee", "answered"],
    ["choices", "sang tên", "choices"],
    ["an emergency", "cháy nhà", "emergency"],
  ] as const)("does not ask the model about %s", async (_, text, status) => {
    const said = await say("Dạ.", text, composing(status));
    expect(said.asked).toEqual([]);
    expect(said.text).toBe(COMPOSED);
  });
});
