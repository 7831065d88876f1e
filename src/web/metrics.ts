import type { FastifyInstance } from "fastify";
import { Counter, collectDefaultMetrics, Gauge, Histogram, Registry } from "prom-client";
import type { ReplyStatus } from "../core/conversation.ts";
import type { Sent } from "../core/mail.ts";
import { HttpError } from "./errors.ts";
import { mayLookInside } from "./private.ts";

/** What the service counts of itself, for Prometheus. Labels hold channels and statuses, never a person. */
export interface Metrics {
  /** A turn was answered. `milliseconds`: from taking it up to having its reply. */
  turned(channel: string, status: ReplyStatus | "failed", milliseconds: number): void;
  searched(milliseconds: number): void;
  /** A part was handed to its platform. */
  sent(channel: string, status: Sent["status"]): void;
  /** A message came by a channel and is kept. */
  accepted(channel: string, what: "new" | "seen"): void;
  /** A webhook call was answered with a status of HTTP. */
  answered(channel: string, status: number): void;
  /** Everything in the text format of Prometheus. */
  text(): Promise<string>;
  readonly contentType: string;
}

export interface MetricsOptions {
  /** Lanes with something in them, now; may fail. */
  readonly waiting?: () => Promise<number>;
}

const SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 15];
const SEARCH_SECONDS = [0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 1];

/** Counters of their own registry, besides what prom-client tells of the process: event-loop lag, memory, CPU. */
export function createMetrics({ waiting }: MetricsOptions = {}): Metrics {
  const registry = new Registry();
  const registers = [registry];
  collectDefaultMetrics({ register: registry });
  const count = (name: string, help: string, labelNames: string[]) =>
    new Counter({ name, help, labelNames, registers });
  const time = (name: string, help: string, buckets: number[], labelNames: string[] = []) =>
    new Histogram({ name, help, buckets, labelNames, registers });

  const turns = count("assistant_turns_total", "Turns, by channel and status of the reply", ["channel", "status"]);
  const turn = time("assistant_turn_seconds", "From taking up a turn to its reply", SECONDS, ["channel"]);
  const search = time("assistant_search_seconds", "Time of one search", SEARCH_SECONDS);
  const sends = count("assistant_sends_total", "Parts handed to a platform, by result", ["channel", "status"]);
  const kept = count("assistant_messages_total", "Messages kept, new or seen before", ["channel", "what"]);
  const calls = count("assistant_webhook_calls_total", "Webhook calls, by status of HTTP", ["channel", "status"]);
  if (waiting) addQueue(registers, waiting);

  return {
    contentType: registry.contentType,
    text: () => registry.metrics(),
    turned(channel, status, milliseconds) {
      turns.inc({ channel, status });
      turn.observe({ channel }, milliseconds / 1000);
    },
    searched: (milliseconds) => search.observe(milliseconds / 1000),
    sent: (channel, status) => sends.inc({ channel, status }),
    accepted: (channel, what) => kept.inc({ channel, what }),
    answered: (channel, status) => calls.inc({ channel, status: String(status) }),
  };
}

/** How many lanes wait is asked when somebody wants to know; while the store is away nobody does (NaN). */
function addQueue(registers: Registry[], waiting: () => Promise<number>): void {
  const queue: Gauge = new Gauge({
    name: "assistant_lanes_waiting",
    help: "Conversations with messages to answer or parts to send",
    registers,
    collect: async () => queue.set(await waiting().catch(() => Number.NaN)),
  });
}

/** `GET /metrics`. With a token only for who brings it, else only for this machine and private networks. */
export function addMetrics(server: FastifyInstance, metrics: Metrics, token: string | undefined): void {
  server.get("/metrics", { config: { rateLimit: false } }, async (request, reply) => {
    if (!mayLookInside(request, token))
      throw new HttpError(403, "forbidden", "metrics were asked for by a stranger", "");
    return reply
      .header("cache-control", "no-store")
      .type(metrics.contentType)
      .send(await metrics.text());
  });
}
