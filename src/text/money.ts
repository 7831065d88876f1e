import { fold } from "./fold.ts";

/** An amount found in a text: `[start, end)` of its folded form. */
export interface Money {
  /** Vietnamese đồng. */
  readonly amount: number;
  readonly start: number;
  readonly end: number;
}

const SCALES: Readonly<Record<string, number>> = {
  nghin: 1_000,
  ngan: 1_000,
  k: 1_000,
  trieu: 1_000_000,
  tr: 1_000_000,
  ty: 1_000_000_000,
  ti: 1_000_000_000,
};
const TENS: Readonly<Record<string, number>> = { chuc: 10, tram: 100 };

/** On folded text: number, "chục" or "trăm", scale, "rưỡi", currency. At least one of the words must stand there. */
const AMOUNT =
  /(?<![\p{L}\d.,/])(\d{1,3}(?:[., ]\d{3})+|\d+(?:[.,]\d+)?)(?: ?(chuc|tram))?(?: ?(nghin|ngan|k|trieu|tr|ty|ti))?(?: ?(ruoi))?(?: ?(dong|vnd|d))?(?![\p{L}\d])/gu;

/**
 * Amounts of money in words of every day, with marks or without: "8.000 đồng", "115 ngàn", "50k", "2 triệu rưỡi",
 * "1,5 tỷ". "5 chục" and "2 trăm" alone are thousands, as at a market. A number without any such word is no money.
 */
export function moneyIn(text: string): Money[] {
  const found: Money[] = [];
  for (const match of fold(text).matchAll(AMOUNT)) {
    const [whole, digits = "", tens, scale, half, currency] = match;
    if ((tens ?? scale ?? currency) === undefined) continue;
    const unit = tens !== undefined && scale === undefined ? 1_000 : (SCALES[scale ?? ""] ?? 1);
    const count = numberOf(digits) + (half === undefined ? 0 : 0.5);
    const amount = Math.round(count * (TENS[tens ?? ""] ?? 1) * unit);
    found.push({ amount, start: match.index, end: match.index + whole.length });
  }
  return found;
}

/** "8.000", "8,000" and "8 000" are grouped; "1.5" and "1,5" have a fraction. */
function numberOf(digits: string): number {
  const grouped = /^\d{1,3}(?:[., ]\d{3})+$/.test(digits);
  return Number(grouped ? digits.replace(/[., ]/g, "") : digits.replace(",", "."));
}
