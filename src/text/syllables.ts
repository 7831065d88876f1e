import { foldUnit } from "./fold.ts";
import { normalise } from "./normalise.ts";

/** A syllable (or number, or Latin word) of a text: as written in lower case, and folded. */
export interface Syllable {
  /** Normalised, so that "hòa" is "hoà"; the same as `folded` when typed without marks. */
  readonly written: string;
  readonly folded: string;
  /** Offset in the text, in UTF-16 units. */
  readonly at: number;
}

/** The text read last: in one turn every skill reads the same one. */
let last: { readonly text: string; readonly read: readonly Syllable[] } = { text: "", read: [] };

/** The syllables of a text in their order. Punctuation separates; "1.001193" is two: "1", "001193". */
export function syllables(text: string): readonly Syllable[] {
  if (last.text !== text) last = { text, read: readSyllables(text) };
  return last.read;
}

function readSyllables(text: string): Syllable[] {
  const out: Syllable[] = [];
  scan(text, (folded, at, end, ascii) => {
    out.push({ written: ascii ? folded : normalise(text.slice(at, end).toLowerCase()), folded, at });
  });
  return out;
}

/** The folded syllables of a text; the fast path for indexing. */
export function foldedSyllables(text: string): string[] {
  const out: string[] = [];
  scan(text, (folded) => out.push(folded));
  return out;
}

/** Calls `found` for each word: what lies between two units that are neither letter, digit nor mark. */
function scan(text: string, found: (folded: string, at: number, end: number, ascii: boolean) => void): void {
  let word = "";
  let at = 0;
  let bits = 0;
  for (let i = 0; i < text.length; i++) {
    const raw = text.charCodeAt(i);
    const unit = foldUnit(raw);
    if (unit === 0) {
      bits |= raw;
    } else if (isWordUnit(unit)) {
      if (word === "") {
        at = i;
        bits = 0;
      }
      word += String.fromCharCode(unit);
      bits |= raw;
    } else if (word !== "") {
      found(numeral(word), at, i, bits < 0x80);
      word = "";
    }
  }
  if (word !== "") found(numeral(word), at, text.length, bits < 0x80);
}

const ROMAN: ReadonlyMap<string, string> = new Map([
  ["i", "1"],
  ["ii", "2"],
  ["iii", "3"],
  ["iv", "4"],
]);

/** "02" and "2", "III" and "3" are the same to a reader. A single "v" stays a letter: people write it for "vậy". */
function numeral(word: string): string {
  if (word.length > 3) return word;
  return ROMAN.get(word) ?? (/^0\d$/.test(word) ? word.slice(1) : word);
}

/** Letters, digits and marks of any script up to U+FFFF; emoji and other surrogates separate. */
function isWordUnit(unit: number): boolean {
  if (unit < 0x80) return (unit >= 97 && unit <= 122) || (unit >= 48 && unit <= 57);
  return /[\p{L}\p{N}\p{M}]/u.test(String.fromCharCode(unit));
}
