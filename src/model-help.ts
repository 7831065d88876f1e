import { readFile } from "node:fs/promises";
import type { Logger } from "pino";
import { placeFor } from "./base.ts";
import { chatModelSettings, embedderSettings, type Settings } from "./config.ts";
import type { Skill } from "./core/conversation.ts";
import { loggable } from "./core/errors.ts";
import type { Snapshot } from "./core/knowledge.ts";
import type { Search } from "./core/search.ts";
import type { LexicalSearch } from "./search/index.ts";
import type { Words } from "./skills/words.ts";

/** How long a language model may take for an answer, milliseconds; then the composed one is shown. */
const PATIENCE = 12_000;
const PROMPT = new URL("../prompts/answer.md", import.meta.url);

/** Lets the language model word the answers, where one is configured. LangChain is slow to load: only then. */
export async function withModel(
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
    readFile(PROMPT, "utf8"),
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
export async function openMeaning(
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
