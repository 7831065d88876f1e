import type { Conversation } from "./conversation.ts";
import { FORWARDED, receipt } from "./samples.ts";
import type { Action, App, PhoneView, SampleDossier, View } from "./view.ts";
import type { Wire } from "./wire.ts";

/** How long "is writing" stands when nothing comes, milliseconds. */
const TYPING = 5_000;

export interface StageOptions {
  /** One talk for each person, in each app. */
  readonly conversations: Readonly<Record<App, readonly Conversation[]>>;
  readonly wire: Wire;
  readonly dossiers: readonly SampleDossier[];
  /** Called whenever the view may have changed. */
  readonly changed: () => void;
}

/** Both phones: who holds them, what is done on them, what they show. */
export class Stage {
  readonly #options: StageOptions;
  readonly #holders: Record<App, number> = { telegram: 0, zalo: 0 };

  constructor(options: StageOptions) {
    this.#options = options;
  }

  get view(): View {
    const { wire, dossiers } = this.#options;
    const phones = { telegram: this.#phone("telegram"), zalo: this.#phone("zalo") };
    return { phones, wire: wire.entries, dossiers };
  }

  /** Does what the page asks. @returns false when it cannot be done now */
  perform(action: Action): boolean {
    const { conversations, changed } = this.#options;
    if (action.do === "person") {
      if (conversations[action.app][action.person] === undefined) return false;
      this.#holders[action.app] = action.person;
    } else {
      const conversation = this.#conversation(action.app);
      if (conversation.handset.blocked && action.do !== "unblock") return false;
      act(conversation, action);
    }
    changed();
    return true;
  }

  /** The service shows a person that it is writing. */
  showTyping(app: App, person: string): void {
    const conversation = this.#options.conversations[app].find(({ handset }) => handset.id === person);
    if (conversation === undefined) return;
    conversation.typing = true;
    const end = () => {
      conversation.typing = false;
      this.#options.changed();
    };
    setTimeout(end, TYPING).unref();
  }

  #phone(app: App): PhoneView {
    const conversation = this.#conversation(app);
    const people = this.#options.conversations[app].map(({ handset }) => handset.name);
    const { bubbles } = conversation;
    const { typing, handset } = conversation;
    return { people, person: this.#holders[app], blocked: handset.blocked, typing, bubbles };
  }

  #conversation(app: App): Conversation {
    return this.#options.conversations[app][this.#holders[app]] as Conversation;
  }
}

function act(conversation: Conversation, action: Exclude<Action, { do: "person" }>): void {
  if (action.do === "say") conversation.say(action.text);
  else if (action.do === "press") conversation.press(action.bubble, action.button);
  else if (action.do === "photo") conversation.photo(action.data ? Buffer.from(action.data, "base64") : receipt());
  else if (action.do === "forward") conversation.forward(FORWARDED);
  else conversation[action.do]();
}
