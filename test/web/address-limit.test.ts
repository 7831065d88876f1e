import { describe, expect, it } from "vitest";
import { limitAddresses } from "../../src/web/address-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

async function limited(perMinute: number) {
  const { log, logged } = surroundings();
  const server = createServer({ log, readiness: () => "ready", trustProxy: ["loopback"] });
  await limitAddresses(server, perMinute);
  server.get("/page", async () => "page");
  server.post("/api/chat", async () => ({}));
  server.get("/free", { config: { rateLimit: false } }, async () => "free");
  const get = (url: string, from: string) => server.inject({ url, headers: { "x-forwarded-for": from } });
  return { server, get, logged };
}

describe("limitAddresses", () => {
  it("lets so many pass in a minute, then says when to come again", async () => {
    const { get } = await limited(3);
    const statuses: number[] = [];
    for (let i = 0; i < 4; i++) statuses.push((await get("/page", "203.0.113.9")).statusCode);
    expect(statuses).toEqual([200, 200, 200, 429]);
    const refused = await get("/page", "203.0.113.9");
    expect(Number(refused.headers["retry-after"])).toBeGreaterThan(0);
    expect(refused.json()).toMatchObject({
      error: "too_many_requests",
      message: expect.stringMatching(/chờ \d+ giây/),
    });
  });

  it("counts each address alone", async () => {
    const { get } = await limited(1);
    await get("/page", "203.0.113.9");
    expect((await get("/page", "203.0.113.9")).statusCode).toBe(429);
    expect((await get("/page", "203.0.113.10")).statusCode).toBe(200);
  });

  it("counts an IPv6 network as one", async () => {
    const { get } = await limited(1);
    await get("/page", "2001:db8::1");
    expect((await get("/page", "2001:db8::2")).statusCode).toBe(429);
    expect((await get("/page", "2001:db8:0:1::1")).statusCode).toBe(200);
  });

  it("is not fooled by addresses put in front", async () => {
    const { get } = await limited(1);
    await get("/page", "1.1.1.1, 203.0.113.9");
    expect((await get("/page", "2.2.2.2, 203.0.113.9")).statusCode).toBe(429);
  });

  it("leaves alone what is not to be limited, and what was there before", async () => {
    const { get } = await limited(1);
    for (const url of ["/free", "/free", "/free", "/healthz", "/healthz"]) {
      expect((await get(url, "203.0.113.9")).statusCode).toBe(200);
    }
  });

  it("tells nobody how it counts, and logs no error", async () => {
    const { get, logged } = await limited(1);
    const { headers } = await get("/page", "203.0.113.9");
    await get("/page", "203.0.113.9");
    expect(Object.keys(headers).filter((name) => name.includes("ratelimit"))).toEqual([]);
    expect(logged.filter(({ level }) => Number(level) >= 50)).toEqual([]);
  });
});
