import { fastifySSE, type SSEMessage } from "@fastify/sse";
import type { FastifyInstance } from "fastify";
import { AppError, loggable } from "../core/errors.ts";
import type { Feed } from "../core/feed.ts";
import { HttpError } from "./errors.ts";
import { type FollowOptions, follow } from "./follow.ts";
import { OpenStreams, type StreamLimits } from "./open-streams.ts";
import { readVisitor } from "./visitor.ts";

export interface StreamOptions {
  readonly feed: Feed;
  /** Whether other sites may show the page in a frame. */
  readonly embeddable?: boolean;
  /** Between two signs of life, milliseconds; 20,000 when absent: nginx cuts what is silent for 60 s (proxy_read_timeout). */
  readonly heartbeat?: number;
  /** 10 of one person and 5,000 in all when absent. */
  readonly limits?: StreamLimits;
}

/** After so many milliseconds a browser opens a broken stream again. */
const RETRY = 2_000;
const FULL = "Đang có nhiều người hỏi quá, trang sẽ tự nối lại sau ít phút.";

/**
 * `GET /api/stream`: the visitor's conversation as server-sent events. Each item is a message event with its place as id;
 * `Last-Event-ID`, or `?after=` when the page opens the stream anew, tells where to go on. Event `ready`: all that was there
 * has been told. Event `stranger`, and the end: this visitor has no conversation yet. The streams end when the server stops
 * and when the store is away; browsers come back by themselves.
 */
export async function addStream(server: FastifyInstance, options: StreamOptions): Promise<void> {
  const { feed, embeddable = false, heartbeat = 20_000, limits = { each: 10, all: 5_000 } } = options;
  const streams = new OpenStreams(limits);
  await server.register(fastifySSE, { heartbeatInterval: heartbeat });
  server.addHook("preClose", async () => streams.endAll());

  server.get<{ Querystring: { after?: unknown } }>("/api/stream", { sse: "only" }, async (request, { sse }) => {
    const { person } = readVisitor(request, embeddable);
    if (person === undefined) return sse.send({ event: "stranger", data: "" });
    const stream = streams.add(person);
    if (stream === undefined) throw new HttpError(503, "too_many_streams", "too many streams are open", FULL);
    const { signal } = stream;
    const after = sse.lastEventId ?? (typeof request.query.after === "string" ? request.query.after : undefined);
    sse.onClose(() => {
      stream.abort();
      streams.remove(stream);
    });
    try {
      await sse.send(events(feed, person, { after, every: heartbeat, signal }));
    } catch (error) {
      // That the store is away is told once, by the store itself.
      if (!(error instanceof AppError)) request.log.error(loggable(error), "a stream was broken off");
    }
  });
}

async function* events(feed: Feed, person: string, options: FollowOptions): AsyncGenerator<SSEMessage> {
  yield { data: undefined, retry: RETRY };
  for await (const one of follow(feed, person, options)) {
    if (one === "caught up") {
      yield { event: "ready", data: "" };
      continue;
    }
    const { place, ...said } = one;
    yield { id: place, data: said };
  }
}
