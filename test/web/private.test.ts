import type { FastifyRequest } from "fastify";
import { describe, expect, it } from "vitest";
import { isPrivate, mayLookInside } from "../../src/web/private.ts";

describe("isPrivate", () => {
  it.each(["127.0.0.1", "127.9.9.9", "10.1.2.3", "172.16.0.1", "172.31.255.255", "192.168.1.1", "169.254.1.1"])(
    "%s is",
    (ip) => {
      expect(isPrivate(ip)).toBe(true);
      expect(isPrivate(`::ffff:${ip}`)).toBe(true);
    },
  );
  it.each(["::1", "fd00::1", "fc12::9", "fe80::1"])("%s is", (ip) => expect(isPrivate(ip)).toBe(true));
  it.each([
    "8.8.8.8",
    "172.32.0.1",
    "172.15.0.1",
    "11.0.0.1",
    "192.169.0.1",
    "::ffff:8.8.8.8",
    "2001:db8::1",
    "::2",
    "",
    "unknown",
  ])("%j is not", (ip) => expect(isPrivate(ip)).toBe(false));
});

describe("mayLookInside", () => {
  const request = (ip: string, authorization?: string) => ({ ip, headers: { authorization } }) as FastifyRequest;

  it("goes by the address when there is no token", () => {
    expect(mayLookInside(request("10.0.0.1"), undefined)).toBe(true);
    expect(mayLookInside(request("8.8.8.8"), undefined)).toBe(false);
    expect(mayLookInside(request("8.8.8.8", "Bearer undefined"), undefined)).toBe(false);
  });

  it.each([undefined, "", "Bearer ", "Bearer wrong", "secret", "Bearer secret2", "bearer secret"])(
    "wants the token, not %j",
    (given) => {
      expect(mayLookInside(request("127.0.0.1", given), "secret")).toBe(false);
    },
  );

  it("lets in who brings the token, from anywhere", () => {
    expect(mayLookInside(request("8.8.8.8", "Bearer secret"), "secret")).toBe(true);
  });
});
