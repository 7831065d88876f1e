import type { PortalLaw } from "./record.ts";
import { oneLine } from "./text.ts";

const HEADER = "Tên văn bản pháp lýMã văn bản";
/** Who issues documents; needed because a number's end is glued to the next title ("85/2019/TT-BTCNghị định"). */
const ISSUERS =
  "BNNPTNT|BNNMT|BLĐTBXH|BVHTTDL|BGDĐT|BGDDT|BKHĐT|BKHCN|BTNMT|BGTVT|BTTTT|BDTTG|BTC|BTP|BCA|BXD|BYT|BNV|BCT|BQP|BNG|NHNN|VPCP|TTCP|TANDTC|VKSNDTC|KTNN|UBDT|HĐND|UBND|HĐTP|HĐTV|TTg|TLĐ|BHXH|CTN|QH\\d\\d|CP";
const KIND = "NĐ|NQ|TTLT|TT|QĐ|VBHN|CT|PL";
const ISSUER = `(?:(?:${ISSUERS})(?:[-–/](?:${ISSUERS}))*|[A-ZĐ]{2,8}(?!\\p{Ll}))`;
const NUMBER = new RegExp(
  `(\\d+(?:\\.\\d{1,2})?[a-z]?)/(?:(?:19|20)\\d\\d/)?(?:(?:UBTVQH|QH)(?:\\d\\d|\\d)|(?:${KIND})[-–_/] ?${ISSUER}|HĐ-CP)`,
  "gu",
);
/** A title that only names the kind of document. */
const KIND_WORD =
  "Bộ luật|Luật|Lu[aậ]t|Luất|Nghị định|NĐ|Nghị quyết|Thông tư liên tịch|Thông tư|TT|Quyết định|Pháp lệnh|Văn bản hợp nhất";
const ONLY_KIND = new RegExp(`^(?:${KIND_WORD})?(?:\\s+số)?[\\s:.]*$`, "iu");
const GLUED_KIND = new RegExp(`(?<=[\\p{Ll}\\d)\\].;])(?:${KIND_WORD})(?:\\s+số)?\\s*:?\\s*$`, "u");

/** Splits the glued table of legal bases into number and title; a last title without a number keeps "không ghi số hiệu". */
export function splitLaws(table: string): PortalLaw[] {
  const text = table.startsWith(HEADER) ? table.slice(HEADER.length) : table;
  const laws = new Map<string, string>();
  let start = 0;
  for (const match of text.matchAll(NUMBER)) {
    const at = match.index + gluedYear(match[1] ?? "");
    const end = match.index + match[0].length;
    if (!endsRow(text, start, at, end)) continue;
    add(laws, text.slice(at, end).replace(/[–_]\s?|- /g, "-"), text.slice(start, at));
    start = end;
  }
  const rest = oneLine(text.slice(start));
  if (/\p{L}{3}/u.test(rest)) laws.set("không ghi số hiệu", rest);
  return [...laws].map(([number, title]) => ({ number, title }));
}

/** Length of a year at the end of the title that is glued to the number ("Luật Khiếu nại năm 2011" + "02/2011/QH13"). */
function gluedYear(digits: string): number {
  return /^(?:19|20)\d\d\.?(?=\d)/.exec(digits)?.[0].length ?? 0;
}

/** A number ends its row when the next title is glued to it, or when itself is glued to its title. */
function endsRow(text: string, rowStart: number, start: number, end: number): boolean {
  const after = text.slice(end, end + 2);
  if (after === "" || /^[\p{L}\d“"]/u.test(after)) return true;
  return start > rowStart && /[\p{L}\d).]/u.test(text[start - 1] ?? "") && /^\s[\p{Lu}\d]/u.test(after);
}

function add(laws: Map<string, string>, number: string, shown: string): void {
  const whole = oneLine(shown)
    .replace(/\s+số\s*:?$/u, "")
    .replace(GLUED_KIND, "")
    .trim();
  const title = ONLY_KIND.test(whole) ? "" : whole.replace(/[.;,]$/, "");
  const known = laws.get(number) ?? "";
  laws.set(number, title.length > known.length ? title : known);
}
