import { HumanMessage, SystemMessage } from "@langchain/core/messages";
import { ChatOpenAI } from "@langchain/openai";
import { AppError } from "../core/errors.ts";
import type { ChatModel, ChatRequest } from "../core/models.ts";

export interface ModelSettings {
  /** Base of an OpenAI-compatible service, up to and including `/v1`. */
  readonly baseUrl: string;
  readonly apiKey: string;
  readonly model: string;
}

/** A chat model behind any OpenAI-compatible `/v1/chat/completions`, through LangChain. */
export class LangChainChatModel implements ChatModel {
  readonly #model: ChatOpenAI;

  constructor({ baseUrl, apiKey, model }: ModelSettings) {
    this.#model = new ChatOpenAI({
      model,
      apiKey,
      configuration: { baseURL: baseUrl },
      temperature: 0,
      maxRetries: 1,
      streamUsage: false,
    });
  }

  async *complete({ system, user }: ChatRequest, signal: AbortSignal): AsyncIterable<string> {
    try {
      const stream = await this.#model.stream([new SystemMessage(system), new HumanMessage(user)], { signal });
      for await (const chunk of stream) if (chunk.text !== "") yield chunk.text;
    } catch (cause) {
      throw new AppError("model_failed", `the language model did not answer: ${reason(cause)}`, "", { cause });
    }
  }
}

function reason(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message.slice(0, 200)}` : String(cause);
}
