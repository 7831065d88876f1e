import { readFile } from "node:fs/promises";
import type { FastifyInstance, FastifyReply } from "fastify";
import { encodeAsset, sendAsset } from "./asset.ts";

/** An hour: the address stays, whatever changes. */
const HOUR = "public, max-age=3600";

/** `GET /widget.js`, which other sites load: a button that opens the page in a frame. */
export async function addWidget(server: FastifyInstance): Promise<void> {
  const text = await readFile(new URL("widget/widget.js", import.meta.url), "utf8");
  const script = encodeAsset(text, "text/javascript; charset=utf-8");
  server.get("/widget.js", (request, reply) => {
    reply.header("cross-origin-resource-policy", "cross-origin");
    return sendAsset(script, HOUR, request, reply);
  });
}

/**
 * Lets the sites of these origins, and no others, show this answer in a frame.
 * @throws TypeError for what is no origin
 */
export function allowFrame(reply: FastifyReply, origins: readonly string[]): void {
  if (origins.length === 0) return;
  const allowed = origins.map((one) => new URL(one).origin).join(" ");
  const policy = String(reply.getHeader("content-security-policy"));
  reply.header("content-security-policy", policy.replace(/frame-ancestors [^;]*/, `frame-ancestors ${allowed}`));
  // It knows no list of sites; browsers that know frame-ancestors ignore it (w3.org/TR/CSP3/#frame-ancestors-and-frame-options).
  reply.removeHeader("x-frame-options");
}
