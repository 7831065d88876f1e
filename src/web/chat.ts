import type { FastifyInstance } from "fastify";
import { AppError } from "../core/errors.ts";
import { writeConversation } from "./cookie.ts";
import { HttpError } from "./errors.ts";
import type { RateLimit } from "./rate-limit.ts";
import { readVisitor, refuseForeign } from "./visitor.ts";

export interface ChatOptions {
  /** Keeps a message. Throws AppError `store_down` or `channel_closed` when it cannot now. */
  readonly receive: (message: {
    readonly id: string;
    readonly person: string;
    readonly text: string;
  }) => Promise<unknown>;
  readonly limit: RateLimit;
  /** Makes an id that nobody can guess (UUID). */
  readonly newId: () => string;
  /** Whether other sites may show the page in a frame. */
  readonly embeddable?: boolean;
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

/** After so many seconds a message that could not be kept may be sent again. */
const AGAIN = 5;

/**
 * `POST /api/chat` with `{ text, id? }` → 202 `{ id }` once the message is kept; the answer comes by the stream. Who is
 * asking is kept in a cookie. 503 when it could not be kept.
 */
export function addChat(server: FastifyInstance, options: ChatOptions): void {
  const { receive, limit, newId, embeddable = false } = options;
  server.post<{ Body: Message }>("/api/chat", { schema: { body: MESSAGE } }, async (request, reply) => {
    refuseForeign(request);
    const { person: known, place } = readVisitor(request, embeddable);
    const person = known ?? newId();
    if (known === undefined) {
      const secure = request.headers["x-forwarded-proto"] === "https";
      reply.header("set-cookie", writeConversation(person, secure, place));
    }
    const wait = limit.take(person);
    if (wait > 0) {
      reply.header("retry-after", wait);
      throw tooMany(wait);
    }
    const { text, id = newId() } = request.body;
    try {
      await receive({ id, person, text });
    } catch (error) {
      if (!isPassing(error)) throw error;
      reply.header("retry-after", AGAIN);
      throw new HttpError(503, error.code, error.message, error.citizen);
    }
    return reply.code(202).header("cache-control", "no-store").send({ id });
  });
}

function isPassing(error: unknown): error is AppError {
  return error instanceof AppError && (error.code === "store_down" || error.code === "channel_closed");
}

function tooMany(seconds: number): HttpError {
  const citizen = `Anh/chị gửi nhanh quá, vui lòng chờ ${seconds} giây rồi gửi lại.`;
  return new HttpError(429, "too_many_messages", "a conversation sends too many messages", citizen);
}
