import type { Logger } from "pino";
import { loggable } from "../../core/errors.ts";
import type { Accept, Channel, Limits, Pictures, Sent } from "../../core/mail.ts";
import type { Store } from "../../core/store.ts";
import { createUnderWay } from "../under-way.ts";
import { API_ROOT, createClient } from "./client.ts";
import { download } from "./download.ts";
import { rootOf } from "./http.ts";
import { NAME } from "./inbound.ts";
import type { ContactRequest } from "./messages.ts";
import { createPictureShelf } from "./picture-shelf.ts";
import { createSender } from "./sender.ts";
import { createTokenKeeper } from "./token-keeper.ts";
import type { NamedFile } from "./uploads.ts";
import { createWebhook } from "./webhook.ts";

export interface ZaloOaSettings {
  readonly appId: string;
  readonly appSecret: string;
  /** The OA secret key of the console's webhook page: proves that a call comes from Zalo. */
  readonly oaSecret: string;
  /** The pair that the Official Account's consent gave; renewed ones are kept in the store. */
  readonly refreshToken: string;
  readonly accessToken?: string;
  /** Bases of the two services; those of Zalo when absent. */
  readonly apiRoot?: string;
  readonly oauthRoot?: string;
  /** The app asks for `appsecret_proof` with every call. */
  readonly proof?: boolean;
  /** Id of an approved ZBS template with the parameter `noi_dung`: a notice that costs money, for people silent for 7 days. */
  readonly template?: string;
  /** Calls a minute; 4,000 when absent. The limit is the app's: several processes share it. */
  readonly perMinute?: number;
}

export interface ZaloOaSurroundings {
  readonly log: Logger;
  readonly now: () => Date;
  /** Shared by all processes: tokens live in it. */
  readonly store: Store;
  /** Draws the pictures of the guides; without it their text goes alone. */
  readonly pictures?: Pictures;
}

/** An Official Account can also send files, and ask for a person's name and phone number. */
export interface ZaloOa extends Channel {
  /** A PDF, Word or CSV file of up to 5 MB. Throws as `send` does. */
  sendFile(person: string, file: NamedFile): Promise<Sent>;
  /** What the person agrees to give comes as a contact. Throws as `send` does. */
  askForContact(person: string, request: ContactRequest): Promise<Sent>;
}

/** docs.zaloplatforms.com/docs/OA: consulting message, structure of buttons. No buttons fit below a picture. */
const LIMITS: Limits = { text: 2_000, buttons: 5, label: 100, caption: 0 };
/** docs.zaloplatforms.com/docs/OA, rate limit. */
const PER_MINUTE = 4_000;
/** How often the age of the tokens is looked at, in milliseconds, so that trouble shows before somebody waits. */
const HOUR = 3_600_000;

/**
 * The channel to a Zalo Official Account. The process that receives calls `start` and mounts `webhook`; one that only
 * sends needs not.
 */
export function createZaloOa(settings: ZaloOaSettings, surroundings: ZaloOaSurroundings): ZaloOa {
  const { log, now, store, pictures } = surroundings;
  const { apiRoot = API_ROOT, appSecret, proof, template, perMinute = PER_MINUTE } = settings;
  const root = rootOf(apiRoot);
  const tokens = createTokenKeeper({ settings, store, log, now });
  const client = createClient({ root, tokens, proofSecret: proof ? appSecret : undefined });
  const shelf = createPictureShelf({ client, pictures, store, log });
  const sender = createSender({ client, shelf, perMinute, template, log, now });
  const { track, finished } = createUnderWay();
  let accept: Accept | undefined;
  let watch: NodeJS.Timeout | undefined;

  return {
    name: NAME,
    limits: LIMITS,
    webhook: createWebhook({ keys: settings, log, now, accept: () => accept }),
    async start(hand) {
      accept = (inbound) => track(hand(inbound));
      void track(tokens.access());
      watch = setInterval(() => void track(tokens.access()), HOUR).unref();
    },
    send: (person, part) => track(sender.send(person, part)),
    sendFile: (person, file) => track(sender.sendFile(person, file)),
    askForContact: (person, request) => track(sender.askForContact(person, request)),
    async download(media) {
      try {
        return await download(media, root);
      } catch (error) {
        log.warn(loggable(error), "a file could not be fetched from Zalo");
        return undefined;
      }
    },
    async stop() {
      accept = undefined;
      clearInterval(watch);
      await finished();
    },
  };
}
