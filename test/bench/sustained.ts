import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { setTimeout as pause } from "node:timers/promises";
import { percentile } from "../../src/cli/eval/metrics.ts";
import { readQuestions } from "../../src/cli/eval/questions.ts";
import { TelegramStandIn } from "../stand-ins/telegram/server.ts";
import { until } from "../until.ts";

export interface Sustained {
  readonly minutes: number;
  readonly messages: number;
  readonly answered: number;
  /** Share of turns within 250 ms, from the service's own histogram. */
  readonly turnsWithin250ms: number;
  /** From the phone to the phone, milliseconds; unsure answers wait 1.2 s whether more words follow. */
  readonly p50: number;
  readonly p99: number;
  /** Memory at the end against that after the first minute: all of it, and without the pages of files (LMDB's among them). */
  readonly memoryGrowth: number;
  readonly ownMemoryGrowth: number;
  /** Worst of the looks, one every ten seconds, milliseconds. */
  readonly eventLoopLagP99: number;
}

const PEOPLE = 1_000;
const PER_SECOND = 100;
const LOOK_EVERY = 10_000;

/** A hundred messages a second from a thousand people, by long polling, embedded store, no model. */
export async function sustained(minutes: number, files: readonly string[]): Promise<Sustained> {
  const questions = (await Promise.all(files.map((file) => readQuestions(file)))).flat().map(({ text }) => text);
  const standIn = await TelegramStandIn.start();
  const child = start(standIn);
  const [{ url }] = (await once(child, "message")) as [{ url: string }];
  try {
    await until(() => standIn.state.updates.polled, { within: 60_000 });
    const phones = Array.from({ length: PEOPLE }, (_, i) => standIn.phone({ id: 1_000_000 + i, first_name: "Lan" }));
    const waits: number[] = [];
    const asked = new Map<number, number>();
    const looks: Readonly<Record<string, number>>[] = [];
    const messages = minutes * 60 * PER_SECOND;
    const began = performance.now();
    let seen = 0;
    let nextLook = LOOK_EVERY;
    for (let count = 0; count < messages; count++) {
      const due = began + (count * 1_000) / PER_SECOND;
      if (due > performance.now()) await pause(due - performance.now());
      const phone = phones[count % PEOPLE];
      phone?.says(questions[(count * 7) % questions.length] ?? "khai sinh");
      asked.set(phone?.person.id ?? 0, performance.now());
      seen = hear(standIn, seen, asked, waits);
      if (performance.now() - began < nextLook) continue;
      nextLook += LOOK_EVERY;
      looks.push(await look(url, child));
    }
    const allHeard = () => {
      seen = hear(standIn, seen, asked, waits);
      return asked.size === 0;
    };
    await until(allHeard, { within: 30_000 }).catch(() => {});
    const last = await look(url, child);
    const early = looks[Math.min(5, looks.length - 1)] ?? last;
    return {
      minutes,
      messages,
      answered: waits.length,
      turnsWithin250ms: (last["turn 0.25"] ?? 0) / (last["turn +Inf"] ?? 1),
      p50: Math.round(percentile(waits, 0.5)),
      p99: Math.round(percentile(waits, 0.99)),
      memoryGrowth: (last.memory ?? 0) / (early.memory ?? 1) - 1,
      ownMemoryGrowth: (last.own ?? 0) / (early.own ?? 1) - 1,
      eventLoopLagP99: Math.round(Math.max(...looks.slice(1).map(({ lag = 0 }) => lag)) * 1_000),
    };
  } finally {
    child.kill("SIGKILL");
    await standIn.close();
  }
}

/** What the phones have got since: the first message after a question is its answer. Returns how many were looked at. */
function hear({ state: { sent } }: TelegramStandIn, seen: number, asked: Map<number, number>, waits: number[]): number {
  for (const { chat } of sent.slice(seen)) {
    const at = asked.get(chat);
    if (at !== undefined) waits.push(performance.now() - at);
    asked.delete(chat);
  }
  return sent.length;
}

/** Memory in bytes, lag in seconds, and turns by the bounds of the histogram. */
async function look(url: string, { pid }: ChildProcess): Promise<Record<string, number>> {
  const text = await (await fetch(`${url}metrics`)).text();
  const value = (name: string) => Number(text.match(new RegExp(`^${name} (\\S+)$`, "m"))?.[1]);
  const turns = [...text.matchAll(/^assistant_turn_seconds_bucket\{le="([^"]+)",channel="telegram"\} (\d+)$/gm)];
  return {
    memory: value("process_resident_memory_bytes"),
    own: Number((await readFile(`/proc/${pid}/status`, "utf8")).match(/RssAnon:\s+(\d+)/)?.[1]),
    lag: value("nodejs_eventloop_lag_p99_seconds"),
    ...Object.fromEntries(turns.map(([, bound, count]) => [`turn ${bound}`, Number(count)])),
  };
}

function start({ root, state }: TelegramStandIn): ChildProcess {
  return fork(join(import.meta.dirname, "telegram-bot.ts"), ["assistant", state.token, root], {
    execArgv: ["--import", "tsx"],
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
}
