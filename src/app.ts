import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { FastifyInstance } from "fastify";
import type { Logger } from "pino";
import { logFaults, openBase, placeFor } from "./base.ts";
import { chatModelSettings, embedderSettings, type Settings } from "./config.ts";
import { createConversation } from "./conversation/turn.ts";
import type { Inbound, Reply, Skill } from "./core/conversation.ts";
import { loggable } from "./core/errors.ts";
import type { Snapshot } from "./core/knowledge.ts";
import type { Search } from "./core/search.ts";
import { createSearch, LexicalSearch } from "./search/index.ts";
import { type Base, LiveBase } from "./search/live.ts";
import { createSkills } from "./skills/index.ts";
import { loadWords, type Words } from "./skills/words.ts";
import { Lanes } from "./storage/lanes.ts";
import { MemorySessions } from "./storage/sessions.ts";
import { vietnamDay } from "./text/today.ts";
import type { Readiness } from "./web/server.ts";

/** The world around the service: tests bring their own. */
export interface Surroundings {
  readonly log: Logger;
  readonly now: () => Date;
  /** Makes an id that nobody can guess (UUID). */
  readonly newId: () => string;
}

/** Answers messages from the knowledge, whatever channel they come by. */
export interface Assistant {
  /** What it answers from at this moment. */
  readonly base: Base;
  /** Messages of one person are answered in their order; one that comes twice in a row gets the same reply. */
  answer(inbound: Inbound): Promise<Reply>;
  /** Follows changes in the knowledge folders from now on. Returns a function that ends it. */
  watch(): Promise<() => Promise<void>>;
  /** Lets meaning join the search where an embedding model is configured; the first time this may take minutes. */
  joinMeaning(): Promise<void>;
}

/** The whole service. */
export interface App {
  readonly assistant: Assistant;
  readonly server: FastifyInstance;
  /** Starts listening. Returns the address of the chat page. */
  start(): Promise<string>;
  /** Answers what has arrived, then ends. */
  stop(): Promise<void>;
}

const MINUTE = 60_000;
const SESSIONS = { most: 20_000, keep: 120 * MINUTE };
const RATE = { burst: 20, every: 3_000, people: 20_000 };
/** Editors write a file in several steps: wait for this long a silence, milliseconds. */
const QUIET = 300;
/** How long a language model may take for an answer, milliseconds; then the composed one is shown. */
const PATIENCE = 12_000;
const PROMPTS = join(import.meta.dirname, "../prompts");

/**
 * Opens the knowledge and puts the conversation together.
 * @throws AppError `no_knowledge`, `words_invalid`
 */
export async function openAssistant(settings: Settings, { log, now }: Surroundings): Promise<Assistant> {
  const folders = settings.KNOWLEDGE_DIR;
  const [words, first] = await Promise.all([
    loadWords(join(PROMPTS, "vi.yaml")),
    openBase(folders, settings.DATA_DIR, log),
  ]);
  logFaults(first.snapshot.faults, log);
  const live = new LiveBase(first, createSearch);
  const conversation = createConversation({
    skills: await withModel(createSkills(words), words, settings, log),
    knowledge: () => live.current.snapshot,
    search: () => live.current.search,
    today: () => vietnamDay(now()),
    failed: words.conversation.failed,
    onError: (error) => log.error(loggable(error), "a message could not be answered"),
  });
  const sessions = new MemorySessions({ ...SESSIONS, now });
  const lanes = new Lanes();

  const joinMeaning = () =>
    lanes.run("meaning", async () => {
      const { snapshot, search } = live.current;
      const better = search instanceof LexicalSearch ? await openMeaning(search, snapshot, settings, log) : undefined;
      if (better) live.join({ snapshot, search: better });
    });

  return {
    get base() {
      return live.current;
    },
    joinMeaning,
    answer(inbound) {
      const key = `${inbound.channel}/${inbound.person}`;
      return lanes.run(key, async () => {
        const before = sessions.get(key);
        if (before?.last.id === inbound.id) return before.last.reply;
        const { reply, session } = await conversation.reply(inbound, before?.session ?? {});
        sessions.put(key, { session, last: { id: inbound.id, reply } });
        return reply;
      });
    },
    async watch() {
      const { watchKnowledge } = await import("./knowledge/watch.ts");
      return watchKnowledge(folders, {
        start: live.current.snapshot,
        delay: QUIET,
        changed: (snapshot) => {
          live.replace(snapshot);
          void joinMeaning();
          log.info({ procedures: snapshot.procedures.size }, "the knowledge has changed and is in use");
          logFaults(snapshot.faults, log);
        },
        failed: (reason) => log.error({ reason: String(reason) }, "the changed knowledge cannot be used"),
      });
    },
  };
}

