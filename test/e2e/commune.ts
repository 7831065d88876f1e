import { createServer as createSite, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createWeb } from "../../src/channels/web/web.ts";
import { LmdbFeed } from "../../src/storage/lmdb/feed.ts";
import { addChat } from "../../src/web/chat.ts";
import { addPage } from "../../src/web/page.ts";
import { RateLimit } from "../../src/web/rate-limit.ts";
import { createServer } from "../../src/web/server.ts";
import { addStream } from "../../src/web/stream.ts";
import { surroundings, temporaryFolder } from "../surroundings.ts";

/** The site of a commune, on another host than the service whose widget it shows. */
export interface Commune {
  /** `http://localhost:<port>`; the service is at `http://127.0.0.1:<port>`, which is another site to browsers. */
  readonly origin: string;
  /** Another site, which nobody has allowed anything. */
  readonly stranger: string;
  readonly service: string;
  close(): Promise<void>;
}

/** A page as communes have them: styles of its own for everything, and something to fill in. */
function pageWith(script: string): string {
  return `<!doctype html><html lang="vi"><title>UBND xã Năm Căn</title>
    <style>* { font-size: 40px !important; } button, div { background: red; position: static; display: inline }</style>
    <h1>UBND xã Năm Căn</h1><label>Tìm kiếm <input id="search"></label>
    <p style="height:1500px">Tin tức</p>${script}`;
}

/** Starts the site and a service that repeats what it is told. */
export async function openCommune(attributes = ""): Promise<Commune> {
  const feed = new LmdbFeed(temporaryFolder(), { now: () => new Date() });
  const { log, newId } = surroundings();
  const now = () => new Date();
  const web = createWeb({ feed, now });
  await web.start(async ({ person, text }) => {
    const buttons = [{ label: "Hỏi lại", send: "#x/again" }];
    await web.send(person, { text: `Dạ, anh/chị hỏi: ${text}`, buttons });
    return "new";
  });
  let service = "";
  const site = () => pageWith(`<script src="${service}/widget.js" defer ${attributes}></script>`);
  const [commune, stranger] = [await listen(createSite(html)), await listen(createSite(html))];
  const server = createServer({ log, readiness: () => "ready" });
  const limit = new RateLimit({ burst: 20, every: 1000, people: 99, now });
  addChat(server, { receive: web.receive, limit, newId, embeddable: true });
  await addStream(server, { feed, embeddable: true });
  await addPage(server, { widgetOrigins: [originOf(commune)] });
  service = await server.listen({ port: 0, host: "127.0.0.1" });

  function html(_: unknown, response: import("node:http").ServerResponse): void {
    response.writeHead(200, { "content-type": "text/html; charset=utf-8" }).end(site());
  }
  return {
    origin: originOf(commune),
    stranger: originOf(stranger),
    service,
    async close() {
      await server.close();
      await web.stop();
      await feed.close();
      for (const one of [commune, stranger]) {
        one.closeAllConnections();
        one.close();
      }
    },
  };
}

async function listen(site: Server): Promise<Server> {
  await new Promise<void>((resolve) => site.listen(0, "localhost", resolve));
  return site;
}

function originOf(site: Server): string {
  return `http://localhost:${(site.address() as AddressInfo).port}`;
}
