import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";

/** A request as it came in: address, bearer key and body. */
export interface Asked {
  readonly path: string;
  readonly authorization: string | undefined;
  readonly body: Record<string, unknown>;
}

export type Answer = (asked: Asked, response: ServerResponse) => void;

/** An OpenAI-compatible service on this machine that answers from a script: each request takes the next answer, the last one stays. */
export interface StandIn {
  readonly baseUrl: string;
  readonly asked: readonly Asked[];
  script(...answers: Answer[]): void;
  stop(): Promise<void>;
}

/** Starts a stand-in on a free port of 127.0.0.1. */
export async function startStandIn(): Promise<StandIn> {
  const asked: Asked[] = [];
  let answers: Answer[] = [];
  const server = createServer(async (request, response) => {
    const one = await read(request);
    asked.push(one);
    const answer = answers.length > 1 ? answers.shift() : answers[0];
    (answer ?? fails(404, "no script"))(one, response);
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    baseUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/v1`,
    asked,
    script(...next) {
      answers = next;
      asked.length = 0;
    },
    stop: () =>
      new Promise((resolve, reject) => {
        server.close((error) => (error ? reject(error) : resolve()));
        server.closeAllConnections();
      }),
  };
}

/** Streams a chat completion piece by piece as server-sent events. */
export function streams(...pieces: string[]): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) response.write(event({ content: piece }, null));
    response.write(event({}, "stop"));
    response.end("data: [DONE]\n\n");
  };
}

/** Streams pieces, then cuts the connection. */
export function breaksAfter(...pieces: string[]): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) response.write(event({ content: piece }, null));
    setImmediate(() => response.destroy());
  };
}

/** Streams pieces and then says nothing more. */
export function hangsAfter(...pieces: string[]): Answer {
  return (_, response) => {
    response.writeHead(200, { "content-type": "text/event-stream" });
    for (const piece of pieces) response.write(event({ content: piece }, null));
  };
}

/** Refuses the way OpenAI does. */
export function fails(status: number, message: string): Answer {
  return (_, response) => json(response, status, { error: { message, type: "invalid_request_error", code: null } });
}

/** Embeds every text of the request with `vector`. */
export function embeds(vector: (text: string) => readonly (number | null)[]): Answer {
  return ({ body }, response) => {
    const input = [body.input].flat() as string[];
    const data = input.map((text, index) => ({ object: "embedding", index, embedding: vector(text) }));
    json(response, 200, { object: "list", model: body.model, data, usage: { prompt_tokens: 1, total_tokens: 1 } });
  };
}

function event(delta: Record<string, unknown>, finish: string | null): string {
  const choices = [{ index: 0, delta: { role: "assistant", ...delta }, finish_reason: finish }];
  const chunk = {
    id: "chatcmpl-1",
    object: "chat.completion.chunk",
    created: 1_764_000_000,
    model: "stand-in",
    choices,
  };
  return `data: ${JSON.stringify(chunk)}\n\n`;
}

function json(response: ServerResponse, status: number, value: unknown): void {
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(value));
}

async function read(request: IncomingMessage): Promise<Asked> {
  let text = "";
  for await (const part of request.setEncoding("utf8")) text += part;
  return { path: request.url ?? "", authorization: request.headers.authorization, body: JSON.parse(text) };
}
