import { OpenAIEmbeddings } from "@langchain/openai";
import { AppError } from "../core/errors.ts";
import type { Embedder } from "../core/models.ts";
import type { ModelSettings } from "./chat.ts";

/** Texts sent in one request. */
const BATCH = 64;

/** An embedding model behind any OpenAI-compatible `/v1/embeddings`, through LangChain. Vectors are made unit length. */
export class LangChainEmbedder implements Embedder {
  readonly model: string;
  readonly #embeddings: OpenAIEmbeddings;

  constructor({ baseUrl, apiKey, model }: ModelSettings) {
    this.model = model;
    this.#embeddings = new OpenAIEmbeddings({
      model,
      apiKey,
      configuration: { baseURL: baseUrl },
      batchSize: BATCH,
      maxRetries: 1,
      encodingFormat: "float",
    });
  }

  async embed(texts: readonly string[], kind: "query" | "passage"): Promise<Float32Array[]> {
    let raw: number[][];
    try {
      raw =
        kind === "query"
          ? await Promise.all(texts.map((text) => this.#embeddings.embedQuery(text)))
          : await this.#embeddings.embedDocuments([...texts]);
    } catch (cause) {
      const message = cause instanceof Error ? cause.message.slice(0, 200) : String(cause);
      throw new AppError("embedder_failed", `the embedding model did not answer: ${message}`, "", { cause });
    }
    return raw.map(unit);
  }
}

/** Length one; a vector that has no direction (zero, NaN) is a fault of the model, not something to search with. */
function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (!(length > 0) || !Number.isFinite(length)) {
    throw new AppError("embedder_failed", "the embedding model returned a vector without direction", "");
  }
  return Float32Array.from(numbers, (value) => value / length);
}
