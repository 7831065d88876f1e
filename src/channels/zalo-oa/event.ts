import { z } from "zod";

/**
 * What is read of an event; the rest of it is left alone. Shapes: docs.zaloplatforms.com/docs/OA, webhook. Numbers and
 * decimal strings stand for each other there.
 */
const written = z.union([z.string(), z.number()]).transform(String);
const id = written.pipe(z.string().min(1));
const person = z.object({ id });
const text = z.string().catch("");

/** Coordinates lie in an object of their own, or directly in the payload. */
const place = z.object({ latitude: written, longitude: written });

const payload = z.object({
  url: z.string().optional(),
  name: z.string().optional(),
  title: z.string().optional(),
  coordinates: place.optional(),
  latitude: written.optional(),
  longitude: written.optional(),
});

const attachment = z.object({ type: z.string().optional(), payload: payload.optional() });

const message = z.object({
  msg_id: z.string().min(1).optional(),
  quote_msg_id: z.string().min(1).optional(),
  text: text.optional(),
  attachments: z.array(attachment).optional(),
});

const event = z.object({
  event_name: z.string(),
  timestamp: written.optional(),
  sender: person.extend({ admin_id: id.optional() }).optional(),
  recipient: person.optional(),
  follower: person.optional(),
  user_id: id.optional(),
  message: message.optional(),
  info: z.object({ name: text.optional() }).optional(),
});

const dated = z.object({ timestamp: written });

export type Event = z.infer<typeof event>;
export type EventMessage = z.infer<typeof message>;
export type Payload = z.infer<typeof payload>;

/** Checks the shape of an event; undefined when it is none that can be read. */
export function parseEvent(value: unknown): Event | undefined {
  return event.safeParse(value).data;
}

/** The timestamp in a body that is not yet proved to be from Zalo; undefined when there is none. */
export function timestampIn(value: unknown): string | undefined {
  return dated.safeParse(value).data?.timestamp;
}
