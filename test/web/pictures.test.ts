import { pino } from "pino";
import { afterEach, describe, expect, it } from "vitest";
import { addPictures } from "../../src/web/pictures.ts";
import { createServer } from "../../src/web/server.ts";

const SVG = "<svg xmlns='http://www.w3.org/2000/svg'/>";
const asked: string[] = [];
const server = createServer({ log: pino({ level: "silent" }), readiness: () => "ready" });
addPictures(server, async (file) => {
  asked.push(file);
  return file === "open.svg" ? { bytes: Buffer.from(SVG), type: "image/svg+xml" } : undefined;
});
afterEach(() => asked.splice(0));

describe("GET /pictures/:file", () => {
  it("serves a sketch that no script of it can run in", async () => {
    const { statusCode, headers, body } = await server.inject("/pictures/open.svg");
    expect([statusCode, body]).toEqual([200, SVG]);
    expect(headers["content-type"]).toBe("image/svg+xml");
    expect(headers["cache-control"]).toContain("max-age=3600");
    expect(headers["content-security-policy"]).toContain("default-src 'none'");
    expect(headers["x-content-type-options"]).toBe("nosniff");
  });

  it("knows no other", async () => {
    const response = await server.inject("/pictures/none.svg");
    expect(response.statusCode).toBe(404);
    expect(response.json()).toMatchObject({ error: "no_picture" });
  });

  it("hands on names, never paths", async () => {
    expect((await server.inject("/pictures/a/b.svg")).statusCode).toBe(404);
    expect((await server.inject("/pictures/..%2Fopen.svg")).statusCode).toBe(404);
    expect(asked).toEqual(["../open.svg"]);
  });
});
