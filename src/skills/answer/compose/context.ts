import type { Office } from "../../../core/knowledge.ts";
import type { Day, Facet, Procedure } from "../../../core/procedure.ts";
import type { Words } from "../../words.ts";
import type { Line } from "./line.ts";

/** What a composer needs besides the procedure. */
export interface Composing {
  /** Only rules in force on this day are told. */
  readonly today: Day;
  readonly words: Words["answer"];
  /** Offices that serve the place the citizen named; none when no place is known. */
  readonly offices: readonly Office[];
}

/** Writes one facet of a procedure from its fields alone. */
export type FacetComposer = (procedure: Procedure, composing: Composing) => Line[];

/** Facets that a composer stands for by itself; `all` is put together from these. */
export type PlainFacet = Exclude<Facet, "all">;
