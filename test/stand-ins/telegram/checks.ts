import { badRequest } from "./errors.ts";

/** Most UTF-16 units of a text; the strictest reading of "4096 characters after entities parsing". */
const TEXT = 4096;
const CAPTION = 1024;
const PAYLOAD_BYTES = 64;
const TAG = /<(\/?)([a-z]+)(?:\s[^<>]*)?>/g;

export interface SentButton {
  readonly text: string;
  readonly callback_data?: string;
  readonly url?: string;
}

/** @throws ApiFault 400 as the Bot API words it */
export function checkText(text: unknown, parseMode: unknown): string {
  if (typeof text !== "string" || text.trim() === "") throw badRequest("message text is empty");
  const shown = parseMode === "HTML" ? withoutTags(text) : text;
  if (shown.length > TEXT) throw badRequest("message is too long");
  return shown.trim();
}

export function checkCaption(caption: unknown): void {
  if (typeof caption === "string" && caption.length > CAPTION) throw badRequest("message caption is too long");
}

/** The buttons of an inline keyboard, row by row. */
export function checkKeyboard(markup: unknown): readonly SentButton[] {
  const rows = (markup as { inline_keyboard?: SentButton[][] } | undefined)?.inline_keyboard ?? [];
  for (const { text, callback_data, url } of rows.flat()) {
    if (typeof text !== "string" || text === "") throw badRequest("inline keyboard button text must be non-empty");
    if (callback_data === undefined && url === undefined) {
      throw badRequest("Text buttons are unallowed in the inline keyboard");
    }
    const bytes = Buffer.byteLength(callback_data ?? "x");
    if (bytes < 1 || bytes > PAYLOAD_BYTES) throw badRequest("BUTTON_DATA_INVALID");
  }
  return rows.flat();
}

/** The text of HTML whose tags are closed in the order they were opened. */
function withoutTags(html: string): string {
  const open: string[] = [];
  for (const [tag, closing, name = ""] of html.matchAll(TAG)) {
    if (closing === "") open.push(name);
    else if (open.pop() !== name) throw badRequest(`can't parse entities: unexpected end tag "${tag}"`);
  }
  if (open.length > 0)
    throw badRequest(`can't parse entities: can't find end tag corresponding to start tag "${open.at(-1)}"`);
  return html.replace(TAG, "").replaceAll("&lt;", "<").replaceAll("&gt;", ">").replaceAll("&amp;", "&");
}
