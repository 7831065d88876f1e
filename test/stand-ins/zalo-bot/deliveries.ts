import type { WebhookTarget } from "./state.ts";
import type { RawUpdate, UpdateQueue } from "./update-queue.ts";

/** Milliseconds before a call that was not answered with 2xx is made again. */
const RETRY = 20;

/**
 * Brings updates to the bot's webhook, one after the other in the envelope of an API answer, each again until it is
 * answered with 2xx. How often the real platform repeats is not documented; a bot must be ready for it.
 */
export class Deliveries {
  /** What each call was answered with; 0 when there was no answer. */
  readonly answers: number[] = [];
  readonly #stopped = new AbortController();
  readonly #queue: UpdateQueue;
  readonly #target: WebhookTarget;
  #busy = false;

  constructor(queue: UpdateQueue, target: WebhookTarget) {
    this.#queue = queue;
    this.#target = target;
    queue.onAdd(() => void this.#bring());
    void this.#bring();
  }

  stop(): void {
    this.#queue.onAdd(undefined);
    this.#stopped.abort();
  }

  async #bring(): Promise<void> {
    if (this.#busy) return;
    this.#busy = true;
    for (let update = this.#queue.all()[0]; update !== undefined; update = this.#queue.all()[0]) {
      const status = await this.#call(update);
      if (this.#stopped.signal.aborted) break;
      this.answers.push(status);
      if (status >= 200 && status < 300) this.#queue.remove(update);
      else await new Promise((resolve) => setTimeout(resolve, RETRY));
    }
    this.#busy = false;
  }

  async #call(update: RawUpdate): Promise<number> {
    const { url, secret } = this.#target;
    const headers = { "content-type": "application/json", "x-bot-api-secret-token": secret };
    const body = JSON.stringify({ ok: true, result: update });
    try {
      const response = await fetch(url, { method: "POST", headers, body, signal: this.#stopped.signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}
