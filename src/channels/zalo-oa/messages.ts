import type { Button } from "../../core/conversation.ts";
import { shortened } from "../split.ts";

/** The only way to write to a person who has written (docs.zaloplatforms.com/docs/OA, consulting message). */
export const MESSAGE_PATH = "/v3.0/oa/message/cs";

/** The way to write to a person who has been silent for seven days (same place, ZBS template by user id); it costs money. */
export const TEMPLATE_PATH = "/v3.0/oa/message/template";

/** The content of a message, as Zalo takes it. */
export type Message = Readonly<Record<string, unknown>>;

/** Most characters of a button's payload, and of a request's title and subtitle (same place, buttons; request_user_info). */
const PAYLOAD = 1_000;
const TITLE = 100;
const SUBTITLE = 500;
/** Most characters that are put into a template's parameter. */
const NOTICE = 200;

/** Plain text: nothing of it is markup, and Zalo makes addresses in it touchable. */
export function textMessage(text: string, buttons: readonly Button[] = []): Message {
  return buttons.length === 0 ? { text } : { text, ...template({ buttons: buttons.map(queryButton) }) };
}

/** Splits off the buttons that Zalo would refuse, and the message with them. */
export function fitting(buttons: readonly Button[]): { readonly fit: Button[]; readonly unfit: Button[] } {
  const fits = ({ label, send }: Button) => label.trim() !== "" && send !== "" && send.length <= PAYLOAD;
  return { fit: buttons.filter(fits), unfit: buttons.filter((button) => !fits(button)) };
}

/** A picture that was uploaded, with a text below it. */
export function pictureMessage(text: string, attachment: string): Message {
  const element = { media_type: "image", attachment_id: attachment };
  return { text, ...template({ template_type: "media", elements: [element] }) };
}

/** A file that was uploaded. */
export function fileMessage(token: string): Message {
  return { attachment: { type: "file", payload: { token } } };
}

export interface ContactRequest {
  readonly title: string;
  readonly subtitle: string;
  /** Address of the picture above it, on https. */
  readonly imageUrl: string;
}

/** Asks for name and phone number; they come as `user_submit_info` if the person agrees. */
export function contactRequest({ title, subtitle, imageUrl }: ContactRequest): Message {
  const element = { title: shortened(title, TITLE), subtitle: shortened(subtitle, SUBTITLE), image_url: imageUrl };
  return template({ template_type: "request_user_info", elements: [element] });
}

/** A notice by an approved template, which has one parameter: `noi_dung`. */
export function noticeByTemplate(person: string, template: string, text: string): Message {
  return { user_id: person, template_id: template, template_data: { noi_dung: shortened(text, NOTICE) } };
}

/** A press comes back as a text that is not shown in the chat. */
function queryButton({ label, send }: Button): Message {
  return { title: label, type: "oa.query.hide", payload: send };
}

function template(payload: Message): Message {
  return { attachment: { type: "template", payload } };
}
