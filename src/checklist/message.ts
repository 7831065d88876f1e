import type { Checklist } from "./checklist.ts";
import { type ChecklistWords, filled } from "./words.ts";

/** The checklist as plain text; `page` is the address of the printable page, where there is one. */
export function checklistMessage(
  { name, labels, parts, source }: Checklist,
  words: ChecklistWords,
  page?: string,
): string {
  return [
    `${words.title}\n${name}`,
    ...(labels.length > 0 ? [`${words.yourCase}: ${labels.join("; ")}`] : []),
    ...parts.map(({ title, items }) =>
      [
        `${title}:`,
        ...items.map(({ kind, text }) => (kind === "tick" ? `☐ ${text}` : text.startsWith(" ") ? text : `• ${text}`)),
      ].join("\n"),
    ),
    ...(page === undefined ? [] : [filled(words.print, { url: page })]),
    source,
  ].join("\n\n");
}
