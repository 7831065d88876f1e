import { syllables } from "../../text/syllables.ts";

/** English words that are no Vietnamese syllables, marks or not. */
const ENGLISH = new Set(
  `is are how what where when which who why could would should need want your you please help with and for of this
  that have has get make apply certificate birth marriage license permit document documents office address from does
  did business company tax land house renew residence temporary permanent submit wife husband child married they hello there good morning today register registration about price cost money fee much many take time open
  close foreigner english speak procedure citizen government where's what's`.split(/\s+/),
);
/** How many English words, and which share of the text, make it English. */
const ENOUGH = 2;
const SHARE = 0.3;
const VIETNAMESE_MARK = /[ăâđêôơưĂÂĐÊÔƠƯ\u1EA0-\u1EF9]/u;

/** True when a text is in another language: other letters than Latin ones for the most part, or English words. */
export function isForeign(text: string): boolean {
  const letters = [...text.matchAll(/\p{L}/gu)].length;
  const latin = [...text.matchAll(/\p{Script=Latin}/gu)].length;
  if (letters > 0 && latin * 2 < letters) return true;
  if (VIETNAMESE_MARK.test(text)) return false;
  const words = syllables(text).map((one) => one.written);
  const english = words.filter((word) => ENGLISH.has(word)).length;
  return english >= ENOUGH && english >= words.length * SHARE;
}
