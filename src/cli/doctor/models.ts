import { chatModelSettings, embedderSettings, type Settings } from "../../config.ts";
import { both, broken, type Finding, off, ok } from "./finding.ts";

/** Longest wait for a model, milliseconds. */
const PATIENCE = 20_000;

/** Whether the language model says anything at all. */
export async function checkChatModel(settings: Settings): Promise<Finding> {
  const connection = chatModelSettings(settings);
  if (connection === undefined) return off("LLM", "LLM_BASE_URL, LLM_MODEL, LLM_API_KEY");
  const { LangChainChatModel } = await import("../../models/chat.ts");
  const request = { system: "Trả lời đúng một chữ.", user: "Anh/chị có nghe không?" };
  return attempt("LLM", async () => {
    for await (const piece of new LangChainChatModel(connection).complete(request, AbortSignal.timeout(PATIENCE))) {
      if (piece.trim() !== "") return connection.model;
    }
    throw new Error("an empty answer");
  });
}

/** Whether the embedding model gives vectors. */
export async function checkEmbedder(settings: Settings): Promise<Finding> {
  const connection = embedderSettings(settings);
  if (connection === undefined) return off("EMBED", "EMBED_BASE_URL, EMBED_MODEL, EMBED_API_KEY");
  const { LangChainEmbedder } = await import("../../models/embedder.ts");
  return attempt("EMBED", async () => {
    const [vector] = await new LangChainEmbedder(connection).embed(["giấy khai sinh"], "query");
    return `${connection.model}, ${vector?.length} ${both("chiều", "dimensions")}`;
  });
}

/** @param work returns what is said when it went well */
async function attempt(group: "LLM" | "EMBED", work: () => Promise<string>): Promise<Finding> {
  try {
    return ok(`${group}_MODEL`, await work());
  } catch (error) {
    const why = error instanceof Error ? error.message : String(error);
    const settings = `${group}_BASE_URL, ${group}_MODEL, ${group}_API_KEY`;
    const remedy = both(
      `xem lại ${settings}; máy vẫn trả lời được khi không có mô hình`,
      `see to ${settings}; the service answers without it too`,
    );
    return broken(`${group}_BASE_URL`, `${both("mô hình không trả lời", "the model does not answer")}: ${why}`, remedy);
  }
}
