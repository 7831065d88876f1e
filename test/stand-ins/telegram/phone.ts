import type { BotState, Person, SentMessage } from "./state.ts";
import type { RawUpdate } from "./update-queue.ts";

type Fields = Readonly<Record<string, unknown>>;

/** What a person does on their phone in the private chat with the bot. Every action gives the update it causes. */
export class Phone {
  readonly person: Person;
  readonly #state: BotState;
  readonly #now: () => Date;

  constructor(state: BotState, person: Person, now: () => Date) {
    this.#state = state;
    this.person = person;
    this.#now = now;
    state.people.set(person.id, person);
  }

  /** The bot's messages to this person. */
  get received(): readonly SentMessage[] {
    return this.#state.sent.filter(({ chat }) => chat === this.person.id);
  }

  says(text: string, more: Fields = {}): RawUpdate {
    return this.message({ text, ...more });
  }

  /** Sends a message with the given fields, e.g. `{ photo: [...] }`. */
  message(fields: Fields): RawUpdate {
    return this.#state.push({ message: { ...this.#envelope(), ...fields } });
  }

  edits(text: string): RawUpdate {
    return this.#state.push({ edited_message: { ...this.#envelope(), edit_date: this.#seconds(), text } });
  }

  /** Forwards somebody's words; `origin` as in core.telegram.org/bots/api#messageorigin. */
  forwards(text: string, origin: Fields): RawUpdate {
    return this.message({ text, forward_origin: { date: this.#seconds(), ...origin } });
  }

  /** Sends a file that the bot can fetch with getFile. `kind`: photo, voice, document … */
  sends(kind: string, bytes: Uint8Array, more: Fields = {}): RawUpdate {
    const file_id = `file-${this.#state.files.size + 1}`;
    this.#state.files.set(file_id, bytes);
    const file = { file_id, file_unique_id: file_id, file_size: bytes.length };
    return this.message({ [kind]: kind === "photo" ? [file] : file, ...more });
  }

  /** Presses a button of a message that the bot sent, the last one unless told. */
  presses(data: string, message: SentMessage | undefined = this.received.at(-1)): RawUpdate {
    const id = String(this.#state.calls.length * 1_000 + this.#state.presses.size + 1);
    this.#state.presses.add(id);
    const { me } = this.#state;
    const under = message && {
      message_id: message.message_id,
      date: 1,
      from: me,
      chat: this.#chat(),
      text: message.text,
    };
    return this.#state.push({
      callback_query: { id, from: this.#user(), chat_instance: "1", data, ...(under && { message: under }) },
    });
  }

  blocks(): RawUpdate {
    this.#state.blockedBy.add(this.person.id);
    return this.#membership("member", "kicked");
  }

  unblocks(): RawUpdate {
    this.#state.blockedBy.delete(this.person.id);
    return this.#membership("kicked", "member");
  }

  #membership(before: string, after: string): RawUpdate {
    const user = this.#state.me;
    return this.#state.push({
      my_chat_member: {
        chat: this.#chat(),
        from: this.#user(),
        date: this.#seconds(),
        old_chat_member: { user, status: before },
        new_chat_member: { user, status: after },
      },
    });
  }

  #envelope(): Fields {
    return { message_id: this.#state.nextMessageId(), date: this.#seconds(), from: this.#user(), chat: this.#chat() };
  }

  #user(): Fields {
    return { is_bot: false, ...this.person };
  }

  #chat(): Fields {
    const { id, first_name } = this.person;
    return { id, first_name, type: "private" };
  }

  #seconds(): number {
    return Math.floor(this.#now().getTime() / 1000);
  }
}
