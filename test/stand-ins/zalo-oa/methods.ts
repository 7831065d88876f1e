import { checkButtons, checkContactRequest, checkText, type Fields, invalid, oneElement } from "./checks.ts";
import { ApiFault } from "./errors.ts";
import type { OaState, Shown } from "./state.ts";
import type { Uploads } from "./uploads.ts";

export const MESSAGE_PATH = "/v3.0/oa/message/cs";
export const TEMPLATE_PATH = "/v3.0/oa/message/template";
export const IMAGE_PATH = "/v2.0/oa/upload/image";
export const FILE_PATH = "/v2.0/oa/upload/file";

/** What a call can touch. */
export interface Desk {
  readonly state: OaState;
  readonly uploads: Uploads;
  readonly oaId: string;
  /** Approved ZBS templates: id and the names of its parameters. */
  readonly templates: Readonly<Record<string, readonly string[]>>;
  readonly now: () => Date;
  /** Called when the Official Account has written to somebody. */
  readonly onSent: (person: string, messageId: string, text: string) => void;
}

/** JSON of a POST, or the query parameter `data` of a GET. */
export type Method = (desk: Desk, fields: Fields) => unknown;

const gone: Method = () => {
  throw new ApiFault(-240, "This API version has been shut down");
};

/** The calls of docs.zaloplatforms.com/docs/OA that a service like ours can need, by verb and path. */
export const METHODS: Readonly<Record<string, Method>> = {
  [`POST ${MESSAGE_PATH}`]: send,
  [`POST ${TEMPLATE_PATH}`]: sendTemplate,
  "POST /v2.0/oa/message": (desk, fields) => (fields.sender_action ? react(desk, fields) : gone(desk, fields)),
  "POST /v3.0/oa/message/transaction": gone,
  "POST /v3.0/oa/message/promotion": gone,
  "GET /v2.0/oa/getoa": ({ oaId, state }) => ({
    oaid: oaId,
    name: "Thủ tục Cà Mau (thử)",
    description: "",
    is_verified: true,
    oa_type: 4,
    num_follower: state.all().filter(({ follows }) => follows).length,
  }),
  "GET /v3.0/oa/user/detail": ({ state }, { user_id }) => {
    const met = state.find(user_id);
    if (met === undefined) throw new ApiFault(-213, "User is not reachable");
    return { user_id, display_name: met.person.name, user_is_follower: met.follows, user_alias: "", shared_info: {} };
  },
  "GET /v3.0/oa/user/getlist": ({ state }, { offset, count }) => {
    if (Number(offset) > 9951 || Number(count) > 50) throw new ApiFault(-210, "offset or count is over the limit");
    const users = state.all().map(({ person }) => ({ user_id: person.id }));
    return { total: users.length, offset, count, users: users.slice(Number(offset), Number(offset) + Number(count)) };
  },
  "POST /v3.0/oa/quota/message": ({ state }, { user_id }) => {
    const met = state.find(user_id);
    if (met === undefined) throw new ApiFault(-213, "User is not reachable");
    return { last_interaction: String(met.interacted), cs_reply: { remain: -1, total: -1 } };
  },
};

function send(desk: Desk, { recipient, message }: Fields): unknown {
  const met = desk.state.reachable((recipient as Fields | undefined)?.user_id);
  if (typeof message !== "object" || message === null) throw invalid("message");
  const shown = contentOf(desk, message as Fields);
  met.chat.push(shown);
  const message_id = desk.state.nextMessageId();
  const user_id = met.person.id;
  desk.onSent(user_id, message_id, shown.text);
  const sent_time = String(desk.now().getTime());
  return { message_id, user_id, sent_time, quota: { quota_type: desk.state.quotaOf(met) } };
}

/** To anybody the Official Account knows, whenever; it costs money. */
function sendTemplate(desk: Desk, { user_id, template_id, template_data }: Fields): unknown {
  const met = desk.state.find(user_id);
  if (met === undefined) throw new ApiFault(-213, "User is not reachable");
  if (met.blocked) throw new ApiFault(-217, "User has blocked the OA");
  const names = desk.templates[String(template_id)];
  if (names === undefined) throw new ApiFault(-249, "Template is not usable");
  const data = Object.entries((template_data ?? {}) as Fields);
  if (data.map(([name]) => name).join() !== names.join()) throw invalid("template_data");
  met.chat.push({ from: "oa", text: data.map(([, value]) => String(value)).join("\n"), buttons: [] });
  const sent_time = String(desk.now().getTime());
  return { message_id: desk.state.nextMessageId(), user_id, sent_time, quota: { quota_type: "purchase_quota" } };
}

function contentOf(desk: Desk, { text, attachment }: Fields): Shown {
  if (attachment === undefined) return { from: "oa", text: checkText(text), buttons: [] };
  const { type, payload = {} } = attachment as { type?: unknown; payload?: Fields };
  if (type === "file") return { from: "oa", text: "", buttons: [], file: desk.uploads.find(payload.token) };
  if (type !== "template") throw invalid("attachment.type");
  switch (payload.template_type) {
    case undefined:
      return { from: "oa", text: checkText(text), buttons: checkButtons(payload.buttons) };
    case "media":
      return { from: "oa", text: text === undefined ? "" : checkText(text), buttons: [], ...pictureOf(desk, payload) };
    case "request_user_info":
      checkContactRequest(oneElement(payload));
      return { from: "oa", text: String(oneElement(payload).title), buttons: [], asksForContact: true };
    default:
      throw invalid("template_type");
  }
}

function pictureOf({ uploads }: Desk, payload: Fields): Pick<Shown, "picture"> {
  if (payload.buttons !== undefined) throw invalid("buttons");
  const { media_type, url, attachment_id } = oneElement(payload);
  if (media_type !== "image" && media_type !== "gif") throw invalid("media_type");
  if ((url === undefined) === (attachment_id === undefined)) throw invalid("attachment_id");
  return url === undefined ? { picture: uploads.find(attachment_id) } : {};
}

function react({ state }: Desk, { recipient, sender_action }: Fields): unknown {
  state.reachable((recipient as Fields | undefined)?.user_id);
  if ((sender_action as Fields).react_message_id === undefined) throw invalid("react_message_id");
  return { message_id: state.nextMessageId() };
}
