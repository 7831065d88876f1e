import { createHash, timingSafeEqual } from "node:crypto";
import { BlockList, isIPv6 } from "node:net";
import type { FastifyRequest } from "fastify";

const PRIVATE = new BlockList();
PRIVATE.addSubnet("127.0.0.0", 8);
PRIVATE.addSubnet("10.0.0.0", 8); // RFC 1918, as the next two
PRIVATE.addSubnet("172.16.0.0", 12);
PRIVATE.addSubnet("192.168.0.0", 16);
PRIVATE.addSubnet("169.254.0.0", 16);
PRIVATE.addAddress("::1", "ipv6");
PRIVATE.addSubnet("fc00::", 7, "ipv6"); // RFC 4193
PRIVATE.addSubnet("fe80::", 10, "ipv6");

/** Whether the address belongs to this machine or a private network. */
export function isPrivate(address: string): boolean {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, "");
  return PRIVATE.check(plain, isIPv6(plain) ? "ipv6" : "ipv4");
}

/**
 * Whether who asks may see how the service is doing: with a token, who brings it (`Authorization: Bearer …`); without one,
 * who comes from this machine or a private network.
 */
export function mayLookInside({ ip, headers }: FastifyRequest, token: string | undefined): boolean {
  return token === undefined ? isPrivate(ip) : same(headers.authorization ?? "", `Bearer ${token}`);
}

/** Compares in a time that tells nothing of either. */
function same(given: string, expected: string): boolean {
  return timingSafeEqual(digest(given), digest(expected));
}

function digest(text: string): Buffer {
  return createHash("sha256").update(text).digest();
}
