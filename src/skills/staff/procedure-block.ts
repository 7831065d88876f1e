import type { Turn } from "../../core/conversation.ts";
import type { Facet, Procedure } from "../../core/procedure.ts";
import { vietnameseDay } from "../../text/numbers.ts";
import { FRONT, type Line, own, sourcesOf } from "../answer/compose/line.ts";
import { procedurePayload } from "../payload.ts";
import { button } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { alikeLine, alikesOf } from "./alike.ts";
import type { Block } from "./block.ts";
import { draftLines } from "./draft.ts";
import type { Found } from "./find.ts";
import { basis, doubts, hasMoreLaws } from "./laws.ts";
import { staffPayload } from "./payload.ts";
import { linesTold, type Told, tell } from "./tell.ts";

type About = Extract<Found, { kind: "procedure" }>;

/** How much one block may tell. */
export interface Extent {
  /** Characters of facts. */
  readonly room: number;
  /** Laws and look-alikes each. */
  readonly most: number;
}

/** What an officer is told about the questions that are about one procedure. */
export function procedureBlock(turn: Turn, founds: readonly About[], { room, most }: Extent, words: Words): Block {
  const [{ procedure, notice, reading }] = founds as [About];
  const told = together(
    founds.map(({ text, reading }) => tell(turn, { procedure, text, asked: reading.asked, room }, words.answer)),
  );
  const composing = { today: turn.today, words: words.answer, offices: [] };
  const lines = linesTold(told, words.answer.facets, words.staff.more);
  const alikes = alikesOf(procedure, turn.knowledge, reading.ranking.hits).slice(0, most);
  const doubtful = founds.some(({ trust }) => trust === "doubtful");
  const under = (label: string, rest: readonly Line[]) => (rest.length > 0 ? [own(label), ...rest] : []);
  const memo = [
    [nameLine(procedure, words), ...(doubtful ? [own(words.staff.doubtful)] : []), ...notice],
    [own(words.staff[told.kind]), ...lines, placeLine(procedure, lines, words)],
    under(words.staff.near, told.near),
    told.facets.includes("law")
      ? []
      : under(words.staff.basis, basis(procedure, lines, { ...composing, most }, words.staff.moreLaws)),
    under(words.staff.doubts, doubts(procedure, told, words.staff)),
    under(
      words.staff.alikes,
      alikes.map((alike) => alikeLine(alike, words.staff)),
    ),
  ];
  const unsaid = doubtful && told.kind !== "answer";
  const draft = unsaid ? [[own(words.staff.draftSilent)]] : draftLines(procedure, told, notice, words);
  return {
    memo,
    draft,
    buttons: [
      ...cutFacets(turn, procedure, told, most).map((facet) =>
        button(words.answer.facets[facet], procedurePayload(procedure.code, [facet])),
      ),
      ...alikes.map((alike) => alikeButton(alike.procedure, told.facets, words)),
    ],
    sources: sourcesOf(procedure, [...memo.flat(), ...draft.flat()]),
    facets: told.facets,
  };
}

/** What answers several questions about one procedure, nothing twice. A summary beside an answer is left out. */
function together(all: readonly Told[]): Told {
  const answers = all.filter(({ kind }) => kind === "answer");
  const [first, ...others] = (answers.length > 0 ? answers : all.slice(0, 1)) as [Told, ...Told[]];
  const seen = new Set(first.parts.flatMap(({ lines }) => lines.map(({ quote }) => quote)));
  const parts = others.flatMap((told) =>
    told.parts.flatMap((part) => {
      const lines = part.lines.filter(({ quote }) => quote !== "" && !seen.has(quote));
      for (const { quote } of lines) seen.add(quote);
      return lines.length > 0 ? [{ ...part, lines }] : [];
    }),
  );
  const facets = [...new Set([first, ...others].flatMap((told) => told.facets))];
  return { ...first, facets, parts: [...first.parts, ...parts] };
}

/** What did not fit, and is behind a button. */
function cutFacets({ today }: Turn, procedure: Procedure, { parts }: Told, most: number): Facet[] {
  const cut = parts.flatMap(({ facet, more }) => (facet !== undefined && more ? [facet] : []));
  return hasMoreLaws(procedure, today, most) && !cut.includes("law") ? [...cut, "law"] : cut;
}

function nameLine({ code, name }: Procedure, words: Words): Line {
  return { text: fill(words.staff.name, { name, code }), heading: FRONT.about, quote: `${name} · ${code}` };
}

/** Where the procedure's own words stand: file, headings, and the day they were checked. */
function placeLine({ file: place, verified }: Procedure, lines: readonly Line[], words: Words): Line {
  const headings = [
    ...new Set(lines.filter(({ quote, file }) => quote !== "" && file === undefined).map(({ heading }) => heading)),
  ];
  const day = vietnameseDay(verified);
  const text = fill(words.staff.place, { file: place, headings: headings.join(", "), day });
  return { text, heading: FRONT.about, quote: day };
}

function alikeButton({ code, name }: Procedure, facets: readonly Facet[], words: Words) {
  const wanted = facets.filter((facet) => facet !== "all");
  return button(fill(words.answer.relatedButton, { name }), staffPayload(code, wanted));
}
