/**
 * Codes of dossiers, in any way people write them. Seen on receipts and in public code: `000.00.01.H12-260105-0001` (the
 * form of Thông tư 01/2018/TT-VPCP), `H57.132-260804-0583` (of Thông tư 04/2025/TT-VPCP), `G22.99-251225-020175`,
 * `G09.20-20260609-0092637`. The middle is the day of submission, yyMMdd or yyyyMMdd.
 */

/** Whose a code is. H12 is Cà Mau and H04 was Bạc Liêu (Quyết định 20/2020/QĐ-TTg); G.. are ministries. */
export type CodeOwner = "ours" | "ministry" | "province";

/** Digits, also where the letter O was typed for a nought. */
const D = "[\\dO]";
const DOT = "\\s?\\.\\s?";
const DASH = "\\s?-\\s?";
/** What people put where dots and dashes belong. */
const ANY = "[ ._/-]{1,3}";
/** No part of something longer: a procedure's code, an address, a payment reference. */
const BEFORE = "(?<![A-Z\\d_.])";
const AFTER = "(?![A-Z\\d_]|[.-]\\d)";

const PROPER = codePattern(`${D}{3}`, DOT, DASH);
/** Without dots and dashes the day must be one, so that numbers that only look alike stay out. */
const LOOSE = codePattern("[0O]{3}", ANY, ANY);

/**
 * The dossier codes in a text, each once and in the form of the receipts: upper case, dots, dashes, no blanks.
 * "h12.01.02 – 260101 – 0001" and "H12 01 02 260101 0001" are `H12.01.02-260101-0001`.
 */
export function findDossierCodes(text: string): string[] {
  const plain = plainForm(text);
  const loose = [...plain.matchAll(LOOSE)].filter(({ groups }) => isDay(groups?.day ?? ""));
  const taken = loose.map((match) => [match.index, match.index + match[0].length] as const);
  const proper = [...plain.matchAll(PROPER)].filter(
    ({ index }) => !taken.some(([from, to]) => index >= from && index < to),
  );
  const inOrder = [...loose, ...proper].sort((one, other) => one.index - other.index);
  return [...new Set(inOrder.map(readCode))];
}

/** Whose system a code, as `findDossierCodes` gives it, belongs to. */
export function ownerOfCode(code: string): CodeOwner {
  const [, unit = ""] = code.match(/([GH]\d\d)[.-]/) ?? [];
  if (unit === "H12" || unit === "H04") return "ours";
  return unit.startsWith("G") ? "ministry" : "province";
}

function codePattern(first: string, dot: string, dash: string): RegExp {
  const zeros = `(?:(?<zeros>${first}${dot}${D}{2}${dot}${D}{2,3})${dot})?`;
  const unit = `(?<unit>[GH]${D}{2}(?:${dot}${D}{1,4}){0,3})`;
  return new RegExp(`${BEFORE}${zeros}${unit}${dash}(?<day>${D}{8}|${D}{6})${dash}(?<number>${D}{3,7})${AFTER}`, "g");
}

/** Upper case, plain width, one kind of dash, blanks folded. */
function plainForm(text: string): string {
  return text
    .normalize("NFKC")
    .replace(/[\u2010-\u2015\u2212\u2043\u02D7]/g, "-")
    .replace(/\p{Cf}+/gu, "")
    .replace(/\s+/g, " ")
    .toUpperCase();
}

function readCode({ groups = {} }: RegExpExecArray): string {
  const { zeros, unit = "", day = "", number = "" } = groups;
  const place = [zeros, unit].filter((part) => part !== undefined).map(withDots);
  return [place.join("."), noughts(day), noughts(number)].join("-");
}

function withDots(part: string): string {
  return noughts(part).replace(/[ ._/-]+/g, ".");
}

function noughts(part: string): string {
  return part.replaceAll("O", "0");
}

/** A day on which a dossier can have been handed in: from 2015, when there were such codes, to 2039. */
function isDay(typed: string): boolean {
  const digits = noughts(typed);
  const [, year, month, day] = digits.match(/^(?:20)?(\d\d)(\d\d)(\d\d)$/) ?? [];
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  return y >= 15 && y <= 39 && m >= 1 && m <= 12 && d >= 1 && d <= 31;
}
