import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import { openFeed, openOneStop, openPlatforms, openProof } from "./adapters.ts";
import { createAfterwards } from "./afterwards.ts";
import { type Assistant, openAssistant, type Surroundings } from "./assistant.ts";
import { toParts } from "./channels/parts.ts";
import type { Settings } from "./config.ts";
import { createWorker, laneOf } from "./conversation/worker.ts";
import type { Inbound } from "./core/conversation.ts";
import { loggable } from "./core/errors.ts";
import type { Accept, Channel } from "./core/mail.ts";
import { vietnamDay } from "./text/today.ts";
import type { RateLimits } from "./web/rate-limit.ts";
import type { Readiness } from "./web/server.ts";

/** The whole service, or with `ROLE` the half of it that listens or that works. */
export interface App {
  readonly assistant: Assistant;
  readonly server: FastifyInstance;
  /** Starts listening and working. Returns the address of the chat page. */
  start(): Promise<string>;
  /** Takes nothing new, answers what is being answered, then ends; what still waits is kept for the next start. */
  stop(): Promise<void>;
}

type Rate = Omit<RateLimits, "now">;

const ROOT = join(import.meta.dirname, "..");
/** Lanes worked on at once: most of a turn is waiting for a platform. */
const PARALLEL = 64;
/** Requests of one address to the page in a minute: an office with twenty people behind it. */
const ADDRESS_RATE = 600;
/** Calls of all platforms together: ten thousand a second, far above what this province can write. */
const WEBHOOK_RATE = { burst: 20_000, every: 0.1, people: 1 };
/** Messages of one person on the page: a burst of 20, then one in 3 seconds. */
const PAGE_RATE = { burst: 20, every: 3_000, people: 20_000 };
/** Messages of one person by a platform: far above what anybody types, even after an outage. */
const FLOOD = { burst: 100, every: 1_000, people: 50_000 };

/**
 * Puts the service together, without starting it.
 * @throws AppError `no_knowledge`, `words_invalid`, `store_down`
 */
