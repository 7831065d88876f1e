import { describe, expect, it } from "vitest";
import { checklistOf } from "../../src/checklist/checklist.ts";
import { createLayouts } from "../../src/checklist/layouts.ts";
import { checklistMessage } from "../../src/checklist/message.ts";
import { loadKnowledge } from "../../src/knowledge/load.ts";
import { loadWords } from "../../src/skills/words.ts";
import { plain } from "../../src/text/plain.ts";

const knowledge = await loadKnowledge(["knowledge"]);
const words = (await loadWords("prompts/vi.yaml")).answer.checklist;
const today = "2026-11-24";
const options = { today, words, holidays: knowledge.holidays };
const layouts = createLayouts({
  knowledge: () => knowledge,
  today: () => today,
  words,
  publicUrl: "https://x.example",
  bot: "cm_bot",
});

/** Every way to answer questions with so many options. */
function ways([first, ...rest]: readonly number[]): number[][] {
  if (first === undefined) return [[]];
  return Array.from({ length: first }, (_, i) => ways(rest).map((way) => [i, ...way])).flat();
}
const all = [...knowledge.procedures.values()].flatMap((procedure) =>
  ways(procedure.cases.map((one) => one.options.length)).map((answers) => ({ procedure, answers })),
);

describe("every procedure of the knowledge, in every case", () => {
  it("has a file of days off", () => expect(knowledge.holidays?.off.length).toBeGreaterThan(15));

  it("shows all papers of the case, and a page", () => {
    expect(all.length).toBeGreaterThan(knowledge.procedures.size);
    for (const { procedure, answers } of all) {
      const text = checklistMessage(checklistOf(procedure, answers, options), words);
      const papers = procedure.cases.flatMap((one, i) => one.options[answers[i] ?? -1]?.papers ?? []);
      for (const paper of papers) expect(text, procedure.file).toContain(`☐ ${plain(paper)}`);
      expect(layouts.page(procedure.code, answers.join("-"), "/s.css"), procedure.file).toContain("<h1>");
    }
  });

  it("makes a PDF of a sample", async () => {
    for (const { procedure, answers } of all.filter((_, i) => i % 40 === 0)) {
      const pdf = await layouts.pdf(procedure.code, answers.join("-"));
      expect(pdf?.subarray(0, 5).toString()).toBe("%PDF-");
      expect(pdf?.length).toBeGreaterThan(5_000);
    }
  });

  it("knows no other code and no answers that do not fit", () => {
    expect(layouts.page("9.999999", "", "/s.css")).toBeUndefined();
    const asking = all.find(({ answers }) => answers.length > 0);
    for (const cases of ["", "99", "a", "-1", "0-0-0-0-0"])
      expect(layouts.page(asking?.procedure.code ?? "", cases, "/s.css")).toBeUndefined();
  });
});
