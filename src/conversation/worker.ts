import type { Inbound, Outcome, Reply, ReplyStatus, Session } from "../core/conversation.ts";
import type { Channel, Hold, Limits, Next, Part, Sent } from "../core/mail.ts";
import { type Batch, nextBatch } from "./batch.ts";
import { Drafts } from "./drafts.ts";
import type { Conversation } from "./turn.ts";

/** What a lane keeps between two messages: plain JSON. */
interface LaneState {
  readonly session?: Session;
  /** ISO time until which a person is talking here, and we are not. */
  readonly humanUntil?: string;
}

export interface WorkerOptions {
  readonly channels: ReadonlyMap<string, Channel>;
  readonly conversation: Conversation;
  /** A reply as the messages that a channel can carry. */
  readonly toParts: (reply: Reply, limits: Limits) => readonly Part[];
  /** Said before the one answer to all that piled up while we were away. */
  readonly late: string;
  readonly now: () => Date;
  /** Forgets what is kept of a person elsewhere than in their lane. */
  readonly forget: (channel: string, person: string) => Promise<void>;
  /** Keeps what an outcome asks for beyond its reply; the same message may come twice. */
  readonly keep?: (inbound: Inbound, outcome: Outcome) => Promise<void>;
  /** The person has left us: they blocked us, or follow us no more. */
  readonly left?: (inbound: Inbound) => Promise<void>;
  /** What could not be delivered, because the person cannot be reached now. */
  readonly undelivered?: (lane: string, parts: readonly Part[]) => Promise<void>;
  readonly onTurn?: (turn: { readonly channel: string; readonly status: ReplyStatus; readonly ms: number }) => void;
  readonly onSent?: (sending: { readonly channel: string; readonly sent: Sent }) => void;
}

/** After an officer's own words the bot is silent for so long, milliseconds. */
const HUMAN = 30 * 60_000;
/** A question that is not understood may go on in the next message: so long we wait for it, milliseconds. */
const MORE = 1_200;
/** … but not for ever, when one short message follows upon the other, milliseconds. */
const LONGEST_WAIT = 5_000;
/** A lane of a channel that is not switched on (any more) rests so long, milliseconds. */
const UNKNOWN_CHANNEL = 60_000;
/** Answers for which it is worth waiting whether more words follow. */
const UNSURE: ReadonlySet<ReplyStatus> = new Set(["choices", "silent", "clarify", "smalltalk"]);

/**
 * Works on a lane: first what waits to be sent, then what waits to be answered, until nothing does. Killed at any point, the
 * next holder goes on where it stopped; only a part that was just being sent may go out twice.
 */
export function createWorker(options: WorkerOptions): (hold: Hold) => Promise<Next> {
  const { channels, now } = options;
  const drafts = new Drafts();
  return async (hold) => {
    const [name, person] = partsOf(hold.name);
    const channel = channels.get(name);
    if (channel === undefined) return { after: UNKNOWN_CHANNEL };
    for (;;) {
      const rest =
        hold.outbox.length > 0
          ? await sendFirst(hold, channel, person, options)
          : hold.inbox.length > 0
            ? await answerNext(hold, channel, nextBatch(hold.inbox, now()), drafts, options)
            : "done";
      if (rest !== undefined) return rest;
    }
  };
}

/** The lane in which a person's messages wait. */
export function laneOf({ channel, person }: Pick<Inbound, "channel" | "person">): string {
  return `${channel}/${person}`;
}

function partsOf(lane: string): [channel: string, person: string] {
  const slash = lane.indexOf("/");
  return [lane.slice(0, slash), lane.slice(slash + 1)];
}

async function sendFirst(hold: Hold, channel: Channel, person: string, { onSent, undelivered }: WorkerOptions) {
  const sent = await channel.send(person, hold.outbox[0] as Part);
  onSent?.({ channel: channel.name, sent });
  if (sent.status === "later") return { after: sent.after };
  if (sent.status === "unreachable") {
    await undelivered?.(hold.name, hold.outbox);
    await hold.drop();
  } else {
    await hold.confirm();
  }
  return undefined;
}

async function answerNext(hold: Hold, channel: Channel, batch: Batch, drafts: Drafts, options: WorkerOptions) {
  const { taken, inbound } = batch;
  const state = (hold.state ?? {}) as LaneState;
  const now = options.now();
  if (inbound.kind === "withdraw") {
    await options.forget(channel.name, inbound.person);
    await hold.erase();
    return undefined;
  }
  if (inbound.kind === "unfollow") {
    await options.left?.(inbound);
    await hold.settle(taken, state, []);
    return undefined;
  }
  if (inbound.kind === "human") {
    const humanUntil = new Date(now.getTime() + HUMAN).toISOString();
    await hold.settle(taken, { ...state, humanUntil }, []);
    return undefined;
  }
  if (state.humanUntil !== undefined && now.toISOString() < state.humanUntil) {
    await hold.settle(taken, state, []);
    return undefined;
  }
  return takeTurn(hold, channel, batch, drafts, options);
}

async function takeTurn(hold: Hold, channel: Channel, batch: Batch, drafts: Drafts, options: WorkerOptions) {
  const { taken, inbound, late } = batch;
  const { session = {} } = (hold.state ?? {}) as LaneState;
  const began = performance.now();
  const outcome = drafts.take(hold.name, batch) ?? (await options.conversation.reply(inbound, session));
  const { reply, session: next, erase } = outcome;
  const wait = patience(batch, reply, options.now());
  if (wait > 0) {
    drafts.keep(hold.name, batch, outcome);
    return { after: wait };
  }
  const said = late ? { ...reply, text: `${options.late}\n\n${reply.text}` } : reply;
  const parts = said.text === "" ? [] : options.toParts(said, channel.limits);
  if (erase) await options.forget(channel.name, inbound.person);
  else await options.keep?.(inbound, outcome);
  await hold.settle(taken, erase ? undefined : { session: next }, parts);
  options.onTurn?.({ channel: channel.name, status: reply.status, ms: performance.now() - began });
  return undefined;
}

/** How long to wait for more words, milliseconds; 0 when the answer can go. */
function patience({ inbound, since }: Batch, { status }: Reply, now: Date): number {
  const silent = now.getTime() - inbound.at.getTime();
  const typed = (inbound.kind ?? "text") === "text";
  if (!typed || !UNSURE.has(status) || silent < 0 || now.getTime() - since.getTime() > LONGEST_WAIT) return 0;
  return Math.max(0, MORE - silent);
}
