import type { FastifyInstance } from "fastify";
import type { Inbound, Reply } from "../core/conversation.ts";
import { readConversation, writeConversation } from "./cookie.ts";
import { HttpError } from "./errors.ts";
import type { RateLimit } from "./rate-limit.ts";

export interface ChatOptions {
  readonly answer: (inbound: Inbound) => Promise<Reply>;
  readonly limit: RateLimit;
  readonly now: () => Date;
  /** Makes an id that nobody can guess (UUID). */
  readonly newId: () => string;
}

interface Message {
  readonly text: string;
  /** Made by the page: sending the same message again after a broken connection does not ask twice. */
  readonly id?: string;
}

const MESSAGE = {
  type: "object",
  required: ["text"],
  properties: { text: { type: "string" }, id: { type: "string", minLength: 1, maxLength: 64 } },
};

/** `POST /api/chat` with `{ text, id? }` → the Reply as JSON. Who is asking is kept in a cookie. */
export function addChat(server: FastifyInstance, { answer, limit, now, newId }: ChatOptions): void {
  server.post<{ Body: Message }>("/api/chat", { schema: { body: MESSAGE } }, async (request, reply) => {
    const known = readConversation(request.headers.cookie);
    const person = known ?? newId();
    if (known === undefined) {
      reply.header("set-cookie", writeConversation(person, request.headers["x-forwarded-proto"] === "https"));
    }
    const wait = limit.take(person);
    if (wait > 0) {
      reply.header("retry-after", wait);
      throw tooMany(wait);
    }
    reply.header("cache-control", "no-store");
    const { text, id = newId() } = request.body;
    return answer({ id, channel: "web", person, text, at: now() });
  });
}

function tooMany(seconds: number): HttpError {
  const citizen = `Anh/chị gửi nhanh quá, vui lòng chờ ${seconds} giây rồi gửi lại.`;
  return new HttpError(429, "too_many_messages", "a conversation sends too many messages", citizen);
}
