import type { Reply } from "../core/conversation.ts";
import type { Limits, Part } from "../core/mail.ts";
import { renderText } from "./render.ts";
import { shortened, splitText } from "./split.ts";

/** Introduces the buttons that found no room below the answer. */
const MORE = "Anh/chị chọn thêm:";

/**
 * A reply as the messages that a channel can carry, in order. The buttons hang on the last part of the text; those that
 * one message cannot hold follow in messages of their own. Where there are no buttons they are numbered lines.
 */
export function toParts({ text, buttons }: Pick<Reply, "text" | "buttons">, limits: Limits): Part[] {
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
