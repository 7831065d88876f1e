import { z } from "zod";

/**
 * What is read of an update; the rest of it is left alone.
 * Fields: https://core.telegram.org/bots/api#update. Ids fit into 52 bits; `z.int()` takes safe integers only.
 */
const user = z.object({
  id: z.int(),
  is_bot: z.boolean().optional(),
  first_name: z.string().optional(),
  last_name: z.string().optional(),
  language_code: z.string().optional(),
});

const chat = z.object({ id: z.int(), type: z.string(), title: z.string().optional() });

/** https://core.telegram.org/bots/api#messageorigin: each of its kinds names the writer elsewhere. */
const origin = z.object({
  sender_user: user.optional(),
  sender_user_name: z.string().optional(),
  sender_chat: chat.optional(),
  chat: chat.optional(),
});

const file = z.object({ file_id: z.string(), file_name: z.string().optional() });
const anything = z.unknown().optional();

const message = z.object({
  message_id: z.int(),
  date: z.int(),
  chat,
  from: user.optional(),
  forward_origin: origin.optional(),
  reply_to_message: z.object({ message_id: z.int() }).optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo: z.array(file).optional(),
  voice: file.optional(),
  document: file.optional(),
  video: file.optional(),
  video_note: file.optional(),
  audio: file.optional(),
  animation: file.optional(),
  sticker: file.optional(),
  location: z.object({ latitude: z.number(), longitude: z.number() }).optional(),
  contact: z.object({ first_name: z.string(), last_name: z.string().optional() }).optional(),
  poll: anything,
  dice: anything,
  story: anything,
  paid_media: anything,
  checklist: anything,
});

const press = z.object({
  id: z.string(),
  from: user,
  /** Missing for a message sent in another chat; without `from` when too old for its content to be kept. */
  message: z.object({ chat, from: user.optional() }).optional(),
  data: z.string().optional(),
});

const membership = z.object({
  chat,
  from: user,
  date: z.int(),
  new_chat_member: z.object({ status: z.string() }),
});

const update = z.object({
  update_id: z.int(),
  message: message.optional(),
  callback_query: press.optional(),
  my_chat_member: membership.optional(),
});

export type Update = z.infer<typeof update>;
export type Message = z.infer<typeof message>;
export type Press = z.infer<typeof press>;
export type Membership = z.infer<typeof membership>;
export type User = z.infer<typeof user>;
export type Origin = z.infer<typeof origin>;

/** The kinds of update that Telegram is asked for: edited messages, channels and reactions stay away. */
export const ALLOWED_UPDATES = ["message", "callback_query", "my_chat_member"] as const;

/** Checks the shape of an update; undefined when it is none that can be read. */
export function parseUpdate(value: unknown): Update | undefined {
  return update.safeParse(value).data;
}

/** The chat in which an update happened, for keeping its updates in order; undefined where it names none. */
export function chatOf(update: Update): number | undefined {
  return (
    update.message?.chat.id ??
    update.callback_query?.message?.chat.id ??
    update.callback_query?.from.id ??
    update.my_chat_member?.chat.id
  );
}
