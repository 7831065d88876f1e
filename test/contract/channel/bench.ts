import type { Inbound } from "../../../src/core/conversation.ts";
import { AppError } from "../../../src/core/errors.ts";
import type { Accept, Part, Sent } from "../../../src/core/mail.ts";
import type { ChannelRig } from "./rig.ts";

/** A rest after which no pace holds the next part back, in milliseconds. */
export const REST = 10_000;

export const plain = (text: string): Part => ({ text, buttons: [] });

/** What a mailroom throws when nothing can be kept. */
export const storeDown = () => new AppError("store_down", "the store does not answer", "");

/** A rig under test, with what it has handed over. */
export class Bench {
  readonly inbox: Inbound[] = [];
  readonly rig: ChannelRig;

  constructor(rig: ChannelRig) {
    this.rig = rig;
  }

  readonly accept: Accept = async (inbound) => {
    const seen = this.inbox.some(({ id }) => id === inbound.id);
    this.inbox.push(inbound);
    return seen ? "seen" : "new";
  };

  /** Sends to the rig's person after a rest. */
  send(part: Part): Promise<Sent> {
    this.rig.forward(REST);
    return this.rig.channel.send(this.rig.person, part);
  }

  async close(): Promise<void> {
    await this.rig.channel.stop();
    await this.rig.close();
  }
}
