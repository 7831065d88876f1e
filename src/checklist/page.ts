import { create } from "qrcode";
import type { Checklist, Item } from "./checklist.ts";
import type { ChecklistWords } from "./words.ts";

export interface PageLinks {
  /** Address of the style sheet. */
  readonly style: string;
  /** Address of the PDF. */
  readonly pdf: string;
  /** Addresses that open the chat, each shown as a QR code. */
  readonly chat: readonly string[];
}

/** The checklist as a page to print: no script, no style but the one sheet. */
export function checklistPage(
  { name, labels, parts, source }: Checklist,
  words: ChecklistWords,
  links: PageLinks,
): string {
  const codes = links.chat.map((link) => `<figure>${qrSvg(link)}<figcaption>${escaped(link)}</figcaption></figure>`);
  return `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escaped(`${words.title}: ${name}`)}</title><link rel="stylesheet" href="${escaped(links.style)}"></head>
<body><main><p class="kind">${escaped(words.title)}</p><h1>${escaped(name)}</h1>
${labels.length > 0 ? `<p>${escaped(words.yourCase)}: <strong>${escaped(labels.join("; "))}</strong></p>` : ""}
${parts.map(({ title, items }) => `<section><h2>${escaped(title)}</h2>${items.map(itemHtml).join("")}</section>`).join("\n")}
<p class="source">${escaped(source)}</p>
${codes.length > 0 ? `<section class="codes"><h2>${escaped(words.scan)}</h2>${codes.join("")}</section>` : ""}
<p class="screen"><a href="${escaped(links.pdf)}">${escaped(words.pdf)}</a></p></main></body></html>
`;
}

function itemHtml({ kind, text }: Item): string {
  if (kind === "text") return `<p>${escaped(text)}</p>`;
  return `<label><input type="checkbox"> <span>${escaped(text)}</span></label>`;
}

function qrSvg(text: string): string {
  const { size, data } = create(text, { errorCorrectionLevel: "M" }).modules;
  const dots = [...data].map((dark, at) => (dark ? `M${at % size} ${Math.floor(at / size)}h1v1h-1z` : "")).join("");
  return `<svg viewBox="-4 -4 ${size + 8} ${size + 8}" width="150" height="150" role="img" shape-rendering="crispEdges"><title>QR</title><path d="${dots}"/></svg>`;
}

const ENTITIES: Readonly<Record<string, string>> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;" };

function escaped(text: string): string {
  return text.replace(/[&<>"]/g, (sign) => ENTITIES[sign] ?? sign);
}
