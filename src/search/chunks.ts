import { HEADINGS, type Procedure, type Section } from "../core/procedure.ts";

/** About how many UTF-16 units one embedded passage holds. */
const SIZE = 1_200;

/** A passage to embed. Every passage carries the procedure's name: without it passages of sister procedures look alike. */
export interface Chunk {
  readonly code: string;
  readonly text: string;
}

/** The passages of a procedure: how it is called, then its sections in pieces of whole lines. */
export function chunksOf(procedure: Procedure, phrases: readonly string[]): Chunk[] {
  const { code, name } = procedure;
  const chunks = [{ code, text: [name, ...procedure.aliases, ...phrases].join(". ") }];
  for (const [section, text] of Object.entries(procedure.sections) as [Section, string][]) {
    for (const piece of pieces(text)) chunks.push({ code, text: `${name} – ${HEADINGS[section]}: ${piece}` });
  }
  return chunks;
}

function pieces(text: string): string[] {
  const out: string[] = [];
  let piece = "";
  for (const line of text.split("\n")) {
    if (piece !== "" && piece.length + line.length > SIZE) {
      out.push(piece);
      piece = "";
    }
    piece += `${line}\n`;
  }
  return piece.trim() === "" ? out : [...out, piece.trim()];
}
