import { FACETS, type Facet } from "../core/procedure.ts";

/** What a button says when it is pressed. It comes back from outside: anybody can write anything. */
export type Payload =
  | { readonly kind: "procedure"; readonly code: string; readonly facets: readonly Facet[]; readonly from: number }
  | { readonly kind: "case"; readonly code: string; readonly answers: readonly number[] | "all" }
  | { readonly kind: "checklist"; readonly code: string; readonly answers: readonly number[] }
  | { readonly kind: "quote" }
  | { readonly kind: "person" }
  | { readonly kind: "menu" };

/** How many facets fit beside a code into the 64 bytes of a payload. */
const MOST_FACETS = 4;
const CODE = String.raw`(?:\d{1,2}\.\d{3,9}|[a-z][a-z0-9-]{2,30})`;
const PROCEDURE = new RegExp(`^#p/(${CODE})(?:/([a-z+]{1,40})(?:/(\\d{1,4}))?)?$`);
const CASE = new RegExp(`^#c/(${CODE})/(all|\\d{1,2}(?:-\\d{1,2}){0,3})$`);

const CHECKLIST = new RegExp(`^#k/(${CODE})(?:/(\\d{1,2}(?:-\\d{1,2}){0,3}))?$`);

/** The list of papers of one person, who answered the procedure's case questions so. */
export function checklistPayload(code: string, answers: readonly number[] = []): string {
  return answers.length === 0 ? `#k/${code}` : `#k/${code}/${answers.join("-")}`;
}

/** Shows the procedure; `from` is the line of a long answer at which to go on. */
export function procedurePayload(code: string, facets: readonly Facet[] = [], from = 0): string {
  const wanted = facets.slice(0, MOST_FACETS).join("+");
  if (wanted === "") return `#p/${code}`;
  return from === 0 ? `#p/${code}/${wanted}` : `#p/${code}/${wanted}/${from}`;
}

/** Gives the answers so far to the procedure's case questions, or asks for the papers of all cases. */
export function casePayload(code: string, answers: readonly number[] | "all"): string {
  return `#c/${code}/${answers === "all" ? answers : answers.join("-")}`;
}

export const QUOTE = "#q";
export const PERSON = "#n";
export const MENU = "#h";
/** The menu with a greeting before it. */
export const START = "#h/start";
export const ERASE = "#x";
export const ERASE_YES = "#x/yes";
export const ERASE_NO = "#x/no";
/** A walk through something; `#g/<id>` is one of them. */
export const GUIDES = "#g";
/** Where a dossier is; `#d/<code>` is one of them. */
export const DOSSIER = "#d";

/** Reads a payload. Undefined when the text is not one that a button of ours could have sent. */
export function readPayload(text: string): Payload | undefined {
  if (text === QUOTE) return { kind: "quote" };
  if (text === PERSON) return { kind: "person" };
  if (text === MENU) return { kind: "menu" };
  const [, code, wanted, from] = text.match(PROCEDURE) ?? [];
  if (code !== undefined) {
    const facets = wanted?.split("+") ?? [];
    return facets.every(isFacet) ? { kind: "procedure", code, facets, from: Number(from ?? 0) } : undefined;
  }
  const [, listed, chosen] = text.match(CHECKLIST) ?? [];
  if (listed !== undefined) return { kind: "checklist", code: listed, answers: chosen?.split("-").map(Number) ?? [] };
  const [, ofCase, answers] = text.match(CASE) ?? [];
  if (ofCase === undefined || answers === undefined) return undefined;
  return { kind: "case", code: ofCase, answers: answers === "all" ? answers : answers.split("-").map(Number) };
}

function isFacet(text: string): text is Facet {
  return (FACETS as readonly string[]).includes(text);
}
