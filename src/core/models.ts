/** Ports for language models; `models/` implements them over LangChain. */

export interface ChatRequest {
  readonly system: string;
  readonly user: string;
}

export interface ChatModel {
  /** Yields the answer piece by piece. Throws AppError `model_failed` when the model cannot be reached or refuses. */
  complete(request: ChatRequest, signal: AbortSignal): AsyncIterable<string>;
}

export interface Embedder {
  readonly model: string;
  /** One unit vector per text, in order. */
  embed(texts: readonly string[], kind: "query" | "passage"): Promise<Float32Array[]>;
}
