import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { brotliCompressSync, gzipSync } from "node:zlib";
import type { FastifyInstance, FastifyReply, FastifyRequest } from "fastify";

const TYPES = {
  "page.css": "text/css; charset=utf-8",
  "page.js": "text/javascript; charset=utf-8",
  "icon.svg": "image/svg+xml",
} as const;

/** A year: the address of an asset changes whenever its bytes do. */
const FOREVER = "public, max-age=31536000, immutable";

/** The chat page at `/` and its assets under addresses that carry their hash. */
export async function addPage(server: FastifyInstance): Promise<void> {
  let html = await read("index.html");
  for (const [name, type] of Object.entries(TYPES)) {
    const asset = encode(await read(name), type);
    const address = `/assets/${asset.hash}-${name}`;
    html = html.replaceAll(`/assets/${name}`, address);
    server.get(address, (request, reply) => send(asset, FOREVER, request, reply));
  }
  const page = encode(html, "text/html; charset=utf-8");
  server.get("/", (request, reply) => send(page, "no-cache", request, reply));
}

/** A text as sent: compressed once, at the start. */
interface Encoded {
  readonly type: string;
  readonly hash: string;
  readonly br: Buffer;
  readonly gzip: Buffer;
  readonly plain: Buffer;
}

function read(name: string): Promise<string> {
  return readFile(new URL(`page/${name}`, import.meta.url), "utf8");
}

function encode(text: string, type: string): Encoded {
  const plain = Buffer.from(text);
  const hash = createHash("sha256").update(plain).digest("hex").slice(0, 16);
  return { type, hash, br: brotliCompressSync(plain), gzip: gzipSync(plain, { level: 9 }), plain };
}

function send(encoded: Encoded, caching: string, { headers }: FastifyRequest, reply: FastifyReply): FastifyReply {
  const etag = `"${encoded.hash}"`;
  reply.headers({ "cache-control": caching, etag, vary: "accept-encoding", "content-type": encoded.type });
  if (headers["if-none-match"]?.includes(etag)) return reply.code(304).send();
  const accepted = String(headers["accept-encoding"] ?? "").split(/\s*,\s*/);
  const coding = (["br", "gzip"] as const).find((one) => accepted.includes(one));
  if (coding === undefined) return reply.send(encoded.plain);
  return reply.header("content-encoding", coding).send(encoded[coding]);
}
