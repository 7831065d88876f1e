import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { addPage } from "../../src/web/page.ts";
import { createServer } from "../../src/web/server.ts";
import { surroundings } from "../surroundings.ts";

const COMMUNE = "https://namcan.camau.gov.vn";

async function server(widgetOrigins: readonly string[] = [COMMUNE]) {
  const made = createServer({ log: surroundings().log, readiness: () => "ready" });
  await addPage(made, { widgetOrigins });
  return made;
}

describe("GET /widget.js", () => {
  it("may be loaded by other sites, for an hour", async () => {
    const response = await (await server()).inject("/widget.js");
    expect(response.statusCode).toBe(200);
    expect(response.headers["content-type"]).toBe("text/javascript; charset=utf-8");
    expect(response.headers["cross-origin-resource-policy"]).toBe("cross-origin");
    expect(response.headers["cache-control"]).toBe("public, max-age=3600");
  });

  it("is not there where no site may have it", async () => {
    expect((await (await server([])).inject("/widget.js")).statusCode).toBe(404);
  });

  it("is the only thing that other sites may load", async () => {
    const made = await server();
    const { body } = await made.inject("/");
    for (const [address] of body.matchAll(/\/assets\/[^"]+/g)) {
      expect((await made.inject(address)).headers["cross-origin-resource-policy"]).toBe("same-origin");
    }
  });
});

describe("the widget's script", () => {
  const script = readFileSync(new URL("../../src/web/widget/widget.js", import.meta.url), "utf8");

  it("is small", () => {
    expect(script.length).toBeLessThan(6_000);
  });

  it("sets no markup, keeps nothing and leaves no names behind", () => {
    expect(script).not.toMatch(/innerHTML|outerHTML|insertAdjacentHTML|document\.write|eval\(|localStorage|cookie/);
    expect(script.replace(/^\/\*\*.*?\*\/\s*/s, "")).toMatch(/^\(\(\) => \{.*\}\)\(\);\s*$/s);
  });
});

describe("framing", () => {
  const ancestors = (headers: Record<string, unknown>) =>
    String(headers["content-security-policy"]).match(/frame-ancestors ([^;]*)/)?.[1];

  it("is allowed to the sites named, of the page made for it", async () => {
    const { headers } = await (await server([COMMUNE, "http://localhost:8000"])).inject("/?embed=1");
    expect(ancestors(headers)).toBe(`${COMMUNE} http://localhost:8000`);
    expect(headers).not.toHaveProperty("x-frame-options");
    expect(String(headers["content-security-policy"])).toContain("default-src 'none'");
  });

  it.each([
    ["of the page itself", [COMMUNE], "/"],
    ["of an asset", [COMMUNE], "/widget.js"],
    ["where no site is named", [], "/?embed=1"],
  ])("is forbidden %s", async (_, origins, url) => {
    const { headers } = await (await server(origins)).inject(url);
    expect(ancestors(headers)).toBe("'none'");
    expect(headers["x-frame-options"]).toBe("DENY");
  });

  it("takes the origin of an address, and nothing that could widen the policy", async () => {
    const { headers } = await (await server([`${COMMUNE}/trang-chu?x='self'`])).inject("/?embed=1");
    expect(ancestors(headers)).toBe(COMMUNE);
  });

  it("is allowed too when the browser has the page already", async () => {
    const made = await server();
    const { headers } = await made.inject("/?embed=1");
    const again = await made.inject({ url: "/?embed=1", headers: { "if-none-match": String(headers.etag) } });
    expect(again.statusCode).toBe(304);
    expect(ancestors(again.headers)).toBe(COMMUNE);
  });
});
