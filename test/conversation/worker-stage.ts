import { createWorker } from "../../src/conversation/worker.ts";
import type { Inbound, Outcome, ReplyStatus, Session } from "../../src/core/conversation.ts";
import type { Channel, Part, Sent } from "../../src/core/mail.ts";
import { replyWith } from "../../src/skills/reply.ts";
import { HeldLane } from "./lane.ts";

export const NOW = new Date("2026-11-24T08:00:00Z");

interface Stage {
  /** What the platform answers, in turn; "sent" when there is nothing (more). */
  readonly answers?: readonly Sent[];
  readonly status?: ReplyStatus;
  readonly erase?: true;
  readonly silent?: boolean;
  readonly inbox?: readonly Inbound[];
  readonly state?: unknown;
  readonly now?: () => number;
}

/** A worker over one lane `zalo/p`, whose conversation says back what it hears. */
export function stage({
  answers = [],
  status = "answered",
  erase,
  silent = false,
  inbox = [],
  state,
  now = () => NOW.getTime(),
}: Stage) {
  const sent: Part[] = [];
  const heard: { readonly text: string; readonly session: Session }[] = [];
  const forgotten: string[] = [];
  const kept: string[] = [];
  const turns: ReplyStatus[] = [];
  const results: Sent["status"][] = [];
  const platform = [...answers];
  const channel: Channel = {
    name: "zalo",
    limits: { text: 2_000, buttons: 5, label: 100 },
    start: async () => {},
    stop: async () => {},
    async send(_person, part) {
      const answer = platform.shift() ?? { status: "sent" };
      if (answer.status === "sent") sent.push(part);
      return answer;
    },
  };
  const handle = createWorker({
    channels: new Map([["zalo", channel]]),
    conversation: {
      async reply(inbound, session): Promise<Outcome> {
        heard.push({ text: inbound.text, session });
        return {
          reply: replyWith(status, silent ? "" : `Dạ: ${inbound.text}`),
          session: { asked: inbound.text },
          ...(erase && { erase }),
        };
      },
    },
    toParts: ({ text }) => text.split("|").map((one) => ({ text: one, buttons: [] })),
    late: "Xin lỗi, em trả lời trễ.",
    now: () => new Date(now()),
    forget: async (...who) => void forgotten.push(who.join("/")),
    keep: async ({ id }) => void kept.push(id),
    onTurn: (turn) => turns.push(turn.status),
    onSent: ({ sent: { status } }) => results.push(status),
  });
  const lane = new HeldLane("zalo/p", inbox, state);
  const texts = () => sent.map(({ text }) => text);
  return { lane, texts, heard, forgotten, kept, turns, results, run: () => handle(lane) };
}

export function said(text: string, { ago = 10, kind }: { ago?: number; kind?: Inbound["kind"] } = {}): Inbound {
  const at = new Date(NOW.getTime() - ago * 1_000);
  return { id: text, channel: "zalo", person: "p", text, at, ...(kind && { kind }) };
}
