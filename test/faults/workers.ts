import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { openSync, readSync } from "node:fs";
import { join } from "node:path";
import { temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";
import { LONGEST } from "./extent.ts";
import type { StoreKind } from "./store.ts";

const PROGRAM = join(import.meta.dirname, "worker.ts");

/** A message to keep, and the word that it is kept. */
export interface Letter {
  readonly lane: string;
  readonly id: string;
}

/** Worker processes over one store, and what they told. */
export class Workers {
  readonly #args: readonly string[];
  readonly #file: number;
  readonly #told: string[] = [];
  #unfinished = "";
  readonly #living: ChildProcess[] = [];
  #started = 0;
  /** What nobody has kept yet, and who waits for it. */
  readonly #unkept = new Map<string, { readonly letter: Letter; readonly kept: () => void }>();
  #receiver: ChildProcess | undefined;

  constructor(kind: StoreKind, place: string) {
    const file = join(temporaryFolder(), "told");
    this.#file = openSync(file, "a+");
    this.#args = [kind, place, file];
  }

  /** Lines told so far. */
  told(): readonly string[] {
    const chunk = Buffer.alloc(1 << 16);
    for (let size = readSync(this.#file, chunk); size > 0; size = readSync(this.#file, chunk)) {
      const lines = (this.#unfinished + chunk.toString("latin1", 0, size)).split("\n");
      this.#unfinished = lines.pop() ?? "";
      this.#told.push(...lines);
    }
    return this.#told;
  }

  start(): void {
    const child = fork(PROGRAM, this.#args, { execArgv: ["--import", "tsx"] });
    child.on("message", (said: "ready" | Letter) => {
      if (said === "ready") this.#sendTo(child);
      else this.#keep(said);
    });
    this.#living.push(child);
    this.#started++;
  }

  /** Resolves when a worker has kept the message. Sends it again, as a platform does, when one dies before it says so. */
  deliver(letter: Letter): Promise<void> {
    return new Promise((kept) => {
      this.#unkept.set(nameOf(letter), { letter, kept });
      this.#receiver?.send(letter, () => undefined);
    });
  }

  /** Waits until every worker started so far works. */
  async ready(): Promise<void> {
    const ready = () => this.told().filter((line) => line === "ready").length;
    await until(() => ready() === this.#started, { within: LONGEST, what: "the workers are ready" });
  }

  /** Kills the oldest worker on the spot (SIGKILL). */
  async kill(): Promise<void> {
    const [oldest] = this.#living.splice(0, 1);
    if (!oldest) throw new Error("no worker lives");
    if (oldest.exitCode !== null) throw new Error(`a worker ended with ${oldest.exitCode}`);
    const ended = once(oldest, "exit");
    oldest.kill("SIGKILL");
    await ended;
  }

  async killAll(): Promise<void> {
    while (this.#living.length > 0) await this.kill();
  }

  #sendTo(child: ChildProcess): void {
    this.#receiver = child;
    for (const { letter } of this.#unkept.values()) child.send(letter, () => undefined);
  }

  #keep(letter: Letter): void {
    this.#unkept.get(nameOf(letter))?.kept();
    this.#unkept.delete(nameOf(letter));
  }
}

function nameOf({ lane, id }: Letter): string {
  return `${lane} ${id}`;
}

/** What the told lines say of each part, and where they break a promise. */
export function judge(lines: readonly string[]): { sent: Map<string, number>; repeated: number; faults: string[] } {
  const sent = new Map<string, number>();
  const confirmed = new Set<string>();
  const faults: string[] = [];
  const last = new Map<string, number>();
  for (const line of lines) {
    const [what, lane, id, piece] = line.split(" ");
    const part = `${lane} ${id} ${piece}`;
    if (what === "confirmed") confirmed.add(part);
    if (what !== "sent" || lane === undefined) continue;
    if (confirmed.has(part)) faults.push(`sent again although confirmed: ${part}`);
    const place = Number(id) * 2 + Number(piece);
    if (place < (last.get(lane) ?? 0)) faults.push(`out of order: ${part}`);
    last.set(lane, place);
    sent.set(part, (sent.get(part) ?? 0) + 1);
  }
  const repeated = [...sent.values()].reduce((sum, times) => sum + times - 1, 0);
  return { sent, repeated, faults };
}
