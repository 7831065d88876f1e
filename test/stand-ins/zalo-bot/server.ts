import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import { ApiFault, badRequest } from "../telegram/errors.ts";
import { errorOf, FaultPlan } from "../telegram/fault.ts";
import { Deliveries } from "./deliveries.ts";
import { METHODS } from "./methods.ts";
import { Phone } from "./phone.ts";
import { BotState, type Person } from "./state.ts";
import type { RawUpdate } from "./update-queue.ts";

export interface StandInOptions {
  readonly token?: string;
  readonly now?: () => Date;
}

const CALL = /^\/bot([^/]+)\/(\w+)$/;

/**
 * A server of the Zalo Bot Platform for one bot, on this machine, with people whose phones can be operated (`phone`) and
 * faults on demand (`faults.plan("sendMessage", broken)`). It answers with HTTP 200 whatever happens: `ok` tells.
 */
export class ZaloBotStandIn {
  readonly state: BotState;
  readonly faults = new FaultPlan();
  readonly #server: Server;
  #deliveries: Deliveries | undefined;

  private constructor({ token = "1459232241454765289:vi-du-khoa-bi-mat", now = () => new Date() }: StandInOptions) {
    this.state = new BotState(token, now);
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: StandInOptions = {}): Promise<ZaloBotStandIn> {
    const standIn = new ZaloBotStandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  /** For the setting ZALO_BOT_API_ROOT. */
  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What each webhook call was answered with, in order; 0 for no answer. */
  get answers(): readonly number[] {
    return this.#deliveries?.answers ?? [];
  }

  phone(person: Person = { id: "u-1", display_name: "Lan" }): Phone {
    return new Phone(this.state, person);
  }

  /** Sends an update once more, as a platform does when it is not sure that it arrived. */
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
    const [, token, name = ""] = decodeURIComponent(request.url ?? "").match(CALL) ?? [];
    try {
      if (token !== this.state.token) throw new ApiFault(401, "Unauthorized");
      await this.#call(name, await payloadOf(request), response, gone.signal);
    } catch (error) {
      const fault = error instanceof ApiFault ? error : new ApiFault(500, "Internal server error");
      sendJson(response, fault.body);
    }
  }

  async #call(
    name: string,
    payload: Record<string, unknown>,
    response: ServerResponse,
    gone: AbortSignal,
  ): Promise<void> {
    const method = METHODS[name];
    if (method === undefined) throw new ApiFault(404, "Not found");
    this.state.calls.push({ method: name, payload });
    const fault = this.faults.take(name);
    if (fault?.kind === "error") throw errorOf(fault);
    if (fault?.kind === "page") return void response.writeHead(fault.status).end("<html>Bad Gateway</html>");
    if (fault?.when === "before") return void response.destroy();
    const result = await method(this.state, payload, gone);
    if (name === "setWebhook" || name === "deleteWebhook") this.#follow();
    if (fault?.when === "after") return void response.destroy();
    sendJson(response, { ok: true, ...(result !== undefined && { result }) });
  }

  /** Delivers to the webhook as it is set now. */
  #follow(): void {
    this.#deliveries?.stop();
    this.#deliveries = this.state.webhook && new Deliveries(this.state.updates, this.state.webhook);
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  if (!response.writable) return;
  response.writeHead(200, { "content-type": "application/json" }).end(JSON.stringify(body));
}

async function payloadOf(request: IncomingMessage): Promise<Record<string, unknown>> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  if (chunks.length === 0) return {};
  try {
    return JSON.parse(Buffer.concat(chunks).toString());
  } catch {
    throw badRequest("can't parse JSON");
  }
}
