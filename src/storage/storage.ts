import type { Mailroom } from "../core/mail.ts";
import type { Store } from "../core/store.ts";

/** What must outlive the process: messages on their way, and records. Both share one file or one connection. */
export interface Storage {
  readonly mailroom: Mailroom;
  readonly store: Store;
  /** Lets work under way on lanes finish, then closes both. May be called twice. */
  close(): Promise<void>;
}