/**
 * Puts the whole service together, without starting it.
 * @throws as `openAssistant` does
 */
export async function createApp(settings: Settings, surroundings: Surroundings): Promise<App> {
  const { log, now, newId } = surroundings;
  const [assistant, { createServer }, { addChat }, { addPage }, { RateLimit }] = await Promise.all([
    openAssistant(settings, surroundings),
    import("./web/server.ts"),
    import("./web/chat.ts"),
    import("./web/page.ts"),
    import("./web/rate-limit.ts"),
  ]);
  let readiness: Readiness = "starting";
  let stopWatching = async () => {};
  const server = createServer({ log, readiness: () => readiness });
  const { answer } = assistant;
  addChat(server, { answer, limit: new RateLimit({ ...RATE, now }), now, newId });
  await addPage(server);

  return {
    assistant,
    server,
    async start() {
      stopWatching = await assistant.watch();
      const address = await server.listen({ host: settings.HOST, port: settings.PORT });
      readiness = "ready";
      void assistant.joinMeaning();
      return `${address}/`;
    },
    async stop() {
      readiness = "stopping";
      await stopWatching();
      await server.close();
    },
  };
}

/** Lets the language model word the answers, where one is configured. LangChain is slow to load: only then. */
async function withModel(
  skills: readonly Skill[],
  words: Words,
  settings: Settings,
  log: Logger,
): Promise<readonly Skill[]> {
  const connection = chatModelSettings(settings);
  if (connection === undefined) return skills;
  const [{ LangChainChatModel }, { reworded }, prompt] = await Promise.all([
    import("./models/chat.ts"),
    import("./skills/answer/reworded.ts"),
    readFile(join(PROMPTS, "answer.md"), "utf8"),
  ]);
  const options = {
    model: new LangChainChatModel(connection),
    prompt,
    sourceLine: words.answer.source.split("{", 1).join(),
    patience: PATIENCE,
    rejected: (why: string, detail: unknown) =>
      log.warn({ why, ...(why === "failed" && loggable(detail)) }, "the model's answer is not shown"),
  };
  return skills.map((skill) => (skill.name === "answer" ? reworded(skill, options) : skill));
}

/** The search that meaning has joined; undefined when no embedding model is configured, or it does not answer now. */
async function openMeaning(
  lexical: LexicalSearch,
  snapshot: Snapshot,
  settings: Settings,
  log: Logger,
): Promise<Search | undefined> {
  const connection = embedderSettings(settings);
  if (connection === undefined) return undefined;
  try {
    const [{ LangChainEmbedder }, { HybridSearch }] = await Promise.all([
      import("./models/embedder.ts"),
      import("./search/hybrid.ts"),
    ]);
    return await HybridSearch.open(lexical, snapshot, {
      embedder: new LangChainEmbedder(connection),
      folder: placeFor(settings.KNOWLEDGE_DIR, settings.DATA_DIR),
      failed: (error) => log.warn(loggable(error), "the embedding model did not answer; words alone were searched"),
    });
  } catch (error) {
    log.warn(loggable(error), "the embedding model cannot be used; words alone are searched");
    return undefined;
  }
}
