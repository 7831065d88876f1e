/** "oa", "oe", "uy" with the tone on the first vowel. */
const TONE_TOO_EARLY = /[òóỏõọ][ae]|[ùúủũụ]y/giu;

/**
 * One form for what can be written in two: NFC, and the tone of "oa", "oe", "uy" on the main vowel ("hòa" → "hoà",
 * "khỏe" → "khoẻ", "Thúy" → "Thuý"), as a closed syllable has it anyway ("toàn"). As long as its NFC form.
 */
export function normalise(text: string): string {
  return text.normalize("NFC").replace(TONE_TOO_EARLY, toneOnMainVowel);
}

function toneOnMainVowel(pair: string): string {
  const [first = "", tone = "", second = ""] = pair.normalize("NFD");
  return (first + second + tone).normalize("NFC");
}
