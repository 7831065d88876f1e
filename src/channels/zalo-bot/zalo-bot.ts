import type { Logger } from "pino";
import type { Picture } from "../../core/guide.ts";
import type { Channel, Limits } from "../../core/mail.ts";
import { createPace } from "../pace.ts";
import { createUnderWay } from "../under-way.ts";
import { createBotApi } from "./api.ts";
import { NAME } from "./inbound.ts";
import { createIntake, type Intake } from "./intake.ts";
import { loggableCall } from "./outcome.ts";
import { type Polling, startPolling } from "./polling.ts";
import { createSender } from "./sender.ts";
import { createWebhook } from "./webhook.ts";

export interface ZaloBotSettings {
  /** As given by Zalo Bot Creator. */
  readonly token: string;
  /** Base of the Bot API; https://bot-api.zaloplatforms.com when absent. */
  readonly apiRoot?: string;
  /** Zalo calls us; without it, we ask Zalo. Only so is a message not lost when a connection breaks: it cannot be asked for twice. */
  readonly webhook?: {
    /** Proves that a call comes from Zalo: 8–256 characters. */
    readonly secret: string;
    /** Public address of `POST /webhooks/zalo-bot`, told to Zalo at the start; else the operator tells it. */
    readonly url?: string;
  };
  /** How long a call for messages is held open, in seconds, and `stop` may take; 5 when absent. */
  readonly pollSeconds?: number;
}

export interface ZaloBotSurroundings {
  readonly log: Logger;
  readonly now: () => Date;
  /** The public https address of a picture, from where Zalo fetches it; without it, the words go alone. */
  readonly pictures?: (picture: Picture) => string | undefined;
}

/** Text: 1–2,000 characters; there are no buttons (docs.zaloplatforms.com/docs/BOT, sendMessage). */
const LIMITS: Limits = { text: 2_000, buttons: 0, label: 0 };

/** "Typing …" is a courtesy: it must not eat up the pace of the messages. */
const TYPING_PACE = { every: 200, burst: 5 };

/**
 * The channel to the Zalo Bot Platform. The process that receives calls `start` (and mounts `webhook`); one that only sends
 * needs not.
 */
export function createZaloBot(settings: ZaloBotSettings, { log, now, pictures }: ZaloBotSurroundings): Channel {
  const { token, apiRoot, webhook, pollSeconds = 5 } = settings;
  const api = createBotApi(token, apiRoot);
  const send = createSender({ api, pictures: pictures ?? (() => undefined), log, now });
  const typing = createPace({ ...TYPING_PACE, now });
  const { track, finished } = createUnderWay();
  let intake: Intake | undefined;
  let polling: Polling | undefined;

  function showTyping(person: string): void {
    if (intake === undefined || typing.wait("") > 0) return;
    typing.count("");
    const call = api.call("sendChatAction", { chat_id: person, action: "typing" });
    void track(call.catch((error) => log.debug(loggableCall(error), "a courtesy call failed")));
  }

  /** Tells Zalo how to reach us: it refuses to be asked while a webhook is set. */
  async function introduce(): Promise<void> {
    if (webhook === undefined) await api.call("deleteWebhook");
    else if (webhook.url !== undefined) {
      await api.call("setWebhook", { url: webhook.url, secret_token: webhook.secret });
    }
  }

  return {
    name: NAME,
    limits: LIMITS,
    ...(webhook && { webhook: createWebhook(webhook.secret, () => intake) }),
    async start(accept) {
      intake = createIntake({ accept: (inbound) => track(accept(inbound)), log, now, onNew: showTyping });
      if (webhook === undefined) {
        polling = startPolling({ api, seconds: pollSeconds, log, prepare: introduce, keep: intake.take });
      } else {
        void track(introduce()).catch((error) => log.warn(loggableCall(error), "Zalo could not be told about us"));
      }
    },
    async send(person, part) {
      return track(send(person, part));
    },
    async stop() {
      intake = undefined;
      await polling?.stop();
      await finished();
    },
  };
}
