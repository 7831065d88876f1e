import type { BotState, Person, SentMessage } from "./state.ts";
import type { RawUpdate } from "./update-queue.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a person does on their phone in the private chat with the bot. Every action gives the update it causes. */
export class Phone {
  readonly person: Person;
  readonly #state: BotState;

  constructor(state: BotState, person: Person) {
    this.#state = state;
    this.person = person;
    state.people.set(person.id, person);
  }

  /** The bot's messages to this person. */
  get received(): readonly SentMessage[] {
    return this.#state.sent.filter(({ chat }) => chat === this.person.id);
  }

  says(text: string, more: Fields = {}): RawUpdate {
    return this.#send("message.text.received", { text, ...more });
  }

  sendsPhoto(photo_url: string, caption?: string): RawUpdate {
    return this.#send("message.image.received", { photo_url, ...(caption !== undefined && { caption }) });
  }

  sendsSticker(sticker: string, url: string): RawUpdate {
    return this.#send("message.sticker.received", { sticker, url });
  }

  sendsVoice(voice_url: string): RawUpdate {
    return this.#send("message.voice.received", { voice_url });
  }

  /** Sends what the platform does not hand over: a file, a place, a contact card. */
  sendsSomethingElse(): RawUpdate {
    return this.#send("message.unsupported.received", {});
  }

  /** Writes in a group that the bot is in. */
  saysInGroup(text: string): RawUpdate {
    return this.#send("message.text.received", { text, chat: { id: "g-1", chat_type: "GROUP" } });
  }

  /** The platform tells the bot nothing of it. */
  blocks(): void {
    this.#state.blockedBy.add(this.person.id);
  }

  unblocks(): void {
    this.#state.blockedBy.delete(this.person.id);
  }

  #send(event_name: string, fields: Fields): RawUpdate {
    const message = {
      message_id: this.#state.nextMessageId(),
      from: { ...this.person, is_bot: false },
      chat: { id: this.person.id, chat_type: "PRIVATE" },
      date: this.#state.now().getTime(),
      ...fields,
    };
    const update = { event_name, message };
    this.#state.updates.add(update);
    return update;
  }
}
