import type { Reply } from "../core/conversation.ts";

/** Control characters but the line break: on a terminal they could move the cursor or hide what was written. */
const CONTROLS = /(?!\n)[\p{Cc}\p{Cs}]/gu;

/** A reply as plain text: what it says, then its buttons with the numbers that press them. */
export function renderText({ text, buttons }: Pick<Reply, "text" | "buttons">): string {
  const choices = buttons.map(({ label }, index) => `  ${index + 1}. ${label}`);
  const whole = choices.length === 0 ? text : `${text}\n\n${choices.join("\n")}`;
  return whole.replace(CONTROLS, "");
}
