/** A Markdown file cut into its YAML front matter and its body; lines count from 1. */
export interface FrontMatter {
  readonly yaml: string;
  readonly yamlLine: number;
  readonly body: string;
  readonly bodyLine: number;
}

const START = /^---[ \t]*\n/;
const END = /^---[ \t]*(?:\n|$)/m;

/**
 * Cuts a file at the two `---` lines.
 * @returns `no-start` when the first line is not `---`, `no-end` when the closing line is missing
 */
export function splitFrontMatter(text: string): FrontMatter | "no-start" | "no-end" {
  const start = START.exec(text)?.[0].length;
  if (start === undefined) return "no-start";
  const rest = text.slice(start);
  const end = END.exec(rest);
  if (!end) return "no-end";
  const yaml = rest.slice(0, end.index);
  return { yaml, yamlLine: 2, body: rest.slice(end.index + end[0].length), bodyLine: 2 + count(yaml, "\n") + 1 };
}

function count(text: string, char: string): number {
  let found = 0;
  for (let at = text.indexOf(char); at >= 0; at = text.indexOf(char, at + 1)) found++;
  return found;
}
