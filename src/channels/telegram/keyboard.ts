import type { InlineKeyboardButton } from "grammy/types";
import type { Button } from "../../core/conversation.ts";

/** Most bytes of `callback_data` (core.telegram.org/bots/api#inlinekeyboardbutton). */
const PAYLOAD_BYTES = 64;

export interface Keyboard {
  /** One button a row. */
  readonly keyboard: InlineKeyboardButton[][];
  /** Payloads that Telegram would refuse, and the message with them. */
  readonly unfit: readonly string[];
}

/** Buttons as an inline keyboard, without those that Telegram would refuse. */
export function keyboardOf(buttons: readonly Button[]): Keyboard {
  const fits = ({ send }: Button) => send !== "" && Buffer.byteLength(send) <= PAYLOAD_BYTES;
  return {
    keyboard: buttons.filter(fits).map(({ label, send }) => [{ text: label, callback_data: send }]),
    unfit: buttons.filter((button) => !fits(button)).map(({ send }) => send),
  };
}
