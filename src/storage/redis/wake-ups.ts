import { DelayedError, type Job, Queue, Worker } from "bullmq";
import type { Next } from "../../core/mail.ts";
import { answer, type Client } from "./connection.ts";

/** The BullMQ queue of wake-ups; its keys start with `mail:wake-ups:`. */
const NAME = "wake-ups";
const PREFIX = "mail";

interface Call {
  /** The lane to wake, as `writeKey` writes it. */
  readonly lane: string;
}

/** Called with a lane; answers when the same wake-up shall come again. */
export type Woken = (lane: string) => Promise<Next>;

/** Wake-ups for lanes, by BullMQ. They carry nothing but a name: one too many does no harm, all else is in the lanes. */
export class WakeUps {
  readonly #client: Client;
  readonly #report: (error: unknown) => void;
  readonly #queue: Queue<Call>;
  #worker: { readonly worker: Worker<Call>; readonly client: Client } | undefined;

  constructor(client: Client, report: (error: unknown) => void) {
    this.#client = client;
    // While the store is away everything fails; the client tells of that, once.
    this.#report = (error) => client.isReady && report(error);
    const defaultJobOptions = { removeOnComplete: true, removeOnFail: true };
    this.#queue = new Queue(NAME, { connection: client, prefix: PREFIX, defaultJobOptions });
    this.#queue.on("error", this.#report);
  }

  /** @throws AppError `store_down` */
  async add(...lanes: readonly string[]): Promise<void> {
    // Not addBulk: within MULTI BullMQ's scripts fail for good once a restarted Redis has forgotten them.
    await answer(Promise.all(lanes.map((lane) => this.#queue.add("wake", { lane }))));
  }

  /** Whether wake-ups wait that nobody has answered yet. */
  async pending(): Promise<boolean> {
    return (await answer(this.#queue.getWaitingCount())) > 0;
  }

  /** Answers wake-ups, so many at once. */
  answer(woken: Woken, parallel: number): void {
    // BullMQ asks again at once when it is refused; while the store is away its questions have to wait instead.
    const client = this.#client.duplicate({ disableOfflineQueue: false });
    const options = { connection: client, prefix: PREFIX, concurrency: parallel, runRetryDelay: 500 };
    const worker = new Worker<Call>(NAME, (job, token) => this.#answer(job, token, woken), options);
    worker.on("error", this.#report);
    this.#worker = { worker, client };
  }

  /** Answers no more; resolves when those under way are answered. */
  async close(): Promise<void> {
    await this.#worker?.worker.close();
    await this.#queue.close();
  }

  /** Cuts the connections, whatever is under way. */
  destroy(): void {
    if (this.#worker?.client.isOpen) this.#worker.client.destroy();
    this.#worker?.worker.disconnect().catch(() => undefined);
  }

  async #answer(job: Job<Call>, token: string | undefined, woken: Woken): Promise<void> {
    const next = await woken(job.data.lane);
    if (next === "done") return;
    await job.moveToDelayed(Date.now() + next.after, token);
    throw new DelayedError();
  }
}
