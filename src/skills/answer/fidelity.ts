import type { Reply } from "../../core/conversation.ts";
import { linksIn, numbersIn, vietnameseDay } from "../../text/numbers.ts";

/** The number that counts a list's lines ("1. "): it tells the order, not a fact. */
const LIST_NUMBER = /^[ \t]*\d{1,2}[.)] /gm;
/** How far one is in a guide ("Đăng nhập · Bước 3/8"): counted, not a fact either. */
const PROGRESS = /(?<= · )Bước \d[^\n]*$/gm;
const ISO_DAY = /\b\d{4}-\d{2}-\d{2}\b/g;

/**
 * The numbers of a reply that stand in none of its quotes; empty when it is faithful. Days are compared as days, amounts
 * without their dots; the numbers that count lines are left out.
 */
export function numbersUnsupported({ text, sources }: Pick<Reply, "text" | "sources">): string[] {
  const quoted = new Set(sources.flatMap(({ file, quote }) => numbersIn(comparable(`${file}\n${quote}`))));
  return numbersIn(comparable(text)).filter((number) => !quoted.has(number));
}

/** The links of a reply that stand in none of its quotes. */
export function linksUnsupported({ text, sources }: Pick<Reply, "text" | "sources">): string[] {
  const quoted = new Set(sources.flatMap(({ quote }) => linksIn(quote)));
  return linksIn(text).filter((link) => !quoted.has(link));
}

function comparable(text: string): string {
  return text.replace(ISO_DAY, vietnameseDay).replace(LIST_NUMBER, "").replace(PROGRESS, "");
}
