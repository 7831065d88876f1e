import { once } from "node:events";
import { connect, type Socket } from "node:net";

/**
 * A connection kept alive, one call after the other: bytes out, status in. Node's own HTTP clients cost more of the two
 * cores than the server under test; this costs little enough.
 */
export class Connection {
  readonly #socket: Socket;
  #answered: ((status: number) => void) | undefined;

  private constructor(socket: Socket) {
    this.#socket = socket;
    let received = "";
    socket.setEncoding("latin1").on("data", (chunk: string) => {
      received += chunk;
      if (!received.includes("\r\n\r\n")) return;
      const status = Number(received.slice("HTTP/1.1 ".length, "HTTP/1.1 200".length));
      if (!/\r\ncontent-length: 0\r\n/i.test(received)) throw new Error(`not understood: ${received}`);
      received = "";
      this.#answered?.(status);
    });
    socket.on("close", () => this.#answered?.(0));
  }

  static async open(url: string): Promise<Connection> {
    const { hostname, port } = new URL(url);
    const socket = connect({ host: hostname, port: Number(port), noDelay: true });
    await once(socket, "connect");
    return new Connection(socket);
  }

  /** Resolves to the status; 0 when the connection was cut. */
  call(request: string): Promise<number> {
    return new Promise((resolve) => {
      this.#answered = resolve;
      this.#socket.write(request);
    });
  }

  close(): void {
    this.#socket.destroy();
  }
}
