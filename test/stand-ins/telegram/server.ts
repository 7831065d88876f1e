import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { Deliveries } from "./deliveries.ts";
import { ApiFault, badRequest } from "./errors.ts";
import { errorOf, FaultPlan } from "./fault.ts";
import { formOf } from "./form.ts";
import { METHODS } from "./methods.ts";
import { Phone } from "./phone.ts";
import { BotState, type Person } from "./state.ts";
import type { RawUpdate } from "./update-queue.ts";

export interface StandInOptions {
  readonly token?: string;
  readonly now?: () => Date;
}

const CALL = /^\/(file\/)?bot([^/]+)\/(.+)$/;

/**
 * A Bot API server for one bot, on this machine: what api.telegram.org does to a bot, with people whose phones can be
 * operated (`phone`) and faults on demand (`faults.plan("sendMessage", tooMany(5))`).
 */
export class TelegramStandIn {
  readonly state: BotState;
  readonly faults = new FaultPlan();
  readonly #now: () => Date;
  readonly #server: Server;
  #deliveries: Deliveries | undefined;

  private constructor({
    token = "110201543:AAHdqTcvCH1vGWJxfSeofSAs0K5PALDsaw",
    now = () => new Date(),
  }: StandInOptions) {
    this.state = new BotState(token);
    this.#now = now;
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: StandInOptions = {}): Promise<TelegramStandIn> {
    const standIn = new TelegramStandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  /** For the setting TELEGRAM_API_ROOT. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What each webhook call was answered with, in order; 0 for no answer. */
  get answers(): readonly number[] {
    return this.#deliveries?.answers ?? [];
  }

  phone(person: Person = { id: 7_000_000_001, first_name: "Lan" }): Phone {
    return new Phone(this.state, person, this.#now);
  }

  /** Sends an update once more, as Telegram does when it is not sure that it arrived. */
  repeat(update: RawUpdate): void {
    this.state.updates.add({ ...update });
  }

  async close(): Promise<void> {
    this.#deliveries?.stop();
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const gone = new AbortController();
    response.on("close", () => gone.abort());
    const [, file, token, name = ""] = request.url?.match(CALL) ?? [];
    try {
      if (token === undefined) throw new ApiFault(404, "Not Found");
      if (decodeURIComponent(token) !== this.state.token) throw new ApiFault(401, "Unauthorized");
      if (file) return void this.#sendFile(name, response);
      await this.#call(name, await payloadOf(request), response, gone.signal);
    } catch (error) {
      const fault = error instanceof ApiFault ? error : new ApiFault(500, "Internal Server Error");
      sendJson(response, fault.code, fault.body);
    }
  }

  async #call(
    name: string,
    payload: Record<string, unknown>,
    response: ServerResponse,
    gone: AbortSignal,
  ): Promise<void> {
    const [called, method] = Object.entries(METHODS).find(([one]) => one.toLowerCase() === name.toLowerCase()) ?? [];
    if (called === undefined || method === undefined) throw new ApiFault(404, "Not Found");
    this.state.calls.push({ method: called, payload });
    const fault = this.faults.take(called);
    if (fault?.kind === "error") throw errorOf(fault);
    if (fault?.kind === "page") return void response.writeHead(fault.status).end("<html>Bad Gateway</html>");
    if (fault?.when === "before") return void response.destroy();
    const result = await method(this.state, payload, gone);
    if (called === "setWebhook" || called === "deleteWebhook") this.#follow();
    if (fault?.when === "after") return void response.destroy();
    sendJson(response, 200, { ok: true, result });
  }

  /** Delivers to the webhook as it is set now. */
  #follow(): void {
    this.#deliveries?.stop();
    this.#deliveries = this.state.webhook && new Deliveries(this.state.updates, this.state.webhook);
  }

  #sendFile(path: string, response: ServerResponse): void {
    const bytes = this.state.files.get(path.replace(/^files\//, ""));
    if (bytes === undefined) throw new ApiFault(404, "Not Found");
    response.writeHead(200, { "content-type": "application/octet-stream" }).end(bytes);
  }
}

function sendJson(response: ServerResponse, status: number, body: unknown): void {
  if (!response.writable) return;
  response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function payloadOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return {};
  const body = Buffer.concat(chunks);
  const type = request.headers["content-type"] ?? "";
  try {
    return type.startsWith("multipart/") ? formOf(body, type) : JSON.parse(body.toString());
  } catch {
    throw badRequest("can't parse the request body");
  }
}
