/** The portal's words for "nothing here". */
const NOTHING = /^(không có thông tin|không có|không|--+)?[.:]?$/i;

/** A field's text on one line, or "" when the portal has nothing there. */
export function oneLine(text: string): string {
  const line = clean(text).replace(/\s+/g, " ").trim();
  return NOTHING.test(line) ? "" : line;
}

/** A field's text with its lines, mended where a copied PDF broke a sentence; "" when the portal has nothing there. */
export function paragraphs(text: string): string {
  if (oneLine(text) === "") return "";
  const lines = clean(text)
    .split("\n")
    .map((line) =>
      line
        .replace(/[ \t]+/g, " ")
        .trim()
        .replace(/^(?:#+\s*)+/, ""),
    )
    .filter((line) => line !== "");
  return lines.reduce((whole, line) => {
    const broken = /[\p{L},]$/u.test(whole) && /^\p{Ll}{2}/u.test(line);
    return whole === "" ? line : `${whole}${broken ? " " : "\n"}${line}`;
  }, "");
}

/** First letter upper case. */
export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** NFC, without control characters, hard spaces and byte-order marks. */
function clean(text: string): string {
  return text
    .normalize("NFC")
    .replace(/[\u00a0\u2000-\u200b\ufeff]/g, " ")
    .replace(/\r\n?/g, "\n")
    .replace(/[^\P{Cc}\n\t]/gu, "");
}
