import { z } from "zod";
import type { Answer, AskedQuestion, Asker } from "./asker.ts";

/** What comes back for a line that is no question. */
export interface BadLine {
  readonly id: null;
  readonly status: "error";
  readonly error: string;
}

const question = z.object({
  id: z.union([z.string(), z.number()]).nullable().default(null),
  text: z.string(),
  session: z.string().optional(),
});

/** Answers JSON lines in their order, one after the other; a bad line becomes an error and the next goes on. */
export async function* answerLines(lines: AsyncIterable<string>, ask: Asker): AsyncGenerator<Answer | BadLine> {
  let number = 0;
  for await (const line of lines) {
    number++;
    if (line.trim() === "") continue;
    const read = readQuestion(line);
    yield typeof read === "string" ? badLine(`line ${number}: ${read}`) : await ask(read);
  }
}

/** The lines of a byte stream in UTF-8. Only `\n` ends a line: a JSON string may hold other line separators. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>): AsyncGenerator<string> {
  const decoder = new TextDecoder();
  let rest = "";
  for await (const chunk of chunks) {
    const lines = (rest + decoder.decode(chunk, { stream: true })).split("\n");
    rest = lines.pop() ?? "";
    yield* lines;
  }
  yield rest + decoder.decode();
}

function badLine(error: string): BadLine {
  return { id: null, status: "error", error };
}

/** The question in a line, or what is wrong with it. */
function readQuestion(line: string): AskedQuestion | string {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    return "not JSON";
  }
  const { data, error } = question.safeParse(value);
  if (data) {
    const { id, text, session } = data;
    return { id, text, ...(session !== undefined && { session }) };
  }
  return error.issues.map(({ path, message }) => `${path.join(".") || "line"}: ${message}`).join("; ");
}
