import type { Logger } from "pino";
import type { Part, Sent } from "../../core/mail.ts";
import { createPace } from "../pace.ts";
import type { Called, Client } from "./client.ts";
import {
  type ContactRequest,
  contactRequest,
  fileMessage,
  fitting,
  MESSAGE_PATH,
  type Message,
  noticeByTemplate,
  pictureMessage,
  TEMPLATE_PATH,
  textMessage,
} from "./messages.ts";
import { createJudge } from "./outcome.ts";
import type { PictureShelf } from "./picture-shelf.ts";
import { type NamedFile, uploadFile } from "./uploads.ts";

/** Messages that may go out at once after a rest. */
const BURST = 60;
const EVERYBODY = "everybody";
/** The person has been silent for seven days. */
const SILENT: readonly number[] = [-230, -232];

export interface SenderOptions {
  readonly client: Client;
  readonly shelf: PictureShelf;
  /** Calls a minute to all people together. */
  readonly perMinute: number;
  /** An approved ZBS template for people who have been silent for seven days; without it they are not reached. */
  readonly template: string | undefined;
  readonly log: Logger;
  readonly now: () => Date;
}

/** Writes to people. Answers `later` by itself where Zalo would say -32. Never throws. */
export interface Sender {
  send(person: string, part: Part): Promise<Sent>;
  sendFile(person: string, file: NamedFile): Promise<Sent>;
  askForContact(person: string, request: ContactRequest): Promise<Sent>;
}

export function createSender({ client, shelf, perMinute, template, log, now }: SenderOptions): Sender {
  const pace = createPace({ every: 60_000 / perMinute, burst: BURST, now });
  const judge = createJudge({ log, now });

  /** @param notice what the template says to a person silent for seven days; without it they are not reached */
  async function call(person: string, message: Message, notice?: string): Promise<Called> {
    const called = await client.post(MESSAGE_PATH, { recipient: { user_id: person }, message });
    const silent = called.status === "error" && SILENT.includes(called.code);
    if (!silent || template === undefined || notice === undefined) return called;
    return client.post(TEMPLATE_PATH, noticeByTemplate(person, template, notice));
  }

  async function post(person: string, message: Message, notice?: string): Promise<Sent | "expired"> {
    const after = Math.max(judge.rest(), pace.wait(EVERYBODY));
    if (after > 0) return { status: "later", after };
    pace.count(EVERYBODY);
    return judge.outcome(person, await call(person, message, notice));
  }

  async function deliver(person: string, message: Message, notice?: string): Promise<Sent> {
    const sent = await post(person, message, notice);
    return sent === "expired" ? { status: "refused", reason: "the attachment has expired" } : sent;
  }

  /** A message with a picture; uploaded once more when Zalo no longer knows it. Undefined when it cannot be shown. */
  async function deliverPicture(person: string, file: string, text: string): Promise<Sent | undefined> {
    const attachment = await shelf.attachment(file);
    const sent = attachment && (await post(person, pictureMessage(text, attachment)));
    if (sent !== "expired") return sent || undefined;
    const renewed = await shelf.renewed(file);
    return renewed === undefined ? undefined : deliver(person, pictureMessage(text, renewed));
  }

  /** Zalo shows no buttons below a picture: where both are wanted, the buttons count. */
  async function sendPart(person: string, { text, buttons, picture }: Part): Promise<Sent> {
    const sent = picture && buttons.length === 0 ? await deliverPicture(person, picture.file, text) : undefined;
    return sent === undefined || sent.status === "refused" ? deliver(person, textMessage(text, buttons), text) : sent;
  }

  return {
    async send(person, part) {
      const { fit, unfit } = fitting(part.buttons);
      if (unfit.length > 0) {
        log.error({ buttons: unfit.map(({ send }) => send) }, "buttons that Zalo would refuse are left out");
      }
      return sendPart(person, { ...part, buttons: fit });
    },
    async sendFile(person, file) {
      const uploaded = await uploadFile(client, file);
      if (uploaded.status === "unfit") return { status: "refused", reason: uploaded.reason };
      if (uploaded.status === "kept") return deliver(person, fileMessage(uploaded.as));
      const outcome = judge.outcome(person, uploaded.called);
      return outcome === "expired" ? { status: "refused", reason: "the upload was not taken" } : outcome;
    },
    askForContact: (person, request) => deliver(person, contactRequest(request)),
  };
}
