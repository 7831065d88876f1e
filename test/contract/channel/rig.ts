import type { Button } from "../../../src/core/conversation.ts";
import type { Channel, Headers, Part } from "../../../src/core/mail.ts";

/** What a platform can be made to do to the next part. */
export type Trouble =
  | "limited" // too many messages
  | "blocked" // the person cannot be reached
  | "refused" // the platform will never take such a message
  | "broken" // a fault of the platform
  | "cut"; // the connection breaks before anything is done

/** A channel that is connected to a stand-in of its platform, and not yet started. */
export interface ChannelRig {
  readonly channel: Channel;
  /** Somebody whom the platform knows and the channel may write to. */
  readonly person: string;
  /** The person writes. */
  says(text: string): void;
  /** The platform brings the last message once more, to a channel that listens. */
  repeats(): Promise<void>;
  /** The person presses a button of the last part received. Absent where choices are numbered lines. */
  presses?(button: Button): void;
  /** What the person sees, oldest first. */
  received(): readonly Part[];
  /** The next part that is sent meets this. */
  trouble(kind: Trouble): void;
  /** Sets the channel's clock forward. */
  forward(milliseconds: number): void;
  /** All that was logged, as text. */
  logged(): string;
  /** Tokens and secrets, which nobody may see. */
  readonly secrets: readonly string[];
  /** A call of the platform that the channel's webhook must believe. */
  call?(text: string): { readonly body: Uint8Array; readonly headers: Headers };
  /** Stops all but the channel. */
  close(): Promise<void>;
}
