import { type Ratio, showRatio } from "./metrics.ts";
import type { Summary } from "./summary.ts";

/** One figure of a summary: what it is called, how it reads and, where higher is better, its value for comparing. */
export interface Figure {
  readonly name: string;
  readonly show: (summary: Summary) => string;
  readonly value: (summary: Summary) => number | undefined;
}

const share = (name: string, pick: (summary: Summary) => Ratio): Figure => ({
  name,
  show: (summary) => showRatio(pick(summary)),
  value: (summary) => (pick(summary).of === 0 ? undefined : pick(summary).hits / pick(summary).of),
});
const number = (name: string, pick: (summary: Summary) => number, digits: number): Figure => ({
  name,
  show: (summary) => (summary.retrieval.n === 0 && digits === 3 ? "–" : pick(summary).toFixed(digits)),
  value: (summary) => (summary.retrieval.n === 0 && digits === 3 ? undefined : pick(summary)),
});

/** Every figure of the report, in its order. */
export const FIGURES: readonly Figure[] = [
  number("recall@1", ({ retrieval }) => retrieval.recall1, 3),
  number("recall@5", ({ retrieval }) => retrieval.recall5, 3),
  number("MRR@10", ({ retrieval }) => retrieval.mrr10, 3),
  number("nDCG@10", ({ retrieval }) => retrieval.ndcg10, 3),
  share("answered at once", ({ answered }) => answered),
  share("… of these right", ({ answeredRight }) => answeredRight),
  share("in scope wrongly refused", ({ wronglyRefused }) => wronglyRefused),
  share("out of scope not answered", ({ outsideNotAnswered }) => outsideNotAnswered),
  share("refusals that were right", ({ refusalPrecision }) => refusalPrecision),
  share("handled as expected", ({ asExpected }) => asExpected),
  share("quotes found in their file", ({ citations }) => citations),
  share("answers with every number quoted", ({ numbers }) => numbers),
  number("p50 ms", ({ p50 }) => p50, 2),
  number("p99 ms", ({ p99 }) => p99, 2),
];

/** The report for a terminal: a column a set, a row a figure, and the change since the last run in brackets. */
export function table(summaries: readonly Summary[], last: ReadonlyMap<string, Summary>): string {
  const head = ["", ...summaries.map(({ set }) => set)];
  const counts = [
    "questions",
    ...summaries.map(({ questions, notInBase }) => `${questions}${notInBase > 0 ? ` (${notInBase} not in base)` : ""}`),
  ];
  const rows = FIGURES.map((figure) => [
    figure.name,
    ...summaries.map((one) => `${figure.show(one)}${change(figure, one, last.get(one.set))}`),
  ]);
  const all = [head, counts, ...rows];
  const widths = head.map((_, column) => Math.max(...all.map((row) => (row[column] ?? "").length)));
  return all
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}

function change(figure: Figure, now: Summary, before: Summary | undefined): string {
  const [a, b] = [before && figure.value(before), figure.value(now)];
  if (a === undefined || b === undefined || Math.abs(b - a) < 0.0005) return "";
  return ` [${b > a ? "+" : "−"}${Math.abs(b - a).toFixed(3)}]`;
}
