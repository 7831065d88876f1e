import { AppError } from "../../src/core/errors.ts";
import type { Feed, FeedItem, Said } from "../../src/core/feed.ts";
import { Listeners } from "../../src/storage/feed/listeners.ts";

/** A feed in memory, with a store that can go away. */
export class MemoryFeed implements Feed {
  readonly #items: (FeedItem & { readonly person: string })[] = [];
  readonly #listeners = new Listeners();
  down = false;
  /** How many listen now. */
  listening = 0;

  async append(person: string, said: Said): Promise<void> {
    this.#check();
    this.#items.push({ ...said, person, place: `${this.#items.length + 1}-0` });
    this.#listeners.wake(person);
  }

  async read(person: string, after = "0-0"): Promise<readonly FeedItem[]> {
    this.#check();
    const behind = Number.parseInt(after, 10) || 0;
    return this.#items
      .filter((item) => item.person === person && Number.parseInt(item.place, 10) > behind)
      .map(({ person: _, ...item }) => item);
  }

  listen(person: string, wake: () => void): () => void {
    this.listening++;
    const stop = this.#listeners.add(person, wake);
    return () => {
      this.listening--;
      stop();
    };
  }

  async erase(): Promise<void> {
    this.#items.length = 0;
  }

  async close(): Promise<void> {
    this.#listeners.clear();
  }

  /** Wakes without news. */
  wake(person: string): void {
    this.#listeners.wake(person);
  }

  #check(): void {
    if (this.down) throw new AppError("store_down", "the store is away", "Hệ thống đang bận.");
  }
}

export function said(text: string, more: Partial<Said> = {}): Said {
  return { from: "assistant", text, buttons: [], at: "2026-11-24T03:00:00.000Z", ...more };
}
