import { readFile } from "node:fs/promises";
import { type FastifyInstance, fastify } from "fastify";
import { type Action, action, type View } from "./view.ts";

/** Room for a photo of a modern phone, in Base64. */
const BODY_LIMIT = 12 * 1024 * 1024;

const FILES = {
  "/": ["index.html", "text/html; charset=utf-8"],
  "/page.css": ["page.css", "text/css; charset=utf-8"],
  "/page.js": ["page.js", "text/javascript; charset=utf-8"],
} as const;

const POLICY =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; base-uri 'none'";

export interface PageServer {
  readonly address: string;
  /** Shows the view as it is now to every browser that looks. */
  show(): void;
  close(): Promise<void>;
}

export interface PageOptions {
  /** 0: any free one. */
  readonly port: number;
  readonly view: () => View;
  /** @returns false when it cannot be done now */
  readonly perform: (action: Action) => boolean;
  /** The bytes of a picture by its name. */
  readonly picture: (name: string) => Uint8Array | undefined;
}

/** Serves the page on this machine alone: `GET /events` streams the view, `POST /act` does something on a phone. */
export async function openPage({ port, view, perform, picture }: PageOptions): Promise<PageServer> {
  const server = fastify({ bodyLimit: BODY_LIMIT, forceCloseConnections: true });
  const audience = new Set<(text: string) => void>();
  let due = false;
  await addFiles(server);
  server.get<{ Params: { name: string } }>("/pictures/:name", (request, reply) => {
    const bytes = picture(request.params.name);
    if (bytes === undefined) return reply.code(404).send();
    return reply.type(typeOf(bytes)).send(Buffer.from(bytes));
  });
  server.get("/events", (request, reply) => {
    reply.hijack();
    const { raw } = reply;
    raw.writeHead(200, { "content-type": "text/event-stream", "cache-control": "no-store" });
    const tell = (text: string) => void raw.write(`data: ${text}\n\n`);
    audience.add(tell);
    request.raw.on("close", () => audience.delete(tell));
    tell(JSON.stringify(view()));
  });
  server.post("/act", (request, reply) => {
    const { data } = action.safeParse(request.body);
    if (data === undefined) return reply.code(400).send();
    return reply.code(perform(data) ? 204 : 409).send();
  });
  const address = await server.listen({ host: "127.0.0.1", port });

  return {
    address: `${address}/`,
    show() {
      if (due) return;
      due = true;
      setImmediate(() => {
        due = false;
        const text = JSON.stringify(view());
        for (const tell of audience) tell(text);
      });
    },
    close: () => server.close(),
  };
}

async function addFiles(server: FastifyInstance): Promise<void> {
  for (const [path, [name, type]] of Object.entries(FILES)) {
    const text = await readFile(new URL(`page/${name}`, import.meta.url), "utf8");
    const headers = { "content-type": type, "content-security-policy": POLICY, "cache-control": "no-store" };
    server.get(path, (_request, reply) => reply.headers(headers).send(text));
  }
}

/** The type of a picture by its first bytes. */
function typeOf(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xd8) return "image/jpeg";
  return bytes[0] === 0x89 ? "image/png" : "application/octet-stream";
}
