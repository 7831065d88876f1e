import type { FastifyRequest } from "fastify";
import { describe, expect, it } from "vitest";
import { readVisitor, refuseForeign } from "../../src/web/visitor.ts";

const ID = "0b6b1c1e-8f2a-4d7e-9a51-3c1f5b2d9e10";
const OTHER = "1c6b1c1e-8f2a-4d7e-9a51-3c1f5b2d9e10";
const BOTH = `conversation=${ID}; framed-conversation=${OTHER}`;

function request(headers: Record<string, string>, query: Record<string, string> = {}): FastifyRequest {
  return { headers, query } as unknown as FastifyRequest;
}

describe("readVisitor", () => {
  it("knows who asks on the page by itself", () => {
    expect(readVisitor(request({ cookie: BOTH }), true)).toEqual({ place: "page", person: ID });
  });

  it.each(["1", "", "0"])("knows who asks in a frame, whatever embed is: %j", (embed) => {
    expect(readVisitor(request({ cookie: BOTH }, { embed }), true)).toEqual({ place: "frame", person: OTHER });
  });

  it("takes a frame for the page where frames are not allowed", () => {
    expect(readVisitor(request({ cookie: BOTH }, { embed: "1" }), false)).toEqual({ place: "page", person: ID });
  });

  it("knows nobody without a cookie", () => {
    expect(readVisitor(request({}), true).person).toBeUndefined();
  });
});

describe("refuseForeign", () => {
  const host = "hoi.camau.gov.vn";

  it.each([
    { host },
    { host, origin: `https://${host}` },
    { host: "127.0.0.1:8080", origin: `https://${host}`, "sec-fetch-site": "same-origin" },
    { host: "127.0.0.1:8080", origin: "http://127.0.0.1:8080" },
  ])("lets ours pass: %j", (headers) => {
    expect(() => refuseForeign(request(headers))).not.toThrow();
  });

  it.each([
    { host, origin: "https://evil.example" },
    { host, origin: "null" },
    { host, origin: "" },
    { host, origin: `https://${host}.evil.example` },
    { host, origin: `https://${host}:8443` },
    { host, origin: `https://${host}`, "sec-fetch-site": "same-site" },
    { host, "sec-fetch-site": "none" },
    { origin: "null" },
  ])("refuses: %j", (headers) => {
    expect(() => refuseForeign(request(headers))).toThrow(
      expect.objectContaining({ status: 403, code: "foreign_origin" }),
    );
  });
});
