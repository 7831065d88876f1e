import type { Button, Source } from "../../core/conversation.ts";
import type { Facet } from "../../core/procedure.ts";
import type { Line } from "../answer/compose/line.ts";

/** Lines that are read in one go, set apart by blank lines. */
export type Paragraph = readonly Line[];

/** What an officer is told about one question, and what they may send on. */
export interface Block {
  readonly memo: readonly Paragraph[];
  readonly draft: readonly Paragraph[];
  readonly buttons: readonly Button[];
  readonly sources: readonly Source[];
  readonly facets: readonly Facet[];
}

/** Paragraphs as text; empty ones are left out. */
export function textOf(paragraphs: readonly Paragraph[]): string {
  return paragraphs
    .filter((lines) => lines.length > 0)
    .map((lines) => lines.map(({ text }) => text).join("\n"))
    .join("\n\n");
}
