import type { Faq, Snapshot } from "../core/knowledge.ts";
import type { Procedure } from "../core/procedure.ts";

/** Codes of general questions among those of procedures. */
const GENERAL = "faq/";

/** Everything that is searched: the procedures, then the general questions in the same shape. */
export function entriesOf(snapshot: Snapshot): Procedure[] {
  return [...snapshot.procedures.values(), ...snapshot.faq.map(asEntry)];
}

/** The id of the general question that an entry stands for; undefined for a procedure. */
export function generalId({ code }: Pick<Procedure, "code">): string | undefined {
  return code.startsWith(GENERAL) ? code.slice(GENERAL.length) : undefined;
}

function asEntry({ id, ask, aliases, answer, file, verified }: Faq): Procedure {
  return {
    code: `${GENERAL}${id}`,
    name: ask,
    aliases,
    domain: "",
    level: [],
    agency: "",
    who: "",
    online: "unknown",
    time: [],
    fees: [],
    result: "",
    legalBasis: [],
    effective: {},
    verified,
    confidence: "high",
    origin: "imported",
    sources: [],
    replaces: [],
    related: [],
    cases: [],
    uncertain: [],
    sections: { notes: answer },
    questions: [],
    file,
  };
}
