import type { Office } from "../../../core/knowledge.ts";
import type { Procedure } from "../../../core/procedure.ts";
import { fold } from "../../../text/fold.ts";
import type { FacetComposer } from "./context.ts";
import { FRONT, type Line, own, sectionLines } from "./line.ts";

/** The knowledge file that holds the offices. */
export const OFFICES_FILE = "offices.yaml";

/** Where to hand in: the section, then the offices of the place that the citizen named. */
export const whereLines: FacetComposer = (procedure, { offices }) => {
  const section = sectionLines(procedure, "where");
  const lines = section.length > 0 ? section : [agencyLine(procedure)];
  return [...lines, ...offices.map(officeLine)];
};

/** One office: name, address, hours and telephone, as the office file tells them. */
export function officeLine({ name, address, hours, phone }: Office): Line {
  const facts = [name, address, hours, phone].filter((fact) => fact !== undefined);
  return { text: `• ${facts.join(" · ")}`, heading: name, quote: facts.join(" · "), file: OFFICES_FILE };
}

export function agencyLine({ agency }: Procedure): Line {
  return { text: agency, heading: FRONT.agency, quote: agency };
}

const BY_NET_OR_POST = /tren mang|truc tuyen|vneid|cong dich vu cong|buu dien|buu chinh/;

/** Whether it can be done from home: the field, the portal's page, and what the section on places says about it. */
export const onlineLines: FacetComposer = (procedure, composing) => [
  ...onlineSummary(procedure, composing),
  ...sectionLines(procedure, "where").filter(({ quote }) => BY_NET_OR_POST.test(fold(quote))),
];

/** The field `online` in words, and the portal's page when there is one. */
export const onlineSummary: FacetComposer = ({ online, portalUrl }, { words }) => {
  const lines: Line[] = [{ text: words.onlineKinds[online], heading: FRONT.online, quote: `online: ${online}` }];
  if (portalUrl !== undefined && online !== "none")
    lines.push({ text: `${words.portal}: ${portalUrl}`, heading: FRONT.online, quote: portalUrl });
  return online === "unknown" && portalUrl === undefined ? [own(words.onlineKinds.unknown)] : lines;
};
