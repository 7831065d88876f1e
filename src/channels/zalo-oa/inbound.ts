import type { Inbound } from "../../core/conversation.ts";
import type { Event, EventMessage } from "./event.ts";
import { mediaOf } from "./media.ts";

export const NAME = "zalo";

export interface Reading {
  /** Names an event that carries no id of its own: the same for the same bytes. */
  readonly fingerprint: () => string;
  /** When the event came, for one without a time. */
  readonly now: Date;
}

/**
 * What an event says to us. `ignored`: a kind of event that is not for us; `unreadable`: one that should be, with something
 * missing.
 */
export function readInbound(event: Event, { fingerprint, now }: Reading): Inbound | "ignored" | "unreadable" {
  const said = readSaid(event);
  if (typeof said === "string") return said;
  const { message } = event;
  return {
    id: message?.msg_id ?? fingerprint(),
    channel: NAME,
    at: timeOf(event) ?? now,
    ...said,
    ...(message?.quote_msg_id !== undefined && { replyTo: message.quote_msg_id }),
  };
}

/** When an event happened; undefined where that is not written in milliseconds since 1970. */
function timeOf({ timestamp = "" }: Event): Date | undefined {
  return /^\d{13}$/.test(timestamp) ? new Date(Number(timestamp)) : undefined;
}

type Said = Pick<Inbound, "person" | "text" | "kind" | "media">;

function readSaid(event: Event): Said | "ignored" | "unreadable" {
  const { event_name: name, sender, recipient, follower, user_id, message = {}, info } = event;
  if (name.startsWith("user_send_")) return fromUser(name.slice("user_send_".length), sender?.id, message);
  // Every message of ours comes back as such an event; only an officer's, from the console, names an admin.
  if (name.startsWith("oa_send_")) return sender?.admin_id ? by(recipient?.id, "human", message.text) : "ignored";
  switch (name) {
    case "follow":
    case "unfollow":
      return by(follower?.id, name);
    // Which field names the person is not documented.
    case "user_withdraw":
      return by(sender?.id ?? follower?.id ?? user_id, "withdraw");
    case "user_submit_info": {
      const said = by(sender?.id, "media");
      return said === "unreadable"
        ? said
        : { ...said, media: { type: "contact", ...(info?.name && { name: info.name }) } };
    }
    default:
      return "ignored";
  }
}

/**
 * A press comes as the text of its payload (docs.zaloplatforms.com/docs/OA, buttons), so it cannot be told from the same
 * words typed by hand and is trusted no more than they are.
 */
function fromUser(kind: string, person: string | undefined, message: EventMessage): Said | "ignored" | "unreadable" {
  if (kind === "text") return by(person, message.text?.startsWith("#") ? "press" : "text", message.text);
  const media = mediaOf(kind, message);
  if (media === undefined) return "ignored";
  const said = by(person, "media", message.text);
  return said === "unreadable" ? said : { ...said, media };
}

function by(person: string | undefined, kind: NonNullable<Inbound["kind"]>, text = ""): Said | "unreadable" {
  return person === undefined ? "unreadable" : { person, text, kind };
}
