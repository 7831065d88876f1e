import rateLimit from "@fastify/rate-limit";
import type { FastifyInstance } from "fastify";
import { HttpError } from "./errors.ts";

/**
 * Limits the requests of one address to all routes that are added after it (and do not say `rateLimit: false`). Behind one
 * address there may be a whole office, or a mobile network: people are limited one by one elsewhere.
 * @param perMinute requests of one address in a minute; IPv6 addresses count by their /64 network
 */
export async function limitAddresses(server: FastifyInstance, perMinute: number): Promise<void> {
  await server.register(rateLimit, {
    max: perMinute,
    timeWindow: 60_000,
    cache: 20_000,
    ipv6Subnet: 64,
    addHeaders: SILENT,
    addHeadersOnExceeding: SILENT,
    errorResponseBuilder: (_request, { ttl }) => tooMany(Math.ceil(ttl / 1000)),
  });
}

/** Only `retry-after` is told. */
const SILENT = { "x-ratelimit-limit": false, "x-ratelimit-remaining": false, "x-ratelimit-reset": false };

function tooMany(seconds: number): HttpError {
  const citizen = `Mạng của anh/chị đang có nhiều lượt truy cập quá, vui lòng chờ ${seconds} giây rồi thử lại.`;
  return new HttpError(429, "too_many_requests", "an address sends too many requests", citizen);
}
