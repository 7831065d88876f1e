import { createHash } from "node:crypto";
import type { App } from "./credentials.ts";

/** An event as it goes over the line. */
export interface Posted {
  readonly body: Buffer;
  readonly headers: Readonly<Record<string, string>>;
}

/** What a webhook call was answered with; 0 for no answer. */
export interface Delivered extends Posted {
  readonly status: number;
  /** 0 for the first time; the header `num_retry` of the others. */
  readonly retry: number;
}

/** Zalo repeats after 30 s, 5, 15, 30 and 60 minutes; here, in milliseconds. */
const REPEAT_AFTER = [20, 20, 40, 60, 80];

/**
 * Brings events to the webhook: in order for each person, people in parallel, each again until it is answered with 200 or
 * all repetitions are used up.
 */
export class Deliveries {
  readonly answers: Delivered[] = [];
  /** Given up after the last repetition. */
  readonly lost: Posted[] = [];
  url: string | undefined;
  readonly #last = new Map<string, Promise<void>>();
  readonly #stopped = new AbortController();
  readonly #app: App;

  constructor(app: App) {
    this.#app = app;
  }

  /** Signs an event as Zalo does. `inHeader`: the timestamp also comes as a header. */
  sign(event: Readonly<Record<string, unknown>>, inHeader = false): Posted {
    const body = Buffer.from(JSON.stringify(event));
    const { appId, oaSecret } = this.#app;
    const timestamp = String(event.timestamp);
    const mac = createHash("sha256").update(`${appId}${body}${timestamp}${oaSecret}`).digest("hex");
    return {
      body,
      headers: { "x-zevent-signature": `mac=${mac}`, ...(inHeader && { "x-zevent-timestamp": timestamp }) },
    };
  }

  /** Puts an event behind those that wait for the same person. Without a webhook it is gone. */
  push(person: string, posted: Posted): Promise<void> {
    if (this.url === undefined) return Promise.resolve();
    const before = this.#last.get(person) ?? Promise.resolve();
    const done = before.then(() => this.#deliver(posted));
    this.#last.set(person, done);
    return done;
  }

  /** Makes one call now and tells its status; 0 for no answer. */
  async call({ body, headers }: Posted, retry = 0): Promise<number> {
    const all = { "content-type": "application/json", ...headers, ...(retry > 0 && { num_retry: String(retry) }) };
    const status = await this.#post(body, all);
    if (!this.#stopped.signal.aborted) this.answers.push({ body, headers: all, status, retry });
    return status;
  }

  stop(): void {
    this.#stopped.abort();
  }

  async #deliver(posted: Posted): Promise<void> {
    for (let retry = 0; !this.#stopped.signal.aborted; retry++) {
      if ((await this.call(posted, retry)) === 200) return;
      const pause = REPEAT_AFTER[retry];
      if (pause === undefined) return void this.lost.push(posted);
      await new Promise((resolve) => setTimeout(resolve, pause));
    }
  }

  async #post(body: Buffer, headers: Readonly<Record<string, string>>): Promise<number> {
    try {
      const init = { method: "POST", headers, body: new Uint8Array(body), signal: this.#stopped.signal };
      const response = await fetch(this.url ?? "", init);
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
