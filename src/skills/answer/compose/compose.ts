import type { Source } from "../../../core/conversation.ts";
import type { Facet, Procedure } from "../../../core/procedure.ts";
import { caveats } from "./caveats.ts";
import type { Composing } from "./context.ts";
import { COMPOSERS } from "./facets.ts";
import { type Line, own, sourcesOf } from "./line.ts";
import { overview } from "./overview.ts";
import { sourceLine } from "./source-line.ts";

/** An answer made of a procedure's fields: every number in the text stands in one of the quotes. */
export interface Composed {
  readonly text: string;
  readonly sources: readonly Source[];
  /** The line at which to go on when the facet was too long for one message. */
  readonly next?: number;
}

export interface ComposeOptions extends Composing {
  /** Lines that come before the name: that this procedure took over another's code. */
  readonly notice?: readonly Line[];
  /** Lines that come before the facets: an answer to the very question. */
  readonly before?: readonly Line[];
  /** Lines that come after the facets: a question back. */
  readonly after?: readonly Line[];
  /** Takes the place of the papers of all cases: one person's. */
  readonly papers?: readonly Line[];
  /** The line of a long facet at which to begin. */
  readonly from?: number;
}

/** Characters of one facet in one message: Zalo's limit is 2,000, and the doubts and the source line need room. */
const ROOM = 1_500;

/** Tells the facets of a procedure. No facets: only `before`, with the doubts and the source. */
export function compose(procedure: Procedure, facets: readonly Facet[], options: ComposeOptions): Composed {
  const { today, words, notice = [], before = [], after = [], from = 0 } = options;
  const parts = facets.map((facet) => ({ facet, lines: linesOf(procedure, facet, options) }));
  const pages = parts.map(({ facet, lines }) => ({ facet, ...page(lines, facets.length === 1 ? from : 0) }));
  const told = pages.flatMap(({ facet, lines }) =>
    facet === "all" ? lines : [own(`${words.facets[facet]}:`), ...lines],
  );
  const next = facets.length === 1 ? pages[0]?.next : undefined;
  const cut = facets.length > 1 && pages.some((one) => one.next !== undefined) ? [own(words.cut)] : [];
  const doubts = caveats(procedure, facets, options);
  const lines = [...notice, ...before, ...told, ...cut, ...after, ...doubts];
  const end = sourceLine(procedure, lines, today, words);
  const blocks = [notice, [own(procedure.name)], before, [...told, ...cut], after, doubts, [end]];
  return {
    text: blocks
      .filter((block) => block.length > 0)
      .map((block) => block.map(({ text }) => text).join("\n"))
      .join("\n\n"),
    sources: sourcesOf(procedure, [...lines, end]),
    ...(next !== undefined && { next }),
  };
}

function linesOf(procedure: Procedure, facet: Facet, options: ComposeOptions): readonly Line[] {
  if (facet === "all") return overview(procedure, options);
  if (facet === "papers" && options.papers !== undefined) return options.papers;
  return COMPOSERS[facet](procedure, options);
}

/** As many lines from `from` on as fit, at least one. */
function page(lines: readonly Line[], from: number): { lines: readonly Line[]; next?: number } {
  let room = ROOM;
  let end = Math.min(from, lines.length);
  for (; end < lines.length; end++) {
    room -= (lines[end] as Line).text.length + 1;
    if (room < 0 && end > from) break;
  }
  return end < lines.length ? { lines: lines.slice(from, end), next: end } : { lines: lines.slice(from, end) };
}
