import type { RawUpdate, UpdateQueue } from "./update-queue.ts";

export interface WebhookTarget {
  readonly url: string;
  readonly secret: string | undefined;
}

/** Milliseconds before a call that was not answered with 2xx is made again. */
const RETRY = 20;

/**
 * Brings updates to the bot's webhook: in order within a chat, chats in parallel, each again until it is answered with
 * 2xx, as the server of Telegram does (github.com/tdlib/telegram-bot-api, WebhookActor).
 */
export class Deliveries {
  /** What each call was answered with; 0 when there was no answer. */
  readonly answers: number[] = [];
  readonly #busy = new Set<unknown>();
  readonly #stopped = new AbortController();
  readonly #queue: UpdateQueue;
  readonly #target: WebhookTarget;

  constructor(queue: UpdateQueue, target: WebhookTarget) {
    this.#queue = queue;
    this.#target = target;
    queue.onAdd(() => this.#look());
    this.#look();
  }

  stop(): void {
    this.#queue.onAdd(undefined);
    this.#stopped.abort();
  }

  #look(): void {
    if (this.#stopped.signal.aborted) return;
    for (const update of this.#queue.all()) {
      const chat = chatOf(update);
      if (this.#busy.has(chat)) continue;
      this.#busy.add(chat);
      void this.#deliver(update, chat);
    }
  }

  async #deliver(update: RawUpdate, chat: unknown): Promise<void> {
    const status = await this.#call(update);
    if (this.#stopped.signal.aborted) return;
    this.answers.push(status);
    if (status >= 200 && status < 300) this.#queue.remove(update);
    else await new Promise((resolve) => setTimeout(resolve, RETRY));
    this.#busy.delete(chat);
    this.#look();
  }

  async #call(update: RawUpdate): Promise<number> {
    const { url, secret } = this.#target;
    const headers = {
      "content-type": "application/json",
      ...(secret !== undefined && { "x-telegram-bot-api-secret-token": secret }),
    };
    const { signal } = this.#stopped;
    try {
      const response = await fetch(url, { method: "POST", headers, body: JSON.stringify(update), signal });
      await response.arrayBuffer();
      return response.status;
    } catch {
      return 0;
    }
  }
}

/** The chat of an update, by the usual place of each kind. */
function chatOf(update: RawUpdate): unknown {
  type Told = { chat?: { id: number }; message?: { chat: { id: number } }; from?: { id: number } };
  const told = (update.message ?? update.callback_query ?? update.my_chat_member ?? {}) as Told;
  return told.chat?.id ?? told.message?.chat.id ?? told.from?.id;
}
