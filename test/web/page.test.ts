import { readdirSync, readFileSync, statSync } from "node:fs";
import type { FastifyInstance } from "fastify";
import { beforeAll, describe, expect, it } from "vitest";
import { limitAddresses } from "../../src/web/address-limit.ts";
import { addPage } from "../../src/web/page.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

const FOLDER = new URL("../../src/web/page/", import.meta.url);
const FILES = readdirSync(FOLDER);
const text = (name: string) => readFileSync(new URL(name, FOLDER), "utf8");

let server: FastifyInstance;
let assets: string[];

beforeAll(async () => {
  server = createServer({ log: surroundings().log, readiness: () => "ready" });
  await addPage(server);
  const { body } = await server.inject("/");
  assets = [...new Set([...body.matchAll(/"(\/assets\/[^"]+)"/g)].map(([, address]) => address as string))];
});

describe("GET /", () => {
  it("is the page, asked for anew each time", async () => {
    const response = await server.inject("/");
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("text/html; charset=utf-8");
    expect(response.headers["cache-control"]).toBe("no-cache");
    expect(response.body).toContain("Hỏi thủ tục hành chính Cà Mau");
  });

  it("is not sent again to somebody who has it", async () => {
    const { headers } = await server.inject("/");
    const again = await server.inject({ url: "/", headers: { "if-none-match": String(headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect(again.headers.etag).toBe(headers.etag);
  });
});

describe("assets", () => {
  it("are all there, with their type, for a year", async () => {
    const types: string[] = [];
    for (const address of assets) {
      const response = await server.inject(address);
      expect(response.statusCode).toBe(200);
      expect(response.headers["cache-control"]).toBe("public, max-age=31536000, immutable");
      types.push(String(response.headers["content-type"]));
    }
    expect([...new Set(types)].sort()).toEqual([
      "image/svg+xml",
      "text/css; charset=utf-8",
      "text/javascript; charset=utf-8",
    ]);
    expect(assets).toHaveLength(FILES.length - 1);
  });

  it("do not count as requests of an address, which a whole network may share", async () => {
    const limited = createServer({ log: surroundings().log, readiness: () => "ready" });
    await limitAddresses(limited, 1);
    await addPage(limited);
    const statuses = [];
    for (const url of [...assets, ...assets, "/", "/"]) statuses.push((await limited.inject(url)).statusCode);
    expect(statuses.slice(0, -1).every((status) => status === 200)).toBe(true);
    expect(statuses.at(-1)).toBe(429);
  });

  it("name each other by the addresses that the page has loaded already", async () => {
    for (const address of assets) {
      const { body } = await server.inject(address);
      for (const [, named] of body.matchAll(/"(\/assets\/[^"]+)"/g)) expect(assets).toContain(named);
    }
  });

  it("have addresses that change with their bytes", () => {
    for (const address of assets) expect(address).toMatch(/^\/assets\/[\da-f]{16}-/);
  });

  it.each(["/assets/page.js", "/assets/", "/assets/../page.ts", "/assets/%2e%2e/page.ts", "/index.html"])(
    "do not include %s",
    async (address) => {
      expect((await server.inject(address)).statusCode).toBe(404);
    },
  );
});

describe("the page's files", () => {
  it("are smaller than 30 kB together", () => {
    const bytes = FILES.map((name) => statSync(new URL(name, FOLDER)).size).reduce((sum, size) => sum + size, 0);
    expect(bytes).toBeLessThan(30_000);
  });

  it("load nothing from elsewhere and set no markup", () => {
    for (const name of FILES) {
      expect(text(name).replace("http://www.w3.org/2000/svg", "")).not.toMatch(/https?:\/\/\w|@import|@font-face/);
    }
    for (const name of FILES) {
      expect(text(name)).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(/);
    }
  });

  it("have no inline script or style, which the security policy would stop", () => {
    expect(text("index.html")).not.toMatch(/<style|style=|\son\w+=|<script(?![^>]*\bsrc=)/);
  });

  it("hold what a screen reader needs", () => {
    const html = text("index.html");
    expect(html).toContain('lang="vi"');
    expect(html).toMatch(/id="log" role="log" aria-live="off"/);
    expect(html).toContain('<label for="text">');
    expect(html).toMatch(/class="skip" href="#text"/);
    expect(html).not.toMatch(/user-scalable|maximum-scale/);
  });
});
