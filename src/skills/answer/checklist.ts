import { answersFit, checklistOf } from "../../checklist/checklist.ts";
import { checklistPath } from "../../checklist/links.ts";
import { checklistMessage } from "../../checklist/message.ts";
import type { Outcome, Source, Turn } from "../../core/conversation.ts";
import { procedurePayload } from "../payload.ts";
import { button, replyWith } from "../reply.ts";
import type { Words } from "../words.ts";
import { tellPapers } from "./cases.ts";
import { officesIn } from "./offices.ts";
import { considered, remembering, type Telling } from "./respond.ts";

/** The list of papers to tick off of one person; asks the case questions first when they are not all answered. */
export function tellChecklist(
  turn: Turn,
  telling: Telling,
  answers: readonly number[],
  words: Words["answer"],
  publicUrl?: string,
): Outcome {
  const { procedure } = telling;
  if (!answersFit(procedure, answers)) return tellPapers(turn, telling, [], words);
  const { holidays } = turn.knowledge;
  const offices = officesIn(turn.text, procedure, turn.knowledge.offices);
  const list = checklistOf(procedure, answers, { today: turn.today, words: words.checklist, holidays, offices });
  const page = publicUrl === undefined ? undefined : `${publicUrl}${checklistPath(procedure.code, answers)}`;
  const before = (telling.notice ?? []).map(({ text }) => `${text}\n\n`).join("");
  const text = `${before}${checklistMessage(list, words.checklist, page)}`;
  const sources: Source[] = list.parts.map(({ title, items }) => ({
    code: procedure.code,
    file: procedure.file,
    heading: title,
    quote: items.map((item) => item.text).join("\n"),
  }));
  const reply = replyWith("answered", text, {
    buttons: [button(words.facets.steps, procedurePayload(procedure.code, ["steps"]))],
    sources,
    procedures: considered(telling),
    facets: ["papers"],
  });
  const told = remembering(turn, telling, reply);
  return { ...told, session: { ...told.session, cases: answers } };
}
