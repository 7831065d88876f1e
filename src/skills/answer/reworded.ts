import type { Outcome, Skill, Source, Turn } from "../../core/conversation.ts";
import type { ChatModel } from "../../core/models.ts";
import { readPayload } from "../payload.ts";
import { linksUnsupported, numbersUnsupported } from "./fidelity.ts";

export interface RewordOptions {
  readonly model: ChatModel;
  /** The model's instructions (`prompts/answer.md`). */
  readonly prompt: string;
  /** How the source line of a composed answer begins; it is kept under the model's answer. */
  readonly sourceLine: string;
  /** How long the model may take, milliseconds. */
  readonly patience: number;
  /** Told why a model's answer was not shown. */
  readonly rejected: (reason: "failed" | "unsupported" | "silent", detail: unknown) => void;
}

/** What the model writes when the sources do not hold the answer. */
const NOT_THERE = "KHÔNG CÓ";

/**
 * Lets a language model word the answer to a typed question. The skill's own composed answer stays in force: it gives the
 * sources, and it is what the citizen sees whenever the model fails, is late, or writes one number, date, law or link that
 * does not stand in those sources.
 */
export function reworded(skill: Skill, options: RewordOptions): Skill {
  return {
    name: skill.name,
    claims: (turn) => skill.claims(turn),
    handle: async (turn) => {
      const composed = await skill.handle(turn);
      if (composed.reply.status !== "answered" || readPayload(turn.text) !== undefined) return composed;
      const text = await wording(turn, composed, options);
      return text === undefined ? composed : { ...composed, reply: { ...composed.reply, text } };
    },
  };
}

async function wording(turn: Turn, { reply }: Outcome, options: RewordOptions): Promise<string | undefined> {
  let answer = "";
  try {
    const request = { system: options.prompt, user: `TÀI LIỆU\n${material(reply.sources)}\n\nCÂU HỎI\n${turn.text}` };
    for await (const piece of options.model.complete(request, AbortSignal.timeout(options.patience))) answer += piece;
  } catch (error) {
    options.rejected("failed", error);
    return undefined;
  }
  answer = answer.trim();
  if (answer === "" || answer.includes(NOT_THERE)) {
    options.rejected("silent", undefined);
    return undefined;
  }
  const draft = { text: answer, sources: reply.sources };
  const unsupported = [...numbersUnsupported(draft), ...linksUnsupported(draft)];
  if (unsupported.length > 0) {
    options.rejected("unsupported", unsupported);
    return undefined;
  }
  const line = reply.text.split("\n").findLast((one) => one.startsWith(options.sourceLine));
  return line === undefined ? answer : `${answer}\n\n${line}`;
}

function material(sources: readonly Source[]): string {
  return sources.map(({ heading, quote }) => `[${heading}]\n${quote}`).join("\n\n");
}
