import { describe, expect, it } from "vitest";
import type { Inbound, Reply } from "../../src/core/conversation.ts";
import { addChat } from "../../src/web/chat.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

const REPLY: Reply = {
  status: "answered",
  text: "Đăng ký khai sinh\nKhông thu tiền.",
  buttons: [{ label: "Thời hạn", send: "#p/1.001193/time" }],
  sources: [{ code: "1.001193", file: "procedures/a.md", heading: "Lệ phí", quote: "Không thu tiền" }],
  procedures: [{ code: "1.001193", name: "Đăng ký khai sinh", score: 1 }],
  facets: ["fee"],
};

function chat(answer: (inbound: Inbound) => Promise<Reply> = async () => REPLY) {
  const { log, logged, now, newId, clock } = surroundings();
  const asked: Inbound[] = [];
  const server = createServer({ log, readiness: () => "ready" });
  addChat(server, {
    answer: (inbound) => {
      asked.push(inbound);
      return answer(inbound);
    },
    limit: new RateLimit({ burst: 2, every: 3000, people: 10, now }),
    now,
    newId,
  });
  const post = (payload: unknown, headers: Record<string, string> = {}) =>
    server.inject({
      method: "POST",
      url: "/api/chat",
      payload: typeof payload === "string" ? payload : JSON.stringify(payload),
      headers: { "content-type": "application/json", ...headers },
    });
  return { asked, clock, logged, post, server };
}

type Chat = ReturnType<typeof chat>;

/** The cookie that a first message brings. */
async function cookieOf({ post }: Chat): Promise<string> {
  const response = await post({ text: "chào" });
  return `conversation=${response.cookies[0]?.value}`;
}

describe("POST /api/chat", () => {
  it("answers with the reply", async () => {
    const { post } = chat();
    const response = await post({ text: "lệ phí khai sinh" });
    expect(response.statusCode).toBe(200);
    expect(response.json()).toEqual(REPLY);
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it("hands the message on with who sent it and when", async () => {
    const { post, asked } = chat();
    await post({ text: "lệ phí khai sinh", id: "m1" });
    expect(asked).toEqual([
      {
        id: "m1",
        channel: "web",
        person: "00000000-0000-4000-8000-000000000001",
        text: "lệ phí khai sinh",
        at: new Date("2026-11-24T03:00:00Z"),
      },
    ]);
  });

  it("gives a message without an id one of its own", async () => {
    const { post, asked } = chat();
    await post({ text: "a" });
    await post({ text: "a" });
    expect(asked[0]?.id).not.toBe(asked[1]?.id);
  });

  it("knows the person again by the cookie, and sets it only once", async () => {
    const made = chat();
    const cookie = await cookieOf(made);
    const response = await made.post({ text: "còn thời hạn?" }, { cookie });
    expect(response.headers).not.toHaveProperty("set-cookie");
    expect(made.asked[1]?.person).toBe(made.asked[0]?.person);
  });

  it("keeps the cookie from scripts, and to encrypted connections where there is one", async () => {
    const { post } = chat();
    const [plain] = (await post({ text: "a" })).cookies;
    const [encrypted] = (await post({ text: "a" }, { "x-forwarded-proto": "https" })).cookies;
    expect(plain).toMatchObject({ httpOnly: true, sameSite: "Strict", path: "/" });
    expect(plain).not.toHaveProperty("secure");
    expect(encrypted).toMatchObject({ httpOnly: true, secure: true });
  });

  it.each([
    ["empty", ""],
    ["long", "x".repeat(20_000)],
    ["emoji", "😀👨‍👩‍👧"],
    ["NUL", "a\u0000b"],
    ["a lone surrogate", "a\ud800b"],
    ["markup", "<script>alert(1)</script>"],
  ])("hands on a text that is %s as it is", async (_, text) => {
    const { post, asked } = chat();
    const response = await post({ text });
    expect(response.statusCode).toBe(200);
    expect(asked[0]?.text).toBe(text);
  });

  it("takes 20,000 characters in their longest writing", async () => {
    const { post, asked } = chat();
    const response = await post(`{"text":"${"\\ud800".repeat(20_000)}"}`);
    expect(response.statusCode).toBe(200);
    expect(asked[0]?.text).toHaveLength(20_000);
  });

  it.each([
    ["nothing", ""],
    ["no text", "{}"],
    ["null", "null"],
    ["a list", '["a"]'],
    ["a text that is none", '{"text":{"a":1}}'],
    ["an empty id", '{"text":"a","id":""}'],
    ["a long id", JSON.stringify({ text: "a", id: "x".repeat(65) })],
  ])("refuses %s", async (_, payload) => {
    const { post, asked } = chat();
    const response = await post(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ error: "bad_request", message: expect.stringContaining("tải lại trang") });
    expect(asked).toEqual([]);
  });

  it("refuses a form that another site could send", async () => {
    const { post, asked } = chat();
    const response = await post('{"text":"a"}', { "content-type": "text/plain" });
    expect(response.statusCode).toBe(415);
    expect(asked).toEqual([]);
  });

  it("asks the hasty to wait, in words and in a header", async () => {
    const made = chat();
    const cookie = await cookieOf(made);
    expect((await made.post({ text: "2" }, { cookie })).statusCode).toBe(200);
    const response = await made.post({ text: "3" }, { cookie });
    expect(response.statusCode).toBe(429);
    expect(response.headers["retry-after"]).toBe("3");
    expect(response.json()).toEqual({
      error: "too_many_messages",
      message: "Anh/chị gửi nhanh quá, vui lòng chờ 3 giây rồi gửi lại.",
    });
    expect(made.asked).toHaveLength(2);
    made.clock.forward(3000);
    expect((await made.post({ text: "3" }, { cookie })).statusCode).toBe(200);
  });

  it("says sorry when answering fails, and logs no text", async () => {
    const { post, logged } = chat(async ({ text }) => {
      throw new Error(`cannot answer ${text}`);
    });
    const response = await post({ text: "số căn cước 096000000001" });
    expect(response.statusCode).toBe(500);
    expect(response.json().message).toContain("Hệ thống đang có trục trặc");
    expect(JSON.stringify(logged)).not.toContain("096000000001");
  });

  it("logs neither text nor person nor address when all is well", async () => {
    const { post, logged } = chat();
    await post({ text: "số căn cước 096000000001" });
    const all = JSON.stringify(logged);
    for (const word of ["096000000001", "00000000-0000-4000-8000", "127.0.0.1"]) expect(all).not.toContain(word);
  });

  it("is no page to look at", async () => {
    const { server } = chat();
    expect((await server.inject("/api/chat")).statusCode).toBe(404);
  });
});
