import { checkCaption, checkKeyboard, checkText } from "./checks.ts";
import { ApiFault, badRequest } from "./errors.ts";
import type { BotState, SentMessage } from "./state.ts";

type Payload = Readonly<Record<string, unknown>>;
export type Method = (state: BotState, payload: Payload, gone: AbortSignal) => unknown;

const SECRET = /^[\w-]{1,256}$/;
const COMMAND = /^[a-z0-9_]{1,32}$/;

/** The methods of the Bot API that a bot like ours can need (core.telegram.org/bots/api). */
export const METHODS: Readonly<Record<string, Method>> = {
  getMe: (state) => state.me,
  getUpdates(state, { offset = 0, limit = 100, timeout = 0, allowed_updates }, gone) {
    if (state.webhook !== undefined) {
      const hint = "can't use getUpdates method while webhook is active; use deleteWebhook to delete the webhook first";
      throw new ApiFault(409, `Conflict: ${hint}`);
    }
    if (Array.isArray(allowed_updates)) state.allowed = allowed_updates;
    const most = Math.max(1, Math.min(Number(limit), 100));
    return state.updates.poll(Number(offset), most, Number(timeout), gone);
  },
  setWebhook(state, { url, secret_token, allowed_updates, drop_pending_updates }) {
    if (secret_token !== undefined && !SECRET.test(String(secret_token))) {
      throw badRequest("secret token contains unallowed characters");
    }
    if (Array.isArray(allowed_updates)) state.allowed = allowed_updates;
    if (drop_pending_updates === true) state.updates.clear();
    const secret = secret_token === undefined ? undefined : String(secret_token);
    state.webhook = url === "" || url === undefined ? undefined : { url: String(url), secret };
    return true;
  },
  deleteWebhook(state, { drop_pending_updates }) {
    if (drop_pending_updates === true) state.updates.clear();
    state.webhook = undefined;
    return true;
  },
  getWebhookInfo: ({ webhook, updates, allowed }) => ({
    url: webhook?.url ?? "",
    has_custom_certificate: false,
    pending_update_count: updates.size,
    ...(allowed && { allowed_updates: allowed }),
  }),
  setMyCommands(state, { commands }) {
    const list = commands as readonly { command: string; description: string }[];
    if (!list.every(({ command }) => COMMAND.test(command))) throw badRequest("BOT_COMMAND_INVALID");
    if (!list.every(({ description }) => description.length >= 1 && description.length <= 256)) {
      throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
    }
    state.commands = list;
    return true;
  },
  getMyCommands: (state) => state.commands,
  sendMessage(state, payload) {
    const chat = reachable(state, payload);
    return keep(state, "sendMessage", chat, checkText(payload.text, payload.parse_mode), payload);
  },
  sendPhoto: (state, payload) => sendFile(state, "photo", payload),
  sendDocument: (state, payload) => sendFile(state, "document", payload),
  editMessageText(state, payload) {
    const message = mine(state, payload);
    const text = checkText(payload.text, payload.parse_mode);
    const buttons = checkKeyboard(payload.reply_markup);
    if (text === message.text && JSON.stringify(buttons) === JSON.stringify(message.buttons)) throw notModified();
    Object.assign(message, { text, buttons });
    return shown(state, message);
  },
  editMessageReplyMarkup(state, payload) {
    const message = mine(state, payload);
    const buttons = checkKeyboard(payload.reply_markup);
    if (JSON.stringify(buttons) === JSON.stringify(message.buttons)) throw notModified();
    message.buttons = buttons;
    return shown(state, message);
  },
  answerCallbackQuery(state, { callback_query_id, text }) {
    if (typeof text === "string" && text.length > 200) throw badRequest("MESSAGE_TOO_LONG");
    if (!state.presses.delete(String(callback_query_id))) {
      throw badRequest("query is too old and response timeout expired or query ID is invalid");
    }
    return true;
  },
  sendChatAction(state, payload) {
    reachable(state, payload);
    return true;
  },
  getFile(state, { file_id }) {
    const id = String(file_id);
    const bytes = state.files.get(id);
    if (bytes === undefined) throw badRequest("wrong file_id or the file is temporarily unavailable");
    return { file_id: id, file_unique_id: id, file_size: bytes.length, file_path: `files/${id}` };
  },
};

/** The chat that is written to. @throws ApiFault when it is unknown or has blocked the bot */
function reachable(state: BotState, { chat_id }: Payload): number {
  const chat = Number(chat_id);
  if (!state.people.has(chat)) throw badRequest("chat not found");
  if (state.blockedBy.has(chat)) throw new ApiFault(403, "Forbidden: bot was blocked by the user");
  return chat;
}

/** Sends a file given as bytes, or by the id of one sent before. */
function sendFile(state: BotState, kind: "photo" | "document", payload: Payload): unknown {
  const chat = reachable(state, payload);
  checkCaption(payload.caption);
  const file_id = fileId(state, payload[kind]);
  const method = kind === "photo" ? "sendPhoto" : "sendDocument";
  const file = { file_id, file_unique_id: file_id, file_size: state.files.get(file_id)?.length };
  const message = keep(state, method, chat, String(payload.caption ?? ""), { ...payload, [kind]: file_id });
  return { ...message, [kind]: kind === "photo" ? [file] : file };
}

function fileId(state: BotState, file: unknown): string {
  if (file instanceof Uint8Array) {
    const id = `file-${state.files.size + 1}`;
    state.files.set(id, file);
    return id;
  }
  if (typeof file !== "string" || !state.files.has(file)) throw badRequest("wrong file identifier/HTTP URL specified");
  return file;
}

function keep(state: BotState, method: string, chat: number, text: string, payload: Payload): Payload {
  const buttons = checkKeyboard(payload.reply_markup);
  const message: SentMessage = { message_id: state.nextMessageId(), chat, text, buttons, method, payload };
  state.sent.push(message);
  return shown(state, message);
}

function mine(state: BotState, { chat_id, message_id }: Payload): SentMessage {
  const message = state.sent.find((one) => one.chat === Number(chat_id) && one.message_id === Number(message_id));
  if (message === undefined) throw badRequest("message to edit not found");
  return message;
}

function notModified(): ApiFault {
  return badRequest(
    "message is not modified: specified new message content and reply markup are exactly the same as a current content " +
      "and reply markup of the message",
  );
}

function shown(state: BotState, { message_id, chat, text, buttons }: SentMessage): Payload {
  const markup = buttons.length > 0 && { reply_markup: { inline_keyboard: buttons.map((button) => [button]) } };
  return { message_id, date: 0, from: state.me, chat: { id: chat, type: "private" }, text, ...markup };
}
