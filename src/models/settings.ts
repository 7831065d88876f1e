/** Where a model answers and under which name. */
export interface ModelSettings {
  /** Base of an OpenAI-compatible service, up to and including `/v1`. */
  readonly baseUrl: string;
  /** Empty when the service wants none, as on one's own machine. */
  readonly apiKey: string;
  readonly model: string;
}

/**
 * What LangChain's OpenAI classes have in common. Without a key they would take OPENAI_API_KEY from the environment and
 * send it to `baseUrl`, or refuse to start: so an empty key goes as a word that no service takes for one.
 */
export function connection({ baseUrl, apiKey, model }: ModelSettings) {
  return { model, apiKey: apiKey === "" ? "none" : apiKey, configuration: { baseURL: baseUrl }, maxRetries: 1 };
}

/** What went wrong with a model, short enough for a log line. */
export function reason(cause: unknown): string {
  return cause instanceof Error ? `${cause.name}: ${cause.message.slice(0, 200)}` : String(cause);
}
