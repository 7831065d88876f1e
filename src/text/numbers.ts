/** Numbers, dates, law numbers and links in an answer: what must stand in its sources, word for word. */

import { fold } from "./fold.ts";
import { moneyIn } from "./money.ts";

/** On folded text: law numbers ("60/2014/qh13", "12/ct-ttg"); else digits with separators ("8.000", "15/8/2026", "07:30"). */
const NUMBER = /\d+(?:\/\d{4}\/[a-z][a-z\d]*(?:-[a-z\d]+)*|\/[a-z\d]+(?:-[a-z\d]+)+)|\d+(?:[.,/:]\d+)*/g;
const LINK = /https?:\/\/[^\s)>\]"'”’，。]+/giu;
/** A blank that does not break, between groups of thousands. */
const FIXED_BLANK = /(?<=\d)[\u00a0\u2009\u202f](?=\d{3}(?!\d))/g;

const ISO_DAY = /(?<!\d)(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/g;
const LONG_DAY = /(?<!\d)(\d{1,2})\s+thang\s+(\d{1,2})\s+nam\s+(\d{4})(?!\d)/g;
const OTHER_DAY = /(?<![\d.-])(\d{1,2})[-.](\d{1,2})[-.](\d{4})(?![\d-])/g;

/**
 * Every number-like token of a text, so that two ways to write one thing are the same: "8.000" and "8 nghìn" are "8000",
 * "2026-08-15" and "ngày 15 tháng 8 năm 2026" are "15/8/2026", "23/2015/NĐ-CP" is "23/2015/nd-cp". Links are left out.
 */
export function numbersIn(text: string): string[] {
  const folded = fold(text.replace(LINK, " ").replace(FIXED_BLANK, "."))
    .replace(ISO_DAY, "$3/$2/$1")
    .replace(LONG_DAY, "$1/$2/$3")
    .replace(OTHER_DAY, "$1/$2/$3");
  return [...withPlainMoney(folded).matchAll(NUMBER)].map(([token]) => plainNumber(token));
}

/** Links of a text, without trailing punctuation. */
export function linksIn(text: string): string[] {
  return [...text.matchAll(LINK)].map((match) => match[0].replace(/[.,;:!?]+$/u, ""));
}

/** "8.000" → "8000"; "60/2014/QH13" → "60/2014/qh13"; "05/08/2026" → "5/8/2026". Fractions ("1,05") stay. */
export function plainNumber(token: string): string {
  if (/^\d{1,3}(?:[.,]\d{3})+$/.test(token)) return token.replace(/[.,]/g, "");
  return fold(token).replace(/(?<![\d.,])0(?=\d(?!\d))/g, "");
}

/** 115000 → "115.000", the way money is written in Vietnam. */
export function groupThousands(amount: number): string {
  return String(amount).replace(/\B(?=(?:\d{3})+$)/g, ".");
}

/** "2026-08-15" → "15/8/2026". */
export function vietnameseDay(day: string): string {
  const [year, month, date] = day.split("-");
  return `${Number(date)}/${Number(month)}/${year}`;
}

function withPlainMoney(folded: string): string {
  let out = "";
  let at = 0;
  for (const { amount, start, end } of moneyIn(folded)) {
    out += `${folded.slice(at, start)}${amount} `;
    at = end;
  }
  return out + folded.slice(at);
}
