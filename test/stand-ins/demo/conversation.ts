import type { Album } from "./album.ts";
import type { Handset, Received, Repeat } from "./handset.ts";
import { type Forwarded, PLACE } from "./samples.ts";
import type { Bubble } from "./view.ts";

/** Most messages that a screen shows. */
const SHOWN = 80;

export interface ConversationOptions {
  readonly handset: Handset;
  readonly album: Album;
  readonly now: () => Date;
}

/** One person's talk with the bot in one app: what they sent, and what came back. */
export class Conversation {
  readonly handset: Handset;
  /** The bot shows that it is writing. */
  typing = false;
  readonly #album: Album;
  readonly #now: () => Date;
  readonly #bubbles: Bubble[] = [];
  #last: Repeat | undefined;
  #count = 0;

  constructor({ handset, album, now }: ConversationOptions) {
    this.handset = handset;
    this.#album = album;
    this.#now = now;
  }

  /** The last messages, with all that has come or changed meanwhile. */
  get bubbles(): readonly Bubble[] {
    for (const received of this.handset.received()) this.#receive(received);
    return this.#bubbles.slice(-SHOWN);
  }

  begin(): void {
    this.#notice("Đã mở cuộc trò chuyện.");
    this.#last = this.handset.begins();
  }

  say(text: string): void {
    this.#show({ text });
    this.#last = this.handset.says(text);
  }

  /** Presses a button; neither app shows it as a message. */
  press(message: string, button: number): void {
    this.#last = this.handset.presses(message, button) ?? this.#last;
  }

  photo(bytes: Uint8Array): void {
    const photo = this.#album.keep(bytes);
    this.#show({ picture: new URL(photo.url).pathname });
    this.#last = this.handset.sendsPhoto(photo);
  }

  place(): void {
    this.#show({ note: "Vị trí", text: PLACE.name });
    this.#last = this.handset.sharesPlace(PLACE);
  }

  forward({ text, writer }: Forwarded): void {
    this.#show({ note: `Chuyển tiếp từ ${writer}`, text });
    this.#last = this.handset.forwards(text, writer);
  }

  block(): void {
    this.#notice("Đã chặn trợ lý.");
    this.#last = this.handset.blocks();
  }

  unblock(): void {
    this.#notice("Đã bỏ chặn.");
    this.#last = this.handset.unblocks();
  }

  /** The platform sends the last update a second time. */
  repeat(): void {
    const last = this.#last;
    this.#notice(last ? "Nền tảng vừa gửi trùng tin cuối thêm một lần." : "Chưa có tin nào để gửi trùng.");
    last?.();
  }

  #show(shown: Partial<Bubble>): void {
    this.#add({ id: `me-${++this.#count}`, from: "me", text: "", buttons: [], ...shown });
  }

  #notice(text: string): void {
    this.#add({ id: `notice-${++this.#count}`, from: "notice", text, buttons: [] });
  }

  #receive({ picture, ...received }: Received): void {
    const shown = { ...received, ...(picture && { picture: new URL(this.#album.keep(picture).url).pathname }) };
    const known = this.#bubbles.findIndex(({ id }) => id === received.id);
    if (known >= 0) this.#bubbles[known] = { ...(this.#bubbles[known] as Bubble), ...shown };
    else {
      this.#add({ from: "bot", ...shown });
      this.typing = false;
    }
  }

  #add(bubble: Omit<Bubble, "at">): void {
    this.#bubbles.push({ ...bubble, at: this.#now().getTime() });
  }
}
