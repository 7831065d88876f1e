import { readFile } from "node:fs/promises";
import type { FastifyInstance } from "fastify";
import { encodeAsset, sendAsset } from "./asset.ts";
import { addWidget, allowFrame } from "./widget.ts";

export interface PageOptions {
  /** Origins of the sites that may show the page in a frame, by the widget; none when absent. */
  readonly widgetOrigins?: readonly string[];
}

const SCRIPT = "text/javascript; charset=utf-8";

/** A first visit asks for all assets, and a whole mobile network may stand behind one address: they do not count. */
const UNCOUNTED = { config: { rateLimit: false } };

/** In an order in which each names only those before it. */
const TYPES = {
  "page.css": "text/css; charset=utf-8",
  "icon.svg": "image/svg+xml",
  "embed.js": SCRIPT,
  "render.js": SCRIPT,
  "stream.js": SCRIPT,
  "field.js": SCRIPT,
  "post.js": SCRIPT,
  "conversation.js": SCRIPT,
  "page.js": SCRIPT,
} as const;

/** A year: the address of an asset changes whenever its bytes do. */
const FOREVER = "public, max-age=31536000, immutable";

/** The chat page at `/`, its assets under addresses that carry their hash, and the widget where sites may have it. */
export async function addPage(server: FastifyInstance, { widgetOrigins = [] }: PageOptions = {}): Promise<void> {
  const addresses = new Map<string, string>();
  const read = async (name: string) => {
    const text = await readFile(new URL(`page/${name}`, import.meta.url), "utf8");
    return text.replaceAll(/\/assets\/[\w.]+/g, (address) => addresses.get(address) ?? address);
  };
  for (const [name, type] of Object.entries(TYPES)) {
    const asset = encodeAsset(await read(name), type);
    const address = `/assets/${asset.hash}-${name}`;
    addresses.set(`/assets/${name}`, address);
    server.get(address, UNCOUNTED, (request, reply) => sendAsset(asset, FOREVER, request, reply));
  }
  const page = encodeAsset(await read("index.html"), "text/html; charset=utf-8");
  server.get<{ Querystring: { embed?: unknown } }>("/", (request, reply) => {
    if (request.query.embed !== undefined) allowFrame(reply, widgetOrigins);
    return sendAsset(page, "no-cache", request, reply);
  });
  if (widgetOrigins.length > 0) await addWidget(server);
}
