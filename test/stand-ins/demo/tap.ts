import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A call that passed, with both bodies as they were. */
export interface Passed {
  readonly path: string;
  readonly request: Buffer;
  /** HTTP status; 0 when the connection broke. */
  readonly status: number;
  readonly answer: Buffer;
  readonly ms: number;
}

export interface Tap {
  /** Base of the addresses that pass through. */
  readonly root: string;
  close(): Promise<void>;
}

/** Headers of one connection, which do not pass on to the next. */
const HOP = new Set(["connection", "content-encoding", "content-length", "host", "keep-alive", "transfer-encoding"]);

/**
 * Stands between two servers on this machine, passes every call on byte for byte and tells of it.
 * @param target base of the addresses behind it, asked at every call
 */
export async function openTap(target: () => string, told: (passed: Passed) => void): Promise<Tap> {
  const server = createServer(async (request, response) => {
    const body = await bytesOf(request);
    const began = performance.now();
    const tell = (status: number, answer: Buffer) =>
      told({ path: request.url ?? "/", request: body, status, answer, ms: Math.round(performance.now() - began) });
    try {
      const passed = await pass(target(), request, body, response);
      const answer = Buffer.from(await passed.arrayBuffer());
      tell(passed.status, answer);
      response.writeHead(passed.status, Object.fromEntries(kept(passed.headers))).end(answer);
    } catch {
      if (!response.destroyed) tell(0, Buffer.alloc(0));
      response.destroy();
    }
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

function pass(target: string, request: IncomingMessage, body: Buffer, response: ServerResponse): Promise<Response> {
  const hungUp = new AbortController();
  response.on("close", () => hungUp.abort());
  const headers = Object.entries(request.headers).map(([name, value]): [string, string] => [name, String(value)]);
  const method = request.method ?? "GET";
  return fetch(target + request.url, {
    method,
    headers: kept(headers),
    ...(method !== "GET" && method !== "HEAD" && { body }),
    redirect: "manual",
    signal: hungUp.signal,
  });
}

function kept(headers: Iterable<[string, string]>): [string, string][] {
  return [...headers].filter(([name]) => !HOP.has(name));
}

async function bytesOf(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}
