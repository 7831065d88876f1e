import type { Outcome } from "./run.ts";
import type { Summary } from "./summary.ts";
import { FIGURES } from "./table.ts";

/** Figures that are shares and so can be drawn as bars. */
const DRAWN = FIGURES.filter(({ name }) => !name.endsWith("ms"));

/** The report as one page without scripts: a table, a bar chart a figure, and every question that went wrong. */
export function page(summaries: readonly Summary[], outcomes: readonly Outcome[], when: Date): string {
  return `<!doctype html>
<html lang="en"><meta charset="utf-8"><title>Evaluation ${when.toISOString().slice(0, 16)}</title>
<style>body{font:15px/1.5 system-ui;margin:2rem;max-width:75rem}table{border-collapse:collapse}td,th{border:1px solid #bbb;padding:.25rem .6rem;text-align:left}
svg{display:block;margin:.3rem 0 1.2rem}svg text{font:12px system-ui}h2{margin-top:2rem}</style>
<h1>Evaluation, ${asText(when.toISOString())}</h1>
<table><tr><th></th>${summaries.map(({ set, questions }) => `<th>${asText(set)} (${questions})</th>`).join("")}</tr>
${FIGURES.map((figure) => `<tr><th>${figure.name}</th>${summaries.map((one) => `<td>${figure.show(one)}</td>`).join("")}</tr>`).join("\n")}
</table>
<h2>Plots</h2>
${DRAWN.map(({ name, value }) =>
  chart(
    name,
    summaries.map((one) => [one.set, value(one)]),
  ),
).join("\n")}
<h2>Not first</h2>
<table><tr><th>set</th><th>question</th><th>rank</th><th>reply</th><th>first</th></tr>
${outcomes
  .filter(({ asked, rank }) => asked.expect === "answer" && rank !== 0)
  .map(missed)
  .join("\n")}
</table></html>
`;
}

function chart(name: string, bars: readonly (readonly [string, number | undefined])[]): string {
  const drawn = bars.filter((bar): bar is readonly [string, number] => bar[1] !== undefined);
  if (drawn.length === 0) return "";
  const rows = drawn.map(([set, value], i) => {
    const y = i * 22;
    return `<rect x="230" y="${y}" width="${(400 * value).toFixed(1)}" height="16" fill="#2a6f97"/><text x="222" y="${y + 13}" text-anchor="end">${asText(set)}</text><text x="${236 + 400 * value}" y="${y + 13}">${value.toFixed(3)}</text>`;
  });
  return `<h3>${name}</h3><svg width="720" height="${drawn.length * 22}" role="img" aria-label="${asText(name)}">${rows.join("")}</svg>`;
}

function missed({ asked, rank, reply }: Outcome): string {
  const first = reply.procedures[0];
  const cells = [
    asked.set,
    asked.text,
    rank < 0 ? "–" : String(rank + 1),
    reply.status,
    first ? `${first.code} ${first.name}` : "–",
  ];
  return `<tr>${cells.map((cell) => `<td>${asText(cell)}</td>`).join("")}</tr>`;
}

function asText(text: string): string {
  return text.replace(/[&<>"]/g, (char) => `&#${char.charCodeAt(0)};`);
}
