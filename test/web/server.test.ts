import { connect } from "node:net";
import { afterEach, describe, expect, it } from "vitest";
import { AppError } from "../../src/core/errors.ts";
import { HttpError } from "../../src/web/errors.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

const { log, logged } = surroundings();

function server(trustProxy: readonly string[] = []) {
  const made = createServer({ log, readiness: () => "ready", trustProxy });
  made.get("/fine", async () => ({ fine: true }));
  made.post("/echo", async ({ body }) => body);
  made.get("/who", async ({ ip, protocol }) => ({ ip, protocol }));
  return made;
}

function failing(error: unknown) {
  const made = server();
  made.get("/fail", async () => {
    throw error;
  });
  return made.inject("/fail");
}

afterEach(() => {
  (logged as unknown[]).length = 0;
});

describe("security headers", () => {
  it.each(["/fine", "/healthz", "/nowhere"])("stand on %s", async (url) => {
    const { headers } = await server().inject(url);
    expect(headers).toMatchObject({
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
      "cross-origin-opener-policy": "same-origin",
    });
    const policy = String(headers["content-security-policy"]);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toContain("unsafe");
  });

  it("do not name the software", async () => {
    const { headers } = await server().inject("/fine");
    expect(headers).not.toHaveProperty("server");
    expect(headers).not.toHaveProperty("x-powered-by");
  });
});

describe("errors", () => {
  it("are a code and a Vietnamese sentence", async () => {
    const response = await server().inject("/nowhere");
    expect(response.statusCode).toBe(404);
    expect(response.json()).toEqual({ error: "not_found", message: "Không có trang này." });
    expect(response.headers["cache-control"]).toBe("no-store");
  });

  it("carry the status and the sentence of an HttpError", async () => {
    const response = await failing(new HttpError(429, "too_many", "too many", "Anh/chị chờ một chút."));
    expect(response.statusCode).toBe(429);
    expect(response.json()).toEqual({ error: "too_many", message: "Anh/chị chờ một chút." });
    expect(logged.some(({ level }) => level === 50)).toBe(false);
  });

  it("tell the citizen the citizen's sentence and the operator the operator's", async () => {
    const response = await failing(new AppError("store_down", "the store is away", "Anh/chị thử lại sau."));
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({ error: "store_down", message: "Anh/chị thử lại sau." });
    expect(logged).toContainEqual(
      expect.objectContaining({ level: 50, code: "store_down", reason: "the store is away" }),
    );
  });

  it("say nothing of an unexpected error but where it happened", async () => {
    const response = await failing(new TypeError("cannot read số căn cước 096000000001"));
    expect(response.statusCode).toBe(500);
    expect(response.json()).toEqual({
      error: "internal",
      message: "Hệ thống đang có trục trặc, anh/chị vui lòng thử lại sau ít phút.",
    });
    const [entry] = logged.filter(({ level }) => level === 50);
    expect(entry).toMatchObject({
      kind: "TypeError",
      at: expect.arrayContaining([expect.stringContaining("server.test.ts")]),
    });
    expect(JSON.stringify(logged)).not.toContain("096000000001");
  });

  it("survive something thrown that is no error", async () => {
    const response = await failing("oops 096000000001");
    expect(response.statusCode).toBe(500);
    expect(JSON.stringify(logged)).not.toContain("096000000001");
  });

  it.each([
    ["broken JSON", '{"text": "số 096000000001', "application/json", 400, "bad_request"],
    ["no JSON", "a=b", "text/plain", 415, "bad_request"],
    ["too much", JSON.stringify("x".repeat(200_000)), "application/json", 413, "too_large"],
    ["a prototype", '{"__proto__": {"x": 1}}', "application/json", 400, "bad_request"],
  ])("refuse %s without logging it", async (_, payload, type, status, code) => {
    const response = await server().inject({
      method: "POST",
      url: "/echo",
      payload,
      headers: { "content-type": type },
    });
    expect(response.statusCode).toBe(status);
    expect(response.json()).toEqual({ error: code, message: expect.stringMatching(/anh\/chị/) });
    expect(JSON.stringify(logged)).not.toContain("096000000001");
  });
});

describe("the log", () => {
  it("names the route, the status and the time, but neither the query nor the person", async () => {
    await server().inject({
      url: "/fine?text=con%20toi",
      headers: { cookie: "conversation=1", "user-agent": "phone" },
    });
    const [entry] = logged.filter(({ msg }) => msg === "request");
    expect(entry).toMatchObject({ method: "GET", route: "/fine", status: 200, ms: expect.any(Number) });
    for (const word of ["con", "toi", "conversation", "phone", "127.0.0.1"]) {
      expect(Object.values(entry as object).join(" ")).not.toContain(word);
    }
  });

  it("does not name what was looked for in vain", async () => {
    await server().inject("/secret-of-somebody");
    expect(JSON.stringify(logged)).not.toContain("secret-of-somebody");
  });
});

describe("the address of who asks", () => {
  const forwarded = { "x-forwarded-for": "203.0.113.9, 198.51.100.7", "x-forwarded-proto": "https" };

  it("is what a trusted proxy says, its nearest stranger", async () => {
    const response = await server(["loopback"]).inject({ url: "/who", headers: forwarded });
    expect(response.json()).toEqual({ ip: "198.51.100.7", protocol: "https" });
  });

  it.each([[[]], [["10.0.0.0/8"]]])("is the other end of the line when only %j is trusted", async (trusted) => {
    const response = await server(trusted).inject({ url: "/who", headers: forwarded });
    expect(response.json()).toEqual({ ip: "127.0.0.1", protocol: "http" });
  });
});

describe("time", () => {
  it("is limited for a request to arrive and for a connection to idle", async () => {
    const { server: http } = server();
    expect([http.requestTimeout, http.keepAliveTimeout]).toEqual([30_000, 10_000]);
    expect(http.headersTimeout).toBeGreaterThan(0);
    expect(http.headersTimeout).toBeLessThanOrEqual(60_000);
  });
});

describe("a real connection", () => {
  it("gets an answer to nonsense and the server goes on", async () => {
    const made = server();
    const address = await made.listen({ port: 0, host: "127.0.0.1" });
    const nonsense = await new Promise<string>((resolve) => {
      let answer = "";
      const socket = connect(Number(new URL(address).port), "127.0.0.1", () => socket.write("\0\xff HELLO\r\n\r\n"));
      socket.on("data", (data) => {
        answer += String(data);
      });
      socket.on("close", () => resolve(answer));
    });
    expect(nonsense).toMatch(/^HTTP\/1\.1 400/);
    expect((await fetch(`${address}/fine`)).status).toBe(200);
    await made.close();
  });
});
