import type { TelegramStandIn } from "../telegram/server.ts";
import type { SentMessage } from "../telegram/state.ts";
import type { RawUpdate } from "../telegram/update-queue.ts";
import type { Handset, Repeat } from "./handset.ts";

/** A phone with Telegram. */
export function telegramHandset(standIn: TelegramStandIn, id: number, name: string): Handset {
  const phone = standIn.phone({ id, first_name: name, language_code: "vi" });
  const { state } = standIn;
  const sent =
    (update: RawUpdate): Repeat =>
    () =>
      standIn.repeat(update);

  return {
    name,
    id: String(id),
    get blocked() {
      return state.blockedBy.has(id);
    },
    begins: () => sent(phone.says("/start")),
    says: (text) => sent(phone.says(text)),
    presses(message, button) {
      const pressed = phone.received.find((one) => idOf(one) === message);
      const data = pressed?.buttons[button]?.callback_data;
      return data === undefined ? undefined : sent(phone.presses(data, pressed));
    },
    sendsPhoto: ({ bytes }) => sent(phone.sends("photo", bytes)),
    sharesPlace: ({ latitude, longitude }) => sent(phone.message({ location: { latitude, longitude } })),
    forwards: (text, sender_user_name) => sent(phone.forwards(text, { type: "hidden_user", sender_user_name })),
    blocks: () => sent(phone.blocks()),
    unblocks: () => sent(phone.unblocks()),
    received: () =>
      phone.received.map((message) => {
        const picture = state.files.get(String(message.payload.photo));
        const buttons = message.buttons.map(({ text }) => text);
        return { id: idOf(message), text: message.text, buttons, ...(picture && { picture }) };
      }),
  };
}

function idOf({ message_id }: SentMessage): string {
  return `bot-${message_id}`;
}
