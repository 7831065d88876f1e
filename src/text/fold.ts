/**
 * Folding: lower case, no diacritics, đ → d, "²" → 2. Two spellings that differ only in marks fold to the same string,
 * which is what lets a question typed without diacritics find its answer.
 */

/** Past the last precomposed Vietnamese letter (U+1EF9). */
const SIZE = 0x1f00;
const table = new Uint16Array(SIZE);
for (let code = 0; code < SIZE; code++) {
  const base = String.fromCharCode(code)
    .normalize("NFKD")
    .replace(/\p{M}+/gu, "")
    .toLowerCase();
  // Old fonts and foreign keyboards put the Icelandic ð in the place of đ.
  const plain = base === "đ" || base === "ð" ? "d" : base;
  table[code] = plain.length === 1 ? plain.charCodeAt(0) : code;
}

/** One folded UTF-16 unit; 0 for a combining mark, which folding drops. */
export function foldUnit(unit: number): number {
  if (unit >= 0x0300 && unit <= 0x036f) return 0;
  return unit < SIZE ? (table[unit] as number) : unit;
}

/** The folded form of a text, as long as the text but for dropped combining marks. */
export function fold(text: string): string {
  let out = "";
  for (let i = 0; i < text.length; i++) {
    const unit = foldUnit(text.charCodeAt(i));
    if (unit !== 0) out += String.fromCharCode(unit);
  }
  return out;
}
