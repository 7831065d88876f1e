import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { createServer } from "node:net";
import { createClient } from "redis";
import { temporaryFolder } from "../surroundings.ts";
import { until } from "../until.ts";

const MISSING = "redis-server is missing; as root: apt-get install redis-server (npm test does it before the tests)";

/** A Redis of its own for a test: free port, temporary folder, append-only file as the README advises. */
export class RedisServer {
  readonly #folder = temporaryFolder();
  readonly #port: number;
  #process: ChildProcess | undefined;

  private constructor(port: number) {
    this.#port = port;
  }

  /** @throws Error when redis-server is not installed or does not start */
  static async start(): Promise<RedisServer> {
    const server = new RedisServer(await freePort());
    await server.start();
    return server;
  }

  get url(): string {
    return `redis://127.0.0.1:${this.#port}`;
  }

  /** Starts it again with what it had kept. */
  async start(): Promise<void> {
    const args = ["--port", String(this.#port), "--bind", "127.0.0.1", "--dir", this.#folder, "--save", ""];
    const child = spawn("redis-server", [...args, "--appendonly", "yes", "--appendfsync", "everysec"], {
      stdio: "ignore",
    });
    let failed: string | undefined;
    child.on("error", () => {
      failed = MISSING;
    });
    child.on("exit", (code) => {
      failed ??= `redis-server ended with ${code}`;
    });
    this.#process = child;
    await until(async () => failed !== undefined || (await this.#answers()), { within: 20_000, what: "Redis answers" });
    if (failed) throw new Error(failed);
  }

  /** Kills it: what it acknowledged is with the operating system and comes back with `start`. */
  async kill(): Promise<void> {
    await this.#end("SIGKILL");
  }

  async stop(): Promise<void> {
    await this.#end("SIGTERM");
  }

  /** Makes it deaf: connections stay, nothing is answered. */
  freeze(): void {
    this.#process?.kill("SIGSTOP");
  }

  thaw(): void {
    this.#process?.kill("SIGCONT");
  }

  /** Asks it one thing, on a connection of its own. */
  async ask(...command: readonly string[]): Promise<unknown> {
    const client = createClient({ url: this.url, socket: { reconnectStrategy: false } });
    client.on("error", () => undefined);
    await client.connect();
    try {
      return await client.sendCommand([...command]);
    } finally {
      client.destroy();
    }
  }

  async #answers(): Promise<boolean> {
    return this.ask("PING").then(
      (reply) => reply === "PONG",
      () => false,
    );
  }

  async #end(signal: NodeJS.Signals): Promise<void> {
    const child = this.#process;
    if (!child || child.exitCode !== null || child.signalCode !== null) return;
    const ended = once(child, "exit");
    child.kill("SIGCONT");
    child.kill(signal);
    await ended;
  }
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = server.address();
  server.close();
  await once(server, "close");
  if (address === null || typeof address === "string") throw new Error("no free port");
  return address.port;
}
