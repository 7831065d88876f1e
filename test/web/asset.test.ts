import { brotliDecompressSync, gunzipSync } from "node:zlib";
import { fastify } from "fastify";
import { describe, expect, it } from "vitest";
import { encodeAsset, sendAsset } from "../../src/web/asset.ts";

const TEXT = "Hỏi thủ tục hành chính Cà Mau. ".repeat(50);

function get(headers: Record<string, string> = {}) {
  const server = fastify();
  const asset = encodeAsset(TEXT, "text/plain; charset=utf-8");
  server.get("/", (request, reply) => sendAsset(asset, "no-cache", request, reply));
  return server.inject({ url: "/", headers });
}

describe("an asset", () => {
  it("is sent with its type, its caching and a mark of its bytes", async () => {
    const { headers, body } = await get();
    expect(body).toBe(TEXT);
    expect(headers).toMatchObject({
      "content-type": "text/plain; charset=utf-8",
      "cache-control": "no-cache",
      etag: expect.stringMatching(/^"[\da-f]{16}"$/),
      vary: "accept-encoding",
    });
  });

  it("is not sent again to who has it", async () => {
    const { headers } = await get();
    const again = await get({ "if-none-match": `W/"other", ${headers.etag}` });
    expect(again.statusCode).toBe(304);
    expect(again.body).toBe("");
    expect((await get({ "if-none-match": '"other"' })).statusCode).toBe(200);
  });

  it.each([
    ["gzip, deflate, br", "br", brotliDecompressSync],
    ["gzip", "gzip", gunzipSync],
  ] as const)("for %s is %s", async (accepted, coding, unpack) => {
    const { rawPayload, headers } = await get({ "accept-encoding": accepted });
    expect(headers["content-encoding"]).toBe(coding);
    expect(rawPayload.length).toBeLessThan(TEXT.length / 2);
    expect(String(unpack(rawPayload))).toBe(TEXT);
  });

  it.each(["", "identity", "zstd", "brr", "br;q=0"])("for %j is sent as it is", async (accepted) => {
    const { headers, body } = await get({ "accept-encoding": accepted });
    expect(headers).not.toHaveProperty("content-encoding");
    expect(body).toBe(TEXT);
  });

  it("has another mark when its bytes are others", () => {
    expect(encodeAsset("a", "text/plain").hash).not.toBe(encodeAsset("b", "text/plain").hash);
  });
});
