import type { Turn } from "../../core/conversation.ts";
import type { Ranking } from "../../core/search.ts";
import { foldedSyllables } from "../../text/syllables.ts";
import { type Asked, askedFacets } from "../asked.ts";
import { contentOf } from "./content.ts";

/** A question as the answer skill sees it. */
export interface Reading {
  readonly text: string;
  readonly asked: readonly Asked[];
  /** Whether the text names a need of its own; else it goes on with what is being talked about. */
  readonly topic: "own" | "same";
  readonly ranking: Ranking;
}

/** How many procedures a reply considers. */
const LIMIT = 10;

/**
 * Reads a question: as typed and, for abbreviations and spelling, as search understood it.
 * @param without a procedure that the citizen has just refused
 */
export async function read({ search, today }: Turn, text: string, without?: string): Promise<Reading> {
  const ranking = excluding(await search.find(text, { limit: LIMIT + 1, today }), without);
  // The first run of what was understood is the text itself, spelled out; the others are glossary words.
  const spelledOut = ranking.understood.split(" + ")[0] ?? "";
  const own = contentOf(text).length > 0 && contentOf(spelledOut).length > 0;
  return { text, asked: askedIn(text, spelledOut), topic: own ? "own" : "same", ranking };
}

/** The facets as typed; and, when spelling out changed words, those that only show then ("mấy ngày" and "onl"). */
function askedIn(text: string, spelledOut: string): readonly Asked[] {
  const typed = askedFacets(text);
  if (foldedSyllables(text).join(" ") === spelledOut) return typed;
  const known = new Set(typed.map(({ facet }) => facet));
  return [...typed, ...askedFacets(spelledOut).filter(({ facet }) => !known.has(facet))];
}

/** Without the refused procedure; when it was the first, nothing is sure any more. */
function excluding(ranking: Ranking, code: string | undefined): Ranking {
  const hits = ranking.hits.filter(({ procedure }) => procedure.code !== code).slice(0, LIMIT);
  const refused = code !== undefined && ranking.hits[0]?.procedure.code === code;
  const verdict = hits.length === 0 ? "none" : refused && ranking.verdict === "sure" ? "unsure" : ranking.verdict;
  return { ...ranking, hits, verdict };
}
