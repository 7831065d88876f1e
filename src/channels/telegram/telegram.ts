import type { RunnerHandle } from "@grammyjs/runner";
import { Api } from "grammy";
import type { Logger } from "pino";
import type { Channel, Limits, Pictures } from "../../core/mail.ts";
import { createPace } from "../pace.ts";
import { createUnderWay } from "../under-way.ts";
import { COMMANDS } from "./commands.ts";
import { download } from "./download.ts";
import { NAME } from "./inbound.ts";
import { createIntake, type Intake } from "./intake.ts";
import { loggableCall } from "./outcome.ts";
import { startPolling } from "./polling.ts";
import { createSender } from "./sender.ts";
import { ALLOWED_UPDATES } from "./update.ts";
import { createWebhook } from "./webhook.ts";

export interface TelegramSettings {
  /** As given by @BotFather; the number before the colon is the bot's own id. */
  readonly token: string;
  /** Base of the Bot API; https://api.telegram.org when absent. */
  readonly apiRoot?: string;
  /** Telegram calls us; without it, we ask Telegram. */
  readonly webhook?: {
    /** Proves that a call comes from Telegram: 1–256 of A–Z a–z 0–9 _ -. */
    readonly secret: string;
    /** Public address of `POST /webhooks/telegram`, told to Telegram at the start; else the operator tells it. */
    readonly url?: string;
  };
  /** Messages a second to all people together; 30 when absent (core.telegram.org/bots/faq: about 30/s without paying). */
  readonly perSecond?: number;
}

export interface TelegramSurroundings {
  readonly log: Logger;
  readonly now: () => Date;
  readonly pictures?: Pictures;
}

const ROOT = "https://api.telegram.org";

/**
 * Text: 1–4,096 characters (core.telegram.org/bots/api#sendmessage). Telegram sets no bound to buttons and labels that we
 * could reach; ten rows still fit beside a text, and a longer label is cut off on a phone anyway. Beside a photo: 1,024.
 */
const LIMITS: Limits = { text: 4096, buttons: 10, label: 64, caption: 1024 };

/** "Typing …" is a courtesy: it must not eat up the pace of the messages. */
const TYPING_PACE = { every: 200, burst: 5 };

/** Longest wait for an answer of Telegram, in seconds: longer than a long poll is held open. */
const CALL_SECONDS = 30;

/**
 * The channel to Telegram through the Bot API. The process that receives calls `start` (and mounts `webhook`); one that
 * only sends needs not.
 */
export function createTelegram(settings: TelegramSettings, { log, now, pictures }: TelegramSurroundings): Channel {
  const { token, apiRoot = ROOT, webhook, perSecond = 30 } = settings;
  const root = apiRoot.replace(/\/+$/, "");
  const api = new Api(token, { timeoutSeconds: CALL_SECONDS, apiRoot: root });
  const send = createSender({ api, perSecond, pictures, log, now });
  const typing = createPace({ ...TYPING_PACE, now });
  const { track, finished } = createUnderWay();
  let intake: Intake | undefined;
  let polling: RunnerHandle | undefined;

  /** Does what is no harm if it fails. */
  function attempt(what: string, work: Promise<unknown>): void {
    void track(work.catch((error) => log.debug({ what, ...loggableCall(error) }, "a courtesy call failed")));
  }

  function showTyping(person: string): void {
    if (intake === undefined || typing.wait("") > 0) return;
    typing.count("");
    attempt("typing", api.sendChatAction(person, "typing"));
  }

  /** Tells Telegram how to reach us and what the menu offers. */
  async function introduce(): Promise<void> {
    if (webhook === undefined) await api.deleteWebhook();
    else if (webhook.url !== undefined) {
      await api.setWebhook(webhook.url, { secret_token: webhook.secret, allowed_updates: ALLOWED_UPDATES });
    }
    attempt("menu", api.setMyCommands(COMMANDS));
  }

  return {
    name: NAME,
    limits: LIMITS,
    ...(webhook && { webhook: createWebhook(webhook.secret, () => intake) }),
    async start(accept) {
      intake = createIntake({
        bot: Number.parseInt(token, 10),
        accept: (inbound) => track(accept(inbound)),
        log,
        now,
        onPress: (id) => attempt("press", api.answerCallbackQuery(id)),
        onNew: showTyping,
      });
      if (webhook === undefined) {
        polling = startPolling({ api, log, prepare: introduce, keep: intake.takeAll });
      } else {
        void track(introduce()).catch((error) => log.warn(loggableCall(error), "Telegram could not be told about us"));
      }
    },
    async send(person, part) {
      return track(send(person, part));
    },
    async download(media) {
      try {
        return await download(api, root, media);
      } catch (error) {
        log.warn(loggableCall(error), "a file could not be fetched from Telegram");
        return undefined;
      }
    },
    async stop() {
      intake = undefined;
      await polling?.stop();
      await finished();
    },
  };
}
