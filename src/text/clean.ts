/** The longest text that is looked at, in UTF-16 units. A question is shorter; the rest is cut. */
export const LONGEST = 2_000;

/** Zero-width: joiners, direction marks, soft hyphens, fillers, variation selectors. They vanish; words stay whole. */
const ZERO_WIDTH = /[\p{Cf}\p{Default_Ignorable_Code_Point}]+/gu;

/** Control, private, unassigned and replacement characters, line breaks and tabs: each run becomes a blank. */
const BLANK = /[\p{Cc}\p{Co}\p{Cn}\p{Zl}\p{Zp}\s\uFFFD]+/gu;

/**
 * What arrives from a stranger, made safe to work with: well-formed (no lone surrogate), NFC, without invisible
 * characters, blanks folded, cut at `LONGEST`. Never throws; cleaning twice changes nothing.
 */
export function clean(text: string): string {
  const visible = text.toWellFormed().replace(ZERO_WIDTH, "").replace(BLANK, " ").normalize("NFC").trim();
  return visible.length > LONGEST ? withoutHalfPair(visible.slice(0, LONGEST)).trimEnd() : visible;
}

/** Without the first half of a surrogate pair at the end. */
function withoutHalfPair(text: string): string {
  return text.isWellFormed() ? text : text.slice(0, -1);
}
