import type { Typed } from "../../core/guide.ts";
import { findDossierCodes } from "../../text/dossier-codes.ts";
import { askedFacets } from "../asked.ts";

/** Ten digits beginning with 0, or nine after 84: mobile and landline numbers (Thông tư 22/2014/TT-BTTTT). */
const PHONE = /^(?:0|\+?84)[2-9]\d{8,9}$/;
const DATE = /^(\d{1,2})[./\s-](\d{1,2})[./\s-](\d{4})$/;

/** Whether what was typed is what the step asks for. */
export function passes(check: Typed["check"], typed: string): boolean {
  const text = typed.trim();
  switch (check) {
    case "phone":
      return PHONE.test(text.replace(/[\s.()-]/g, ""));
    case "date":
      return isDate(text);
    case "dossier-code":
      return findDossierCodes(text).length > 0;
    case "number":
      return /^\d{1,3}(?:[.\s]?\d{3})*$|^\d+$/.test(text);
    case "text":
      return /[\p{L}\p{N}]/u.test(text);
  }
}

/** Whether what was typed seems meant for the step, right or not, rather than something else to talk about. */
export function seemsMeant(check: Typed["check"], typed: string): boolean {
  if (check === "text") return !typed.includes("?") && askedFacets(typed).length === 0;
  const digits = typed.replace(/\D/g, "").length;
  const letters = typed.replace(/\P{L}/gu, "").length;
  return digits >= 2 && letters <= digits;
}

/** A day of the calendar as people write it, day first: "5/8/1990". */
function isDate(text: string): boolean {
  const [, day, month, year] = (text.match(DATE) ?? []).map(Number);
  if (day === undefined || month === undefined || year === undefined || year < 1900) return false;
  const date = new Date(Date.UTC(year, month - 1, day));
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day;
}
