import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import type { Webhook } from "../src/core/mail.ts";

export interface Mounted {
  /** Address of the webhook's route. */
  readonly url: string;
  close(): Promise<void>;
}

/**
 * Serves a webhook on this machine and nothing else: raw bytes in, its status out.
 * @param webhook asked at every call, so that it can be made once the address is known; 503 while there is none
 */
export async function mount(path: string, webhook: () => Webhook | undefined): Promise<Mounted> {
  const server = createServer(async (request, response) => {
    const chunks: Buffer[] = [];
    for await (const chunk of request) chunks.push(chunk as Buffer);
    const known = request.method === "POST" && request.url === path;
    const status = known ? await webhook()?.receive(Buffer.concat(chunks), request.headers) : 404;
    response.writeHead(status ?? 503).end();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`,
    async close() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
