import type { App } from "./credentials.ts";
import type { Deliveries, Posted } from "./deliveries.ts";
import type { OaState, Person, Shown } from "./state.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What phones and the Official Account's console share. */
export interface Line {
  readonly app: App;
  readonly state: OaState;
  readonly deliveries: Deliveries;
  readonly now: () => Date;
  /** A new id of a person's message. */
  readonly newMessageId: () => string;
  /** Where a file that was sent can be fetched. */
  readonly urlOf: (file: string) => string;
}

/** What a person does on their phone in the chat with the Official Account. Every action gives the event it causes. */
export class Phone {
  readonly person: Person;
  readonly #line: Line;
  readonly #chat: Shown[];

  constructor(line: Line, person: Person) {
    this.person = person;
    this.#line = line;
    this.#chat = line.state.meet(person).chat;
  }

  /** The whole chat, oldest first. */
  get shows(): readonly Shown[] {
    return this.#chat;
  }

  /** The messages of the Official Account alone. */
  get received(): readonly Shown[] {
    return this.#chat.filter(({ from }) => from === "oa");
  }

  says(text: string, more: Fields = {}): Posted {
    this.#chat.push({ from: "me", text, buttons: [] });
    return this.#message("text", { text, ...more });
  }

  /**
   * Presses a button of a message, the last one that has it: the payload of a query comes as a text.
   * @throws Error when the phone shows no such button
   */
  presses(payload: string): Posted {
    const button = this.received.flatMap(({ buttons }) => buttons).findLast((one) => one.payload === payload);
    if (!button?.type.startsWith("oa.query.")) throw new Error(`no button sends ${payload}`);
    if (button.type === "oa.query.show") this.#chat.push({ from: "me", text: payload, buttons: [] });
    return this.#message("text", { text: payload });
  }

  /** Sends something other than words. `kind`: image, file, location, sticker, link, audio, video, gif, business_card. */
  sends(kind: string, payload: Fields, text = ""): Posted {
    this.#chat.push({ from: "me", text: text || `[${kind}]`, buttons: [] });
    return this.#message(kind, { text, attachments: [{ type: kind, payload }] });
  }

  /** Sends a file whose bytes can be fetched at the address that comes with it. `kind`: image, file, audio … */
  sendsBytes(kind: string, bytes: Uint8Array, name: string, text = ""): Posted {
    const { state, urlOf } = this.#line;
    const file = `${state.files.size + 1}-${encodeURIComponent(name)}`;
    state.files.set(file, bytes);
    return this.sends(kind, { url: urlOf(file), ...(kind === "file" && { name, size: String(bytes.length) }) }, text);
  }

  follows(): Posted {
    const met = this.#line.state.meet(this.person);
    met.follows = true;
    met.blocked = false;
    this.#line.state.interacts(this.person.id);
    return this.#about("follow");
  }

  unfollows(): Posted {
    const met = this.#line.state.meet(this.person);
    met.follows = false;
    return this.#about("unfollow");
  }

  /** Blocks the Official Account, of which it hears nothing. */
  blocks(): void {
    this.#line.state.meet(this.person).blocked = true;
  }

  /** Takes the consent to keep data back. */
  withdraws(): Posted {
    return this.push({ event_name: "user_withdraw", ...this.#ends() });
  }

  submits(info: Fields): Posted {
    this.#line.state.interacts(this.person.id);
    return this.push({ event_name: "user_submit_info", ...this.#ends(), info });
  }

  reacts(messageId: string): Posted {
    const message = { msg_id: messageId, react_icon: "/-heart" };
    return this.push({ event_name: "user_reacted_message", ...this.#ends(), message });
  }

  /** Brings any event in this person's name. */
  push(event: Fields): Posted {
    const posted = this.sign(event);
    void this.#line.deliveries.push(this.person.id, posted);
    return posted;
  }

  /** The event as it would be brought, without bringing it. */
  sign(event: Fields): Posted {
    const { app, deliveries, now } = this.#line;
    const common = { app_id: app.appId, user_id_by_app: `4${this.person.id.slice(1)}` };
    return deliveries.sign({ ...common, timestamp: String(now().getTime()), ...event });
  }

  /** The event of a text, without bringing it. */
  signText(text: string, msg_id = this.#line.newMessageId()): Posted {
    return this.sign({ event_name: "user_send_text", ...this.#ends(), message: { text, msg_id } });
  }

  #message(kind: string, message: Fields): Posted {
    this.#line.state.interacts(this.person.id);
    const msg_id = this.#line.newMessageId();
    return this.push({ event_name: `user_send_${kind}`, ...this.#ends(), message: { ...message, msg_id } });
  }

  #about(event_name: string): Posted {
    const { oaId } = this.#line.app;
    return this.push({ event_name, oa_id: oaId, follower: { id: this.person.id }, source: "oa_profile" });
  }

  #ends(): Fields {
    return { sender: { id: this.person.id }, recipient: { id: this.#line.app.oaId } };
  }
}
