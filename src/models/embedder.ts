import { OpenAIEmbeddings } from "@langchain/openai";
import { AppError } from "../core/errors.ts";
import type { Embedder } from "../core/models.ts";
import { connection, type ModelSettings, reason } from "./settings.ts";

/** Texts sent in one request. */
const BATCH = 64;

/** An embedding model behind any OpenAI-compatible `/v1/embeddings`, through LangChain. Vectors are made unit length. */
export class LangChainEmbedder implements Embedder {
  readonly model: string;
  readonly #embeddings: OpenAIEmbeddings;

  constructor(settings: ModelSettings) {
    this.model = settings.model;
    this.#embeddings = new OpenAIEmbeddings({ ...connection(settings), batchSize: BATCH, encodingFormat: "float" });
  }

  /** @throws AppError `embedder_failed` when the model cannot be reached, refuses, or answers with unusable vectors */
  async embed(texts: readonly string[], kind: "query" | "passage"): Promise<Float32Array[]> {
    let raw: number[][];
    try {
      raw =
        kind === "query"
          ? await Promise.all(texts.map((text) => this.#embeddings.embedQuery(text)))
          : await this.#embeddings.embedDocuments([...texts]);
    } catch (cause) {
      throw failed(`the embedding model did not answer: ${reason(cause)}`, { cause });
    }
    if (raw.some((numbers) => numbers.length !== raw[0]?.length)) {
      throw failed("the embedding model returned vectors of different lengths");
    }
    return raw.map(unit);
  }
}

/** Length one; a vector that has no direction (zero, NaN) is a fault of the model, not something to search with. */
function unit(numbers: readonly number[]): Float32Array {
  const length = Math.hypot(...numbers);
  if (!(length > 0) || !Number.isFinite(length))
    throw failed("the embedding model returned a vector without direction");
  return Float32Array.from(numbers, (value) => value / length);
}

function failed(operator: string, options?: ErrorOptions): AppError {
  return new AppError("embedder_failed", operator, "Máy tìm kiếm đang bận, anh/chị hỏi lại giúp sau ít phút.", options);
}