export async function createApp(settings: Settings, surroundings: Surroundings): Promise<App> {
  const { log, now, newId } = surroundings;
  const report = (error: unknown) => log.error(loggable(error), "work on messages was disturbed");
  const { http, channel, knowledge, photos, createLayouts, openStorage } = await loadParts();
  const metrics = http.createMetrics({ waiting: () => mailroom.waiting() });
  const { DATA_DIR: dataDir, REDIS_URL: redisUrl, PUBLIC_URL: publicUrl } = settings;
  const storage = await openStorage({ dataDir, redisUrl, newToken: newId, report, now });
  const { mailroom, store } = storage;
  const feed = await openFeed(settings, { now, report });
  const pictures = knowledge.openPictures(settings.KNOWLEDGE_DIR);
  const reader = new photos.CodeReader();
  const fetchMedia = async ({ channel, media }: Inbound) => media && channels.get(channel)?.download?.(media);
  const oneStop = await openOneStop(settings, log, now);
  const onLocked = (who: string) => log.warn({ who }, "too many tries to look dossiers up: somebody may be guessing");
  const desk = oneStop && { oneStop, store, now, onLocked };
  const dossier = { desk, readPhoto: photos.createPhotoReader({ fetchMedia, reader, log }) };
  const afterwards = createAfterwards({
    store,
    mailroom,
    oneStop,
    perMinute: settings.ONE_STOP_PER_MINUTE,
    channels: { get: (name) => channels.get(name) },
    words: () => assistant.words,
    now,
    log,
    report,
  });
  const { followed } = afterwards;
  const follow = followed && { followed, shortLived: new Set(["web"]) };
  const assistant = await openAssistant(
    settings,
    { ...surroundings, searched: metrics.searched },
    { dossier, follow, publicUrl },
  );
  const web = channel.createWeb({ feed, now });
  const platforms = await openPlatforms(settings, { log, now, store, pictures: pictures.png });
  const channels = new Map<string, Channel>([web, ...platforms].map((one) => [one.name, one]));
  const listens = settings.ROLE !== "worker";
  const works = settings.ROLE !== "web";

  let readiness: Readiness = "starting";
  let stopWatching = async () => {};
  let stopAfterwards = async () => {};
  const server = http.createServer({ log, readiness: () => readiness, trustProxy: settings.TRUST_PROXY });
  http.addReadyz(server, () => readiness, {
    knowledge: () => (assistant.base.snapshot.procedures.size > 0 ? "up" : { down: "no procedure can be read" }),
    store: () => mailroom.health(),
  });
  http.addVersion(server, await http.readVersion(ROOT, settings.COMMIT), () => assistant.base.snapshot);
  http.addMetrics(server, metrics, settings.METRICS_TOKEN);
  if (listens) {
    const limit = (rate: Rate) => new http.RateLimit({ ...rate, now });
    http.addWebhooks(server, platforms, { limit: limit(WEBHOOK_RATE), answered: metrics.answered });
    await http.limitAddresses(server, ADDRESS_RATE);
    const widgetOrigins = settings.WIDGET_ORIGINS;
    const embeddable = widgetOrigins.length > 0;
    http.addChat(server, { receive: web.receive, limit: limit(PAGE_RATE), newId, embeddable });
    await http.addStream(server, { feed, embeddable });
    http.addPictures(server, pictures.original);
    await http.addPage(server, { widgetOrigins });
    const checklists = { knowledge: () => assistant.base.snapshot, today: () => vietnamDay(now()), publicUrl };
    await http.addChecklist(server, createLayouts({ ...checklists, words: assistant.words.answer.checklist }));
    const proof = await openProof(settings);
    if (proof) http.addProof(server, proof);
  }

  const flood = new http.RateLimit({ ...FLOOD, now });
  const accept: Accept = async (inbound) => {
    const lane = laneOf(inbound);
    if (flood.take(lane) > 0) {
      log.warn({ channel: inbound.channel }, "somebody floods us; what is too much is left out");
      return "seen";
    }
    const status = await mailroom.deliver(lane, inbound);
    metrics.accepted(inbound.channel, status);
    return status;
  };
  const handle = createWorker({
    channels,
    conversation: assistant.conversation,
    toParts,
    late: assistant.words.conversation.late,
    now,
    ...afterwards.hooks,
    forget: async (name, person) => {
      if (name === web.name) await feed.erase(person);
      await afterwards.hooks.forget(name, person);
    },
    onTurn: ({ channel, status, ms }) => metrics.turned(channel, status, ms),
    onSent: ({ channel, sent }) => metrics.sent(channel, sent.status),
  });

  return {
    assistant,
    server,
    async start() {
      stopWatching = await assistant.watch();
      if (works) {
        await mailroom.work(handle, { parallel: PARALLEL });
        stopAfterwards = afterwards.start();
      }
      if (listens) await Promise.all([...channels.values()].map((one) => one.start(accept)));
      const address = await server.listen({ host: settings.HOST, port: settings.PORT });
      readiness = "ready";
      void assistant.joinMeaning();
      return `${address}/`;
    },
    async stop() {
      readiness = "stopping";
      await stopWatching();
      await Promise.all([server.close(), ...[...channels.values()].map((one) => one.stop())]);
      await stopAfterwards();
      await storage.close();
      await Promise.all([feed.close(), reader.close()]);
    },
  };
}

/** Everything of the service that a command line tool does not need. */
async function loadParts() {
  const [http, channel, knowledge, storage, codes, photo, lists] = await Promise.all([
    import("./web/routes.ts"),
    import("./channels/web/web.ts"),
    import("./knowledge/pictures.ts"),
    import("./storage/index.ts"),
    import("./one-stop/code-reader.ts"),
    import("./one-stop/photo-reader.ts"),
    import("./checklist/layouts.ts"),
  ]);
  return { http, channel, knowledge, photos: { ...codes, ...photo }, ...storage, ...lists };
}
