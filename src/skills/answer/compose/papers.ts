import type { CaseOption, CaseQuestion, Procedure } from "../../../core/procedure.ts";
import { fold } from "../../../text/fold.ts";
import { fill } from "../../words.ts";
import type { Composing, FacetComposer } from "./context.ts";
import { FRONT, type Line, own, sectionLines } from "./line.ts";

/** The papers that everybody needs, then those of every case. */
export const papersLines: FacetComposer = (procedure, composing) => [
  ...sectionLines(procedure, "papers"),
  ...allCases(procedure),
  ...nothingMore(procedure, composing),
];

/** The papers of one person, who has answered the case questions (by index). */
export function personalPapers(procedure: Procedure, answers: readonly number[], { words }: Composing): Line[] {
  const chosen = procedure.cases.flatMap((question, i) => {
    const option = question.options[answers[i] ?? -1];
    return option ? [{ question, option }] : [];
  });
  const labels = chosen.map(({ option }) => option.label).join("; ");
  const papers = chosen.flatMap(({ question, option }) => optionLines(question, option));
  return [
    ...sectionLines(procedure, "papers"),
    { ...own(fill(words.yourCase, { labels })), heading: FRONT.cases, quote: labels },
    ...(papers.length > 0 ? papers : [own(words.noMorePapers)]),
  ];
}

function allCases({ cases }: Procedure): Line[] {
  return cases.flatMap((question) => [
    { text: `${question.ask}`, heading: FRONT.cases, quote: question.ask },
    ...question.options.map((option) => {
      const papers = option.papers.length > 0 ? `: ${option.papers.join("; ")}` : "";
      const note = option.note === undefined ? "" : ` (${option.note})`;
      const text = `${option.label}${papers}${note}`;
      return { text: `• ${text}`, heading: FRONT.cases, quote: text };
    }),
  ]);
}

function optionLines(question: CaseQuestion, { label, papers, note }: CaseOption): Line[] {
  const texts = papers.map((paper) => `• ${paper}`);
  if (note !== undefined) texts.push(`• ${label}: ${note}`);
  return texts.map((text) => ({ text, heading: FRONT.cases, quote: `${question.ask} ${label} · ${text.slice(2)}` }));
}

function nothingMore({ sections, cases }: Procedure, { words }: Composing): Line[] {
  return sections.papers === undefined && cases.length === 0 ? [own(words.papersMissing)] : [];
}

const FORM = /mau|to khai|don|phieu|van ban de nghi|giay de nghi/;

/** The forms among the papers, and where to get them. */
export const formLines: FacetComposer = (procedure, { words }) => {
  const forms = [...sectionLines(procedure, "papers"), ...allCases(procedure)].filter(({ quote }) =>
    FORM.test(fold(quote)),
  );
  return [...(forms.length > 0 ? forms : [own(words.formMissing)]), own(words.formPlace)];
};
