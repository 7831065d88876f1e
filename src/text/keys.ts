/**
 * What Telex and VNI keyboards leave behind when the input method is off: "giaays" for "giấy", "d9ang6" for "đăng".
 * Decoding is to the folded form, which is all that search needs. A reading must have the shape of a syllable and more
 * than one letter: shorter ones are chance hits.
 */

/** A folded Vietnamese syllable: first consonants, vowels, last consonants. */
const SYLLABLE = /^(?:[bcdghklmnpqrstvx]|[cgknpt]h|gi|ngh?|qu|tr)?[aeiouy]{1,3}(?:[cmnpt]|ch|ng|nh)?$/;
const VNI = /^[a-z]+[0-9][a-z0-9]*$/;

/** Folded readings of a raw Telex syllable; empty when it does not look like one. Marks may stand anywhere behind their letter. */
export function telex(word: string): string[] {
  if (!/^[a-z]+$/.test(word)) return [];
  let reading = "";
  for (const key of word) {
    if (!isTelexMark(key, reading)) reading += key === "w" ? "u" : key;
  }
  return reading === word || !isSyllable(reading) ? [] : [reading];
}

/** True when Telex would change a letter typed `before` instead of writing `key`: aa ee oo dd, aw ow uw, tones s f r x j z. */
function isTelexMark(key: string, before: string): boolean {
  if (/[sfrxjz]/.test(key)) return /[aeiouy]/.test(before);
  if (key === "w") return /[aou]/.test(before);
  return /[aeod]/.test(key) && before.includes(key);
}

/** The folded reading of a raw VNI syllable ("giay61" → "giay"); undefined when it does not look like one. */
export function vni(word: string): string | undefined {
  if (!VNI.test(word)) return undefined;
  const plain = word.replace(/[0-9]/g, "");
  return isSyllable(plain) ? plain : undefined;
}

function isSyllable(folded: string): boolean {
  return folded.length > 1 && SYLLABLE.test(folded);
}

/** "điiiii", "khoongggg" → one of each run of three or more, and of any run at the end of the word. */
export function unrepeated(word: string): string {
  return word.replace(/([a-z])\1{2,}/g, "$1").replace(/([a-z])\1+$/, "$1");
}
