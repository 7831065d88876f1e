import { join } from "node:path";
import type { Logger } from "pino";
import { logFaults, openBase } from "./base.ts";
import type { Settings } from "./config.ts";
import { type Conversation, createConversation } from "./conversation/turn.ts";
import { laneOf } from "./conversation/worker.ts";
import type { Inbound, Reply } from "./core/conversation.ts";
import { loggable } from "./core/errors.ts";
import { openMeaning, withModel } from "./model-help.ts";
import { createSearch, LexicalSearch } from "./search/index.ts";
import { type Base, LiveBase } from "./search/live.ts";
import { timed } from "./search/timed.ts";
import { createSkills, type Services } from "./skills/index.ts";
import { loadWords, type Words } from "./skills/words.ts";
import { Lanes } from "./storage/lanes.ts";
import { MemorySessions } from "./storage/sessions.ts";
import { vietnamDay } from "./text/today.ts";

/** The world around the service: tests bring their own. */
export interface Surroundings {
  readonly log: Logger;
  readonly now: () => Date;
  /** Makes an id that nobody can guess (UUID). */
  readonly newId: () => string;
  /** Told of every search, how many milliseconds it took. */
  readonly searched?: (milliseconds: number) => void;
}

/** Answers messages from the knowledge, whatever channel they come by. */
export interface Assistant {
  /** What it answers from at this moment. */
  readonly base: Base;
  /** What the bot says of itself. */
  readonly words: Words;
  /** Answers with the session handed to it, and remembers nothing. */
  readonly conversation: Conversation;
  /** Messages of one person are answered in their order; one that comes twice in a row gets the same reply. */
  answer(inbound: Inbound): Promise<Reply>;
  /** Follows changes in the knowledge folders from now on. Returns a function that ends it. */
  watch(): Promise<() => Promise<void>>;
  /** Lets meaning join the search where an embedding model is configured; the first time this may take minutes. */
  joinMeaning(): Promise<void>;
}

const MINUTE = 60_000;
const SESSIONS = { most: 20_000, keep: 120 * MINUTE };
/** Editors write a file in several steps: wait for this long a silence, milliseconds. */
const QUIET = 300;
const PROMPTS = join(import.meta.dirname, "../prompts");

/**
 * Opens the knowledge and puts the conversation together.
 * @throws AppError `no_knowledge`, `words_invalid`
 */
export async function openAssistant(
  settings: Settings,
  surroundings: Surroundings,
  services: Services = {},
): Promise<Assistant> {
  const { log, now, searched = () => {} } = surroundings;
  const folders = settings.KNOWLEDGE_DIR;
  const [words, first] = await Promise.all([
    loadWords(join(PROMPTS, "vi.yaml")),
    openBase(folders, settings.DATA_DIR, log),
  ]);
  logFaults(first.snapshot.faults, log);
  const live = new LiveBase(first, createSearch);
  const conversation = createConversation({
    skills: await withModel(createSkills(words, services), words, settings, log),
    knowledge: () => live.current.snapshot,
    search: () => timed(live.current.search, searched),
    today: () => vietnamDay(now()),
    role: ({ channel, person }) => (settings.OFFICERS.has(`${channel}:${person}`) ? "officer" : "citizen"),
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
    words,
    conversation,
    joinMeaning,
    answer(inbound) {
      const key = laneOf(inbound);
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
