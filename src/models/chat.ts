import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { AppError } from "../core/errors.ts";
import type { ChatModel, ChatRequest } from "../core/models.ts";
import { connection, type ModelSettings, reason } from "./settings.ts";

/** A chat model behind any OpenAI-compatible `/v1/chat/completions`, through LangChain. */
export class LangChainChatModel implements ChatModel {
  readonly #model: ChatOpenAI;

  constructor(settings: ModelSettings) {
    this.#model = new ChatOpenAI({ ...connection(settings), temperature: 0, streamUsage: false });
  }

  async *complete({ system, user }: ChatRequest, signal: AbortSignal): AsyncIterable<string> {
    try {
      const stream = await this.#model.stream([new SystemMessage(system), new HumanMessage(user)], { signal });
      for await (const chunk of stream) if (chunk.text !== "") yield chunk.text;
    } catch (cause) {
      throw new AppError("model_failed", `the language model did not answer: ${reason(cause)}`, AWAY, { cause });
    }
  }
}

const AWAY = "Máy đang bận, anh/chị hỏi lại giúp sau ít phút.";
