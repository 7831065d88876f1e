import type { Office } from "../../core/knowledge.ts";
import type { Procedure } from "../../core/procedure.ts";
import { foldedSyllables } from "../../text/syllables.ts";

/** How offices that serve the whole province are marked. */
const PROVINCE = "tỉnh";

/** The offices of the communes named in a text; for a procedure of the province, also those that serve all of it. */
export function officesIn(text: string, { level }: Pick<Procedure, "level">, offices: readonly Office[]): Office[] {
  const question = ` ${foldedSyllables(text).join(" ")} `;
  const named = ({ serves }: Office) =>
    serves.some((place) =>
      place === PROVINCE ? level.includes("tỉnh") : question.includes(` ${foldedSyllables(place).join(" ")} `),
    );
  return offices.filter(named);
}
