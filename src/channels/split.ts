/** A blank that may be cut at or dropped: not one that is kept together (U+00A0 …), nor one that carries a combining mark. */
const BLANK = String.raw`[^\S\u00a0\u2007\u202f\ufeff](?![\p{M}\u200d])`;
const PARAGRAPH = new RegExp(`(?:${BLANK})*\\n(?:${BLANK})*\\n`, "gu");
const LINE = new RegExp(String.raw`(?:${BLANK})*\n(?![\p{M}\u200d])`, "gu");
const SENTENCE = new RegExp(`(?<=[.!?…][”"’»)\\]]*)${BLANK}`, "gu");
const WORD = new RegExp(BLANK, "gu");
const LEADING = new RegExp(`^(?:${BLANK})+`, "u");
const TRAILING = new RegExp(`(?:${BLANK})+$`, "u");

/** What a pattern may look at behind the limit: one blank and the whole character after it. */
const AHEAD = 3;

const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/**
 * Cuts a text into parts of at most `limit` UTF-16 units, none empty, that read on from each other. It cuts between
 * paragraphs if the part is at least half full there, else between lines, sentences, and at last words (so never in a link).
 * A word longer than `limit` is cut between characters as people see them, never in a surrogate pair. Only blanks at the
 * cuts and at the ends are left out; half surrogate pairs become U+FFFD.
 * @param limit at least 2
 */
export function splitText(text: string, limit: number): string[] {
  const parts: string[] = [];
  let rest = trimmed(text.toWellFormed());
  while (rest.length > limit) {
    const at = cutAt(rest, limit);
    parts.push(trimmed(rest.slice(0, at)));
    rest = trimmed(rest.slice(at));
  }
  if (rest !== "") parts.push(rest);
  return parts;
}

/** The text in at most `limit` UTF-16 units, its end replaced by "…" where it is too long. */
export function shortened(text: string, limit: number): string {
  const whole = text.toWellFormed();
  return whole.length <= limit ? whole : `${trimmed(whole.slice(0, betweenCharacters(whole, limit - 1)))}…`;
}

/** Where to cut a text longer than `limit`: 1 to `limit`. */
function cutAt(text: string, limit: number): number {
  const window = text.slice(0, limit + AHEAD);
  for (const pattern of [PARAGRAPH, LINE, SENTENCE]) {
    const at = lastStart(window, pattern, limit);
    if (at >= limit / 2) return at;
  }
  return lastStart(window, WORD, limit) || betweenCharacters(text, limit);
}

/** Where the last match that starts at `limit` or before does so; 0 when there is none. */
function lastStart(text: string, pattern: RegExp, limit: number): number {
  let last = 0;
  for (const { index } of text.matchAll(pattern)) if (index <= limit) last = index;
  return last;
}

/** The last place up to `limit` between two characters as people see them; within one only if it alone is too long. */
function betweenCharacters(text: string, limit: number): number {
  const start = graphemes.segment(text).containing(limit)?.index ?? 0;
  if (start > 0) return start;
  return isLowSurrogate(text.charCodeAt(limit)) ? limit - 1 : limit;
}

function isLowSurrogate(unit: number): boolean {
  return unit >= 0xdc00 && unit <= 0xdfff;
}

function trimmed(text: string): string {
  return text.replace(LEADING, "").replace(TRAILING, "");
}
