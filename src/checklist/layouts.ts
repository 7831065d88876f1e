import type { Snapshot } from "../core/knowledge.ts";
import type { Day } from "../core/procedure.ts";
import { answersFit, type Checklist, checklistOf } from "./checklist.ts";
import { chatLinks, checklistPath, readCases } from "./links.ts";
import { checklistPage } from "./page.ts";
import { checklistPdf } from "./pdf.ts";
import type { ChecklistWords } from "./words.ts";

export interface LayoutOptions {
  readonly knowledge: () => Snapshot;
  readonly today: () => Day;
  readonly words: ChecklistWords;
  readonly publicUrl?: string | undefined;
  /** User name of the Telegram bot, without "@". */
  readonly bot?: string | undefined;
}

/** Checklists from what an address says, as page and as PDF; undefined when there is none for it. */
export function createLayouts({ knowledge, today, words, ...links }: LayoutOptions) {
  const find = (code: string, cases: string): { list: Checklist; answers: number[] } | undefined => {
    const { procedures, holidays, offices } = knowledge();
    const procedure = procedures.get(code);
    const answers = readCases(cases);
    if (!procedure || !answers || !answersFit(procedure, answers)) return undefined;
    const near = procedure.level.includes("tỉnh") ? offices.filter(({ serves }) => serves.includes("tỉnh")) : [];
    return { list: checklistOf(procedure, answers, { today: today(), words, holidays, offices: near }), answers };
  };
  return {
    page(code: string, cases: string, style: string): string | undefined {
      const found = find(code, cases);
      const pdf = found && checklistPath(code, found.answers, ".pdf");
      return found && pdf && checklistPage(found.list, words, { style, pdf, chat: chatLinks(code, links) });
    },
    pdf(code: string, cases: string): Promise<Buffer> | undefined {
      const found = find(code, cases);
      return found && checklistPdf(found.list, words, chatLinks(code, links));
    },
  };
}
