import type { Reply } from "../core/conversation.ts";
import type { Limits, Part } from "../core/mail.ts";
import { renderText } from "./render.ts";
import { shortened, splitText } from "./split.ts";

/** Introduces the buttons that found no room below the answer. */
const MORE = "Anh/chị chọn thêm:";

/**
 * A reply as the messages that a channel can carry, in order. The buttons hang on the last part of the text; those that
 * one message cannot hold follow in messages of their own. Where there are no buttons they are numbered lines. A picture
 * goes with the first part, or before it when the words do not fit beside it.
 */
export function toParts({ picture, ...reply }: Said, limits: Limits): Part[] {
  const parts = said(reply, limits);
  const [first] = parts;
  if (picture === undefined || first === undefined || limits.caption === undefined) return parts;
  if (first.text.length <= limits.caption) return [{ ...first, picture }, ...parts.slice(1)];
  return [{ text: shortened(picture.alt, limits.caption || limits.text), buttons: [], picture }, ...parts];
}

type Said = Pick<Reply, "text" | "buttons" | "picture">;

function said({ text, buttons }: Said, limits: Limits): Part[] {
  if (limits.buttons === 0) return texts(renderText({ text, buttons }), limits);
  const parts = texts(renderText({ text, buttons: [] }), limits);
  const labelled = buttons.map(({ label, send }) => ({ label: shortened(label, limits.label), send }));
  for (let from = 0; from < labelled.length; from += limits.buttons) {
    const bare = from === 0 ? parts.pop() : undefined;
    parts.push({ text: bare?.text ?? MORE, buttons: labelled.slice(from, from + limits.buttons) });
  }
  return parts;
}

function texts(text: string, limits: Limits): Part[] {
  return splitText(text, limits.text).map((part) => ({ text: part, buttons: [] }));
}
