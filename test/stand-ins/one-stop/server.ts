import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { OneStopSettings } from "../../../src/one-stop/one-stop.ts";
import { type HeldDossier, inventDossiers, STATE_NAMES } from "./dossiers.ts";
import { type Fault, Faults } from "./faults.ts";
import { type Answer, type Call, CLIENT, ROUTES } from "./routes.ts";

export interface OneStopStandInOptions {
  readonly now?: () => Date;
  /** The same seed makes the same people. */
  readonly seed?: number;
  /** How many dossiers beside the special ones (`CODES`). */
  readonly more?: number;
}

/**
 * The province's one-stop systems on this machine, all over one set of invented dossiers: iGate, CGATE and the National
 * Portal's integration, with faults on demand (`faults.plan({ kind: "status", status: 500 })`).
 */
export class OneStopStandIn {
  /** What the systems hold, by code. */
  readonly dossiers: Map<string, HeldDossier>;
  readonly faults = new Faults();
  /** Every call, as "GET /path", in order. */
  readonly calls: string[] = [];
  readonly #passes = new Set<string>();
  readonly #timers = new Set<NodeJS.Timeout>();
  readonly #server: Server;
  #granted = 0;

  private constructor({ now = () => new Date(), seed = 1, more = 0 }: OneStopStandInOptions) {
    this.dossiers = inventDossiers(now(), seeded(seed), more);
    this.#server = createServer((request, response) => void this.#serve(request, response));
  }

  static async start(options: OneStopStandInOptions = {}): Promise<OneStopStandIn> {
    const standIn = new OneStopStandIn(options);
    await new Promise<void>((resolve) => standIn.#server.listen(0, "127.0.0.1", resolve));
    return standIn;
  }

  get root(): string {
    return `http://127.0.0.1:${(this.#server.address() as AddressInfo).port}`;
  }

  /** What the settings ONE_STOP… must be to reach it. */
  settings(kind: OneStopSettings["kind"]): OneStopSettings {
    const client = { clientId: CLIENT.id, clientSecret: CLIENT.secret };
    if (kind === "cgate") return { kind, url: this.root };
    if (kind === "igate") return { kind, url: this.root, authUrl: this.root, ...client };
    const forward = `${this.root}/XrdAdapter/RestService/forward`;
    return { kind, url: `${forward}/mapi/g`, authUrl: forward, unit: "000.00.00.H12", ...client };
  }

  /** Something happens to a dossier; a new state brings its name along. */
  change(code: string, changes: Partial<Omit<HeldDossier, "code">>): void {
    const before = this.dossiers.get(code);
    if (before === undefined) throw new Error(`no dossier ${code}`);
    const stateName = changes.state === undefined ? before.stateName : STATE_NAMES[changes.state];
    this.dossiers.set(code, { ...before, stateName, ...changes });
  }

  /** All tokens and sessions given so far end now. */
  endPasses(): void {
    this.#passes.clear();
  }

  async close(): Promise<void> {
    for (const timer of this.#timers) clearTimeout(timer);
    this.#server.closeAllConnections();
    await new Promise((resolve) => this.#server.close(resolve));
  }

  async #serve(request: IncomingMessage, response: ServerResponse): Promise<void> {
    const { pathname, searchParams } = new URL(request.url ?? "/", this.root);
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const call = {
      path: pathname,
      query: searchParams,
      headers: request.headers,
      body: Buffer.concat(chunks).toString(),
    };
    this.calls.push(`${request.method} ${pathname}`);
    const found = ROUTES[`${request.method} ${pathname}`];
    if (found === undefined) return send(response, { status: 404, body: { error: "Not Found" } });
    const answer = () => send(response, found.route(call satisfies Call, this.#hall));
    const fault = found.fails ? this.faults.take() : undefined;
    if (fault === undefined) answer();
    else this.#fail(response, fault, answer);
  }

  get #hall() {
    return {
      find: (code: string) => this.dossiers.get(code),
      grant: () => {
        const pass = `pass-${++this.#granted}`;
        this.#passes.add(pass);
        return pass;
      },
      isGranted: (pass: string) => this.#passes.has(pass),
    };
  }

  #fail(response: ServerResponse, fault: Fault, answer: () => void): void {
    const html = "<!doctype html><html><body>Hệ thống đang bảo trì</body></html>";
    if (fault.kind === "status") send(response, { status: fault.status, body: { error: "fault" } });
    if (fault.kind === "html") response.writeHead(200, { "content-type": "text/html" }).end(html);
    if (fault.kind === "empty") response.writeHead(200, { "content-type": "application/json" }).end();
    if (fault.kind === "odd") send(response, { status: 200, body: fault.body });
    if (fault.kind === "slow") this.#timers.add(setTimeout(answer, fault.ms));
    if (fault.kind === "half") response.writeHead(200, { "content-type": "application/json" }).write('{"content":[');
    if (fault.kind === "huge") response.writeHead(200).end(" ".repeat(2_000_000));
    if (fault.kind === "cut") response.destroy();
  }
}

function send(response: ServerResponse, { status, body }: Answer): void {
  if (response.writable) response.writeHead(status, { "content-type": "application/json" }).end(JSON.stringify(body));
}

/** Numbers that look random and are the same every time (mulberry32). */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}
