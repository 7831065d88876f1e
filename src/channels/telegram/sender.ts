import type { Api } from "grammy";
import type { Logger } from "pino";
import type { Part, Pictures, Sent } from "../../core/mail.ts";
import { createPace } from "../pace.ts";
import { keyboardOf } from "./keyboard.ts";
import { loggableCall, outcomeOf } from "./outcome.ts";
import { createPhotos } from "./photo.ts";

/** About one message a second to one chat, short bursts pass (core.telegram.org/bots/faq, on broadcasting). */
const CHAT_PACE = { every: 1_000, burst: 3 };
const EVERYBODY = "everybody";

export interface SenderOptions {
  readonly api: Api;
  /** Messages a second to all people together. */
  readonly perSecond: number;
  readonly pictures?: Pictures | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Sends one part as plain text: nothing of it is markup, so nothing needs escaping. Answers `later` by itself where
 * Telegram would say 429. Never throws.
 */
export function createSender({
  api,
  perSecond,
  pictures,
  log,
  now,
}: SenderOptions): (person: string, part: Part) => Promise<Sent> {
  const perChat = createPace({ ...CHAT_PACE, now });
  const overall = createPace({ every: 1_000 / perSecond, burst: perSecond, now });

  const sendPhoto = createPhotos(api, pictures);

  async function post(person: string, { text, buttons, picture }: Part): Promise<void> {
    const { keyboard, unfit } = keyboardOf(buttons);
    if (unfit.length > 0)
      log.error({ buttons: unfit }, "buttons with a payload that Telegram would refuse are left out");
    const markup = keyboard.length > 0 && { reply_markup: { inline_keyboard: keyboard } };
    if (picture && (await sendPhoto(person, picture, { caption: text, ...markup })) === "sent") return;
    await api.sendMessage(person, text, { link_preview_options: { is_disabled: true }, ...markup });
  }

  return async (person, part) => {
    const after = Math.max(perChat.wait(person), overall.wait(EVERYBODY));
    if (after > 0) return { status: "later", after };
    perChat.count(person);
    overall.count(EVERYBODY);
    try {
      await post(person, part);
      return { status: "sent" };
    } catch (error) {
      const outcome = outcomeOf(error);
      log.warn({ outcome: outcome.status, ...loggableCall(error) }, "Telegram did not take a message");
      return outcome;
    }
  };
}
