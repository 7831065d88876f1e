import type { Logger } from "pino";
import type { Picture } from "../../core/guide.ts";
import type { Part, Sent } from "../../core/mail.ts";
import { createPace } from "../pace.ts";
import { type BotApi, BotApiError } from "./api.ts";
import { loggableCall, outcomeOf } from "./outcome.ts";

/** No pace is documented; a person reads no faster, and one bot is kept well below what any platform takes. */
const CHAT_PACE = { every: 1_000, burst: 3 };
const OVERALL_PACE = { every: 50, burst: 20 };
const EVERYBODY = "everybody";

export interface SenderOptions {
  readonly api: BotApi;
  /** The public address of a picture: Zalo fetches it from there. */
  readonly pictures: (picture: Picture) => string | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

/**
 * Sends one part as plain text: without `parse_mode` nothing of it is markup. Buttons do not exist here; choices stand in
 * the text. Never throws.
 */
export function createSender({
  api,
  pictures,
  log,
  now,
}: SenderOptions): (person: string, part: Part) => Promise<Sent> {
  const perChat = createPace({ ...CHAT_PACE, now });
  const overall = createPace({ ...OVERALL_PACE, now });

  async function post(chat_id: string, { text, picture }: Part): Promise<void> {
    const photo = picture && pictures(picture);
    if (photo === undefined || !(await postPicture({ chat_id, photo, caption: text }))) {
      await api.call("sendMessage", { chat_id, text });
    }
  }

  /** Whether the picture is taken; where it is refused, the words go without it. */
  async function postPicture(payload: Readonly<Record<string, string>>): Promise<boolean> {
    try {
      await api.call("sendPhoto", payload);
      return true;
    } catch (error) {
      if (!(error instanceof BotApiError) || outcomeOf(error).status !== "refused") throw error;
      log.warn(loggableCall(error), "Zalo did not take a picture; the words go without it");
      return false;
    }
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
      log.warn({ outcome: outcome.status, ...loggableCall(error) }, "Zalo did not take a message");
      return outcome;
    }
  };
}
