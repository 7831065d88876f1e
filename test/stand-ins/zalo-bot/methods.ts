import { ApiFault, badRequest } from "../telegram/errors.ts";
import type { BotState, SentMessage } from "./state.ts";

type Payload = Readonly<Record<string, unknown>>;
export type Method = (state: BotState, payload: Payload, gone: AbortSignal) => unknown;

/** Most characters of a text or caption (docs.zaloplatforms.com/docs/BOT, sendMessage and sendPhoto). */
const TEXT = 2_000;
const SECRET = { least: 8, most: 256 };
/** How long a call is held open when it does not say, in seconds. */
const HOLD = 30;

/** The methods that a bot like ours can need (docs.zaloplatforms.com/docs/BOT). Numbers of errors are as in HTTP. */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: (state) => state.me,
  async getUpdates(state, { timeout = HOLD }, gone) {
    if (state.webhook !== undefined) throw badRequest("can't use getUpdates while a webhook is set");
    const update = await state.updates.take(Number(timeout), gone);
    if (update === undefined) throw new ApiFault(408, "Request timeout");
    return update;
  },
  setWebhook(state, { url, secret_token }) {
    if (typeof url !== "string" || url === "") throw badRequest("url is required");
    const secret = typeof secret_token === "string" ? secret_token : "";
    if (secret.length < SECRET.least || secret.length > SECRET.most) throw badRequest("secret_token is invalid");
    changeWebhook(state);
    state.webhook = { url, secret, updated_at: state.webhookChanged };
    return webhookInfo(state);
  },
  deleteWebhook(state) {
    changeWebhook(state);
    state.webhook = undefined;
    return webhookInfo(state);
  },
  getWebhookInfo: webhookInfo,
  sendMessage: (state, payload) => {
    const chat = reachable(state, payload);
    return keep(state, { chat, text: checked(payload.text, "text", 1) });
  },
  sendPhoto(state, payload) {
    const chat = reachable(state, payload);
    const { photo, caption = "" } = payload;
    if (typeof photo !== "string" || !/^https:\/\/./.test(photo)) throw badRequest("photo is invalid");
    return keep(state, { chat, photo, text: checked(caption, "caption", 0) });
  },
  sendChatAction(state, payload) {
    reachable(state, payload);
    if (payload.action !== "typing") throw badRequest("action is invalid");
    return undefined;
  },
};

function changeWebhook(state: BotState): void {
  state.webhookChanged = state.now().getTime();
}

function webhookInfo({ webhook, webhookChanged }: BotState): unknown {
  return { url: webhook?.url ?? "", updated_at: webhookChanged };
}

/** The chat that is written to. @throws ApiFault when it is unknown or has blocked the bot */
function reachable(state: BotState, { chat_id }: Payload): string {
  if (typeof chat_id !== "string" || !state.people.has(chat_id)) throw badRequest("chat not found");
  if (state.blockedBy.has(chat_id)) throw new ApiFault(403, "Forbidden");
  return chat_id;
}

function checked(text: unknown, field: string, least: number): string {
  if (typeof text !== "string" || text.trim().length < least) throw badRequest(`${field} is empty`);
  if (text.length > TEXT) throw badRequest(`${field} is too long`);
  return text;
}

function keep(state: BotState, message: Omit<SentMessage, "message_id">): unknown {
  const message_id = state.nextMessageId();
  state.sent.push({ message_id, ...message });
  return { message_id, date: state.now().getTime() };
}
