import { describe, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.ts";
import { addChat } from "../../src/web/chat.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

interface Message {
  readonly id: string;
  readonly person: string;
  readonly text: string;
}

function chat({
  receive,
  embeddable = false,
}: {
  receive?: (message: Message) => Promise<unknown>;
  embeddable?: boolean;
} = {}) {
  const { log, logged, now, newId, clock } = surroundings();
  const received: Message[] = [];
  const server = createServer({ log, readiness: () => "ready" });
  addChat(server, {
    receive: async (message) => {
      received.push(message);
      return receive?.(message);
    },
    limit: new RateLimit({ burst: 2, every: 3000, people: 10, now }),
    newId,
    embeddable,
  });
  const post = (payload: unknown, headers: Record<string, string> = {}, url = "/api/chat") =>
    server.inject({
      method: "POST",
      url,
      payload: typeof payload === "string" ? payload : JSON.stringify(payload),
      headers: { "content-type": "application/json", host: "hoi.camau.gov.vn", ...headers },
    });
  return { received, clock, logged, post, server };
}

type Chat = ReturnType<typeof chat>;

/** The cookie that a first message brings. */
async function cookieOf({ post }: Chat): Promise<string> {
  const response = await post({ text: "chào" });
  return `conversation=${response.cookies[0]?.value}`;
}

describe("POST /api/chat", () => {
  it("says that the message is kept, and under which id", async () => {
    const { post } = chat();
    const response = await post({ text: "lệ phí khai sinh", id: "m1" });
    expect(response.statusCode).toBe(202);
    expect(response.json()).toEqual({ id: "m1" });
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it("hands the message on with who sent it", async () => {
    const { post, received } = chat();
    await post({ text: "lệ phí khai sinh", id: "m1" });
    expect(received).toEqual([{ id: "m1", person: "00000000-0000-4000-8000-000000000001", text: "lệ phí khai sinh" }]);
  });

  it("says so only when it is kept", async () => {
    let keep = (): void => undefined;
    const kept = new Promise<void>((resolve) => {
      keep = resolve;
    });
    const { post } = chat({ receive: () => kept });
    let answered = false;
    const response = post({ text: "a" }).then((answer) => {
      answered = true;
      return answer;
    });
    await new Promise(setImmediate);
    expect(answered).toBe(false);
    keep();
    expect((await response).statusCode).toBe(202);
  });

  it("gives a message without an id one of its own", async () => {
    const { post, received } = chat();
    const first = await post({ text: "a" });
    await post({ text: "a" });
    expect(received[0]?.id).not.toBe(received[1]?.id);
    expect(first.json()).toEqual({ id: received[0]?.id });
  });

  it("knows the person again by the cookie, and sets it only once", async () => {
    const made = chat();
    const cookie = await cookieOf(made);
    const response = await made.post({ text: "còn thời hạn?" }, { cookie });
    expect(response.headers).not.toHaveProperty("set-cookie");
    expect(made.received[1]?.person).toBe(made.received[0]?.person);
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
    ["a payload", "#p/1.001193/fee"],
  ])("hands on a text that is %s as it is", async (_, text) => {
    const { post, received } = chat();
    const response = await post({ text });
    expect(response.statusCode).toBe(202);
    expect(received[0]?.text).toBe(text);
  });

  it("takes 20,000 characters in their longest writing", async () => {
    const { post, received } = chat();
    const response = await post(`{"text":"${"\\ud800".repeat(20_000)}"}`);
    expect(response.statusCode).toBe(202);
    expect(received[0]?.text).toHaveLength(20_000);
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
    const { post, received } = chat();
    const response = await post(payload);
    expect(response.statusCode).toBe(400);
    expect(response.json()).toEqual({ error: "bad_request", message: expect.stringContaining("tải lại trang") });
    expect(received).toEqual([]);
  });

  it("asks the hasty to wait, in words and in a header", async () => {
    const made = chat();
    const cookie = await cookieOf(made);
    expect((await made.post({ text: "2" }, { cookie })).statusCode).toBe(202);
    const response = await made.post({ text: "3" }, { cookie });
    expect(response.statusCode).toBe(429);
    expect(response.headers["retry-after"]).toBe("3");
    expect(response.json()).toEqual({
      error: "too_many_messages",
      message: "Anh/chị gửi nhanh quá, vui lòng chờ 3 giây rồi gửi lại.",
    });
    expect(made.received).toHaveLength(2);
    made.clock.forward(3000);
    expect((await made.post({ text: "3" }, { cookie })).statusCode).toBe(202);
  });

  it("is no page to look at", async () => {
    const { server } = chat();
    expect((await server.inject("/api/chat")).statusCode).toBe(404);
  });
});

describe("a message that cannot be kept", () => {
  it.each(["store_down", "channel_closed"])("is to be sent again when the reason passes: %s", async (code) => {
    const { post, logged } = chat({
      receive: async () => {
        throw new AppError(code, "away", "Hệ thống đang bận, anh/chị nhắn lại giúp.");
      },
    });
    const response = await post({ text: "số căn cước 096000000001" });
    expect(response.statusCode).toBe(503);
    expect(response.json()).toEqual({ error: code, message: "Hệ thống đang bận, anh/chị nhắn lại giúp." });
    expect(response.headers["retry-after"]).toBe("5");
    expect(JSON.stringify(logged)).not.toContain("096000000001");
  });

  it("gets a sorry for anything unforeseen, and no text is logged", async () => {
    const { post, logged } = chat({
      receive: async ({ text }) => {
        throw new Error(`cannot keep ${text}`);
      },
    });
    const response = await post({ text: "số căn cước 096000000001" });
    expect(response.statusCode).toBe(500);
    expect(response.json().message).toContain("Hệ thống đang có trục trặc");
    expect(JSON.stringify(logged)).not.toContain("096000000001");
  });
});

describe("another site", () => {
  it.each(["text/plain", "application/x-www-form-urlencoded", "multipart/form-data; boundary=x"])(
    "cannot send a form as %s",
    async (type) => {
      const { post, received } = chat();
      expect((await post('{"text":"a"}', { "content-type": type })).statusCode).toBe(415);
      expect(received).toEqual([]);
    },
  );

  it("cannot send a message, nor make a conversation", async () => {
    const { post, received } = chat();
    const response = await post({ text: "a" }, { origin: "https://evil.example" });
    expect(response.statusCode).toBe(403);
    expect(response.json()).toMatchObject({ error: "foreign_origin" });
    expect(response.headers).not.toHaveProperty("set-cookie");
    expect(received).toEqual([]);
  });

  it("is not our own page", async () => {
    const { post } = chat();
    expect((await post({ text: "a" }, { origin: "https://hoi.camau.gov.vn" })).statusCode).toBe(202);
  });
});

describe("in a frame", () => {
  const https = { "x-forwarded-proto": "https" };

  it("has a cookie of its own, which the browser keeps for that site alone", async () => {
    const made = chat({ embeddable: true });
    const response = await made.post({ text: "a" }, https, "/api/chat?embed=1");
    expect(response.headers["set-cookie"]).toMatch(/^framed-conversation=.*; SameSite=None; Secure; Partitioned$/);
    const cookie = `framed-conversation=${response.cookies[0]?.value}`;
    await made.post({ text: "b" }, { ...https, cookie }, "/api/chat?embed=1");
    await made.post({ text: "c" }, { ...https, cookie });
    expect(made.received[1]?.person).toBe(made.received[0]?.person);
    expect(made.received[2]?.person).not.toBe(made.received[0]?.person);
  });

  it("is nothing special where nobody may frame the page", async () => {
    const { post } = chat();
    const response = await post({ text: "a" }, https, "/api/chat?embed=1");
    expect(response.headers["set-cookie"]).toMatch(/^conversation=.*; SameSite=Strict; Secure$/);
  });
});

describe("the log", () => {
  it("tells neither text nor person nor address", async () => {
    const { post, logged } = chat();
    await post({ text: "số căn cước 096000000001" });
    const all = JSON.stringify(logged);
    for (const word of ["096000000001", "00000000-0000-4000-8000", "127.0.0.1"]) expect(all).not.toContain(word);
  });
});
