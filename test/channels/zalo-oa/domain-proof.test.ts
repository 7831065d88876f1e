import { describe, expect, it } from "vitest";
import { domainProof } from "../../../src/channels/zalo-oa/domain-proof.ts";

describe("the page that proves a domain", () => {
  it("has the code in its path and in its mark", () => {
    const proof = domainProof("S9Ab-1_xY");
    expect(proof?.path).toBe("/zalo_verifierS9Ab-1_xY.html");
    expect(proof?.html).toContain('<meta name="zalo-platform-site-verification" content="S9Ab-1_xY">');
    expect(proof?.html).toMatch(/^<!doctype html>/);
  });

  it.each(["", "a b", "../x", '"><script>', "á", "x".repeat(129)])("is not made for %j", (code) => {
    expect(domainProof(code)).toBeUndefined();
  });
});
