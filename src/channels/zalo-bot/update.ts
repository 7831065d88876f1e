import { z } from "zod";

/**
 * What is read of an update; the rest of it is left alone (docs.zaloplatforms.com/docs/BOT, webhook and getUpdates).
 * Ids are opaque texts. Media fields as the platform's own payloads and @openclaw/zalo name them.
 */
const message = z.object({
  message_id: z.string().min(1),
  from: z.object({ id: z.string().min(1), is_bot: z.boolean().optional() }),
  chat: z.object({ id: z.string().min(1), chat_type: z.string() }),
  /** In seconds or milliseconds. */
  date: z.number().nonnegative().optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  photo_url: z.string().optional(),
  photo: z.string().optional(),
  voice_url: z.string().optional(),
  sticker: z.string().optional(),
  url: z.string().optional(),
});

const update = z.object({
  /** Some answers of getUpdates come without it: then the fields tell. */
  event_name: z.string().optional(),
  message: message.optional(),
});

const envelope = z.object({ ok: z.literal(true), result: z.unknown() });

export type Update = z.infer<typeof update>;
export type Message = z.infer<typeof message>;

/** Checks the shape of an update, in its envelope or without; undefined when it is none that can be read. */
export function parseUpdate(value: unknown): Update | undefined {
  const enveloped = envelope.safeParse(value);
  return update.safeParse(enveloped.success ? enveloped.data.result : value).data;
}
