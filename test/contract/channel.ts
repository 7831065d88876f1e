import { describe } from "vitest";
import { describeReceiving } from "./channel/receiving.ts";
import type { ChannelRig } from "./channel/rig.ts";
import { describeSending } from "./channel/sending.ts";
import { describeWebhook } from "./channel/webhook.ts";

export type { ChannelRig, Trouble } from "./channel/rig.ts";

/** What every channel does, whatever the platform. */
export function describeChannel(name: string, open: () => Promise<ChannelRig>): void {
  describe(`channel contract: ${name}`, () => {
    describeReceiving(open);
    describeSending(open);
    describeWebhook(open);
  });
}
