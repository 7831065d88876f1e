import type { Outcome, Turn } from "../../core/conversation.ts";
import type { Faq } from "../../core/knowledge.ts";
import { HEADINGS, type Procedure } from "../../core/procedure.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { procedurePayload } from "../payload.ts";
import { button, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { closest } from "./closest.ts";
import type { Line } from "./compose/line.ts";
import { plain } from "./compose/plain.ts";
import type { Reading } from "./reading.ts";
import { short } from "./respond.ts";

/** Likeness from which a question of the procedure's own file is the one asked. */
const QUESTION_ALIKE = 0.5;

/** The general question that search found ahead of every procedure. */
export function generalQuestion({ knowledge }: Turn, { ranking }: Reading): Faq | undefined {
  return knowledge.faq.find(({ id }) => id === ranking.general);
}

/** Answers a general question with its own sources. */
export function tellGeneral(turn: Turn, faq: Faq, { text, ranking }: Reading, words: Words["answer"]): Outcome {
  const place = [faq.file, ...faq.sources].join(" · ");
  const verified = vietnameseDay(faq.verified);
  const lines = faq.answer.split("\n").map(plain);
  const end = `${fill(words.source, { place })} · ${fill(words.verified, { day: verified })}`;
  const reply = replyWith("answered", `${lines.join("\n")}\n\n${end}`, {
    buttons: ranking.hits
      .slice(0, ranking.verdict === "sure" ? 2 : 0)
      .map(({ procedure }) => button(procedure.name, procedurePayload(procedure.code))),
    sources: [
      { code: "", file: faq.file, heading: faq.ask, quote: faq.answer },
      { code: "", file: faq.file, heading: "sources", quote: [...faq.sources, verified].join(" · ") },
    ],
    procedures: ranking.hits.map(short),
    facets: ["all"],
  });
  return outcome(turn, reply, { sources: reply.sources, asked: text });
}

/** What the file of a procedure answers to this very question; no lines when it has no such question. */
export function ownQuestion(text: string, procedure: Procedure): Line[] {
  const found = closest(
    text,
    procedure.questions,
    ({ ask }) => [ask],
    [procedure.name, ...procedure.aliases].join(" "),
  );
  if (!found || found.likeness < QUESTION_ALIKE) return [];
  const { ask, answer } = found.entry;
  // The question stands before its answer, so that a citizen who meant another one sees it.
  return [ask, ...answer.split("\n")]
    .filter((line) => line.trim() !== "")
    .map((line) => ({ text: plain(line), heading: HEADINGS.questions, quote: line.trim() }));
}
