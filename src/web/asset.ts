import { createHash } from "node:crypto";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { FastifyReply, FastifyRequest } from "fastify";

/** A text as sent: compressed once, at the start. */
export interface Asset {
  readonly type: string;
  readonly hash: string;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly plain: Buffer;
}

export function encodeAsset(text: string, type: string): Asset {
  const plain = Buffer.from(text);
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 16);
  return { type, hash, br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }), plain };
}

/** Sends it compressed as the browser likes it, or not at all if the browser has it. `caching`: a `Cache-Control` header. */
export function sendAsset(
  asset: Asset,
  caching: string,
  { headers }: FastifyRequest,
  reply: FastifyReply,
): FastifyReply {
  const etag = `"${asset.hash}"`;
  reply.headers({ "cache-control": caching, etag, vary: "accept-encoding", "content-type": asset.type });
  if (headers["if-none-match"]?.includes(etag)) return reply.code(304).send();
  const accepted = String(headers["accept-encoding"] ?? "").split(/\s*,\s*/);
  const coding = (["br", "gzip"] as const).find((one) => accepted.includes(one));
  if (coding === undefined) return reply.send(asset.plain);
  return reply.header("content-encoding", coding).send(asset[coding]);
}
