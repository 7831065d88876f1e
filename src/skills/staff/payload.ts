import type { Facet } from "../../core/procedure.ts";
import { procedurePayload, readPayload } from "../payload.ts";

/** Buttons only officers get. */
export type StaffPayload =
  | { readonly kind: "procedure"; readonly code: string; readonly facets: readonly Facet[] }
  | { readonly kind: "draft" };

/** Shows the draft alone, ready to be sent on as it is. */
export const DRAFT = "#s/draft";

/** Answers the last question about this procedure. */
export function staffPayload(code: string, facets: readonly Facet[] = []): string {
  return procedurePayload(code, facets).replace("#p/", "#s/");
}

/** Reads a payload; undefined when no button of this skill could have sent it. */
export function readStaffPayload(text: string): StaffPayload | undefined {
  if (text === DRAFT) return { kind: "draft" };
  const payload = text.startsWith("#s/") ? readPayload(text.replace("#s/", "#p/")) : undefined;
  return payload?.kind === "procedure" ? payload : undefined;
}
