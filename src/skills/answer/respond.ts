import type { Button, Outcome, Reply, Turn } from "../../core/conversation.ts";
import type { Facet, Procedure } from "../../core/procedure.ts";
import type { Hit } from "../../core/search.ts";
import { guideFor } from "../guide/asked.ts";
import { startPayload } from "../guide/payload.ts";
import { checklistPayload, procedurePayload, QUOTE } from "../payload.ts";
import { button, MOST_BUTTONS, outcome, replyWith } from "../reply.ts";
import { fill, type Words } from "../words.ts";
import { type ComposeOptions, compose } from "./compose/compose.ts";
import type { Line } from "./compose/line.ts";
import { officesIn } from "./offices.ts";

/** What to tell of a procedure, and how it was found. */
export interface Telling {
  readonly procedure: Procedure;
  readonly facets: readonly Facet[];
  readonly notice?: readonly Line[];
  readonly before?: readonly Line[];
  readonly papers?: readonly Line[];
  /** Answers to all case questions, when `papers` is one person's. */
  readonly answers?: readonly number[];
  readonly from?: number;
  /** What search considered; the procedure alone when absent. */
  readonly hits?: readonly Hit[];
  /** The question in the citizen's words; kept from before when absent. */
  readonly asked?: string;
}

/** Answers from the fields of a procedure and remembers it. */
export function tell(turn: Turn, telling: Telling, words: Words["answer"]): Outcome {
  const { procedure, facets } = telling;
  const composed = compose(procedure, facets, optionsFor(turn, telling, words));
  const more = composed.next === undefined ? [] : [moreButton(telling, composed.next, words)];
  const reply = replyWith("answered", composed.text, {
    buttons: [
      ...more,
      ...checklistButton(telling, words),
      ...guideButton(turn, telling, words),
      ...furtherButtons(turn, telling, words),
    ]
      .slice(0, MOST_BUTTONS - 1)
      .concat(quoteButton(words)),
    sources: composed.sources,
    procedures: considered(telling),
    facets: facets.length > 0 ? facets : ["all"],
  });
  return remembering(turn, telling, reply);
}

/** The reply, and a session that goes on from it. */
export function remembering(turn: Turn, { procedure, facets, asked }: Telling, reply: Reply): Outcome {
  const { cases: _, ...before } = turn.session;
  return outcome({ ...turn, session: before }, reply, {
    procedure: procedure.code,
    facet: facets[0] ?? "all",
    sources: reply.sources,
    ...(asked !== undefined && { asked }),
  });
}

/** What a composer is given for this turn. */
export function optionsFor(turn: Turn, telling: Telling, words: Words["answer"]): ComposeOptions {
  const { notice, before, papers, from, procedure } = telling;
  return {
    today: turn.today,
    words,
    offices: officesIn(turn.text, procedure, turn.knowledge.offices),
    ...(notice && { notice }),
    ...(before && { before }),
    ...(papers && { papers }),
    ...(from !== undefined && { from }),
  };
}

/** The procedures of a reply: the one told first, then what search considered. */
export function considered({ procedure, hits = [] }: Pick<Telling, "procedure" | "hits">): Reply["procedures"] {
  const own = hits.find((hit) => hit.procedure.code === procedure.code);
  const others = hits.filter((hit) => hit.procedure.code !== procedure.code);
  return [{ code: procedure.code, name: procedure.name, score: own?.score ?? 1 }, ...others.map(short)];
}

export function short({ procedure, score }: Hit): Reply["procedures"][number] {
  return { code: procedure.code, name: procedure.name, score };
}

/** What people ask next, most often first. */
const NEXT: readonly Facet[] = ["papers", "fee", "time", "where", "steps", "online"];
const MOST_FACETS = 3;
/** Facets after which people want to know how it is done online. */
const LEADS_ONLINE: ReadonlySet<Facet> = new Set<Facet>(["all", "steps", "where", "online", "papers"]);

/** Buttons for the facets not told yet, and for the first look-alike. */
function furtherButtons({ knowledge }: Turn, { procedure, facets }: Telling, words: Words["answer"]): Button[] {
  const told: readonly Facet[] = facets.includes("all") ? ["where", "online"] : facets;
  const next = NEXT.filter((facet) => !told.includes(facet)).slice(0, MOST_FACETS);
  const related = procedure.related.find(({ code }) => code !== procedure.code && knowledge.procedures.has(code));
  const name = related && (related.choose ?? knowledge.procedures.get(related.code)?.name);
  return [
    ...next.map((facet) => button(words.facets[facet], procedurePayload(procedure.code, [facet]))),
    ...(related && name ? [button(fill(words.relatedButton, { name }), procedurePayload(related.code))] : []),
  ];
}

/** The guide through submitting online, where there is one and the question may lead there. */
function guideButton({ knowledge }: Turn, { procedure, facets }: Telling, words: Words["answer"]): Button[] {
  const guide = facets.some((facet) => LEADS_ONLINE.has(facet))
    ? guideFor(procedure.code, knowledge.guides)
    : undefined;
  return guide ? [button(words.guideButton, startPayload(guide.id))] : [];
}

/** The list to tick off, where papers are told. */
function checklistButton({ procedure, facets, answers }: Telling, words: Words["answer"]): Button[] {
  return facets.includes("papers") ? [button(words.checklist.button, checklistPayload(procedure.code, answers))] : [];
}

function moreButton({ procedure, facets }: Telling, next: number, words: Words["answer"]): Button {
  return button(words.moreButton, procedurePayload(procedure.code, facets, next));
}

function quoteButton(words: Words["answer"]): Button {
  return button(words.quoteButton, QUOTE);
}
