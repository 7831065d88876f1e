import type { Assistant } from "../../assistant.ts";
import type { Reply } from "../../core/conversation.ts";
import { numbersUnsupported } from "../../skills/answer/fidelity.ts";
import type { Library } from "./library.ts";
import type { Rank } from "./metrics.ts";
import { type EvalQuestion, isRight } from "./questions.ts";

/** What became of one question. */
export interface Outcome {
  readonly asked: EvalQuestion;
  readonly reply: Reply;
  readonly ms: number;
  readonly rank: Rank;
  /** Quotes of the reply, and whether each stands word for word in its file. */
  readonly quotes: readonly boolean[];
  /** Numbers of the reply that stand in none of its quotes. */
  readonly unsupported: readonly string[];
}

/** Asks every question in a conversation of its own, one after the other. */
export async function ask(
  questions: readonly EvalQuestion[],
  assistant: Assistant,
  library: Library,
): Promise<Outcome[]> {
  const outcomes: Outcome[] = [];
  const { procedures } = assistant.base.snapshot;
  for (const [number, asked] of questions.entries()) {
    const started = performance.now();
    const reply = await assistant.answer({
      id: String(number),
      channel: "eval",
      person: `${asked.set}/${asked.id}`,
      text: asked.text,
      at: new Date(),
    });
    const ms = performance.now() - started;
    const gold = new Set(asked.gold);
    outcomes.push({
      asked,
      reply,
      ms,
      rank: reply.procedures.findIndex(({ code }) => isRight(procedures.get(code) ?? { code, replaces: [] }, gold)),
      quotes: reply.sources.map((source) => library.holds(source)),
      unsupported: numbersUnsupported(reply),
    });
  }
  return outcomes;
}
