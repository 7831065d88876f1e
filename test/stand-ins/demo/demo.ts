import { randomUUID } from "node:crypto";
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Logger } from "pino";
import { createApp } from "../../../src/app.ts";
import { readSettings } from "../../../src/config.ts";
import { Album } from "./album.ts";
import { openPage, type PageServer } from "./page-server.ts";
import { openPlatforms } from "./platforms.ts";
import { Stage } from "./stage.ts";
import { Wire } from "./wire.ts";

export interface DemoOptions {
  /** Of the page; 0 for any free one. */
  readonly port: number;
  readonly log: Logger;
  /** More settings of the service, e.g. another KNOWLEDGE_DIR. */
  readonly env?: Readonly<Record<string, string>>;
}

export interface Demo {
  /** Of the page with both phones. */
  readonly address: string;
  stop(): Promise<void>;
}

/**
 * The real service against stand-ins of its platforms, and a page with phones to try it. Nothing leaves this machine.
 * @throws what the service or the port of the page fails with; then nothing is left behind
 */
export async function startDemo({ port, log, env = {} }: DemoOptions): Promise<Demo> {
  const undo: (() => Promise<unknown>)[] = [];
  const stop = async () => {
    for (const step of undo.splice(0).reverse()) await step();
  };
  try {
    return { address: await start(port, log, env, (step) => undo.push(step)), stop };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function start(
  port: number,
  log: Logger,
  env: Readonly<Record<string, string>>,
  undo: (step: () => Promise<unknown>) => void,
): Promise<string> {
  const now = () => new Date();
  const wire = new Wire(now);
  let page: PageServer | undefined;
  const album = new Album(() => page?.address ?? "");
  const changed = () => page?.show();
  const platforms = await openPlatforms({
    album,
    now,
    onCall: (call) => {
      wire.add(call);
      if (call.typing) stage.showTyping(call.typing.app, call.typing.person);
      changed();
    },
  });
  undo(platforms.close);
  const { conversations, dossiers } = platforms;
  const stage = new Stage({ conversations, wire, dossiers, changed });
  page = await openPage({
    port,
    view: () => stage.view,
    perform: (action) => stage.perform(action),
    picture: (name) => album.find(name),
  });
  undo(page.close);
  const folder = await mkdtemp(join(tmpdir(), "demo-"));
  undo(() => rm(folder, { recursive: true, force: true }));
  const settings = readSettings({ PORT: "0", DATA_DIR: folder, ...platforms.env, ...env });
  const app = await createApp(settings, { log, now, newId: randomUUID });
  undo(app.stop);
  platforms.connect(await app.start());
  return page.address;
}
