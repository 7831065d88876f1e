import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Headers } from "../../../src/core/mail.ts";
import { Bench, storeDown } from "./bench.ts";
import type { ChannelRig } from "./rig.ts";

/** Only the platform is believed, and told to repeat what was not kept. Of no effect for a channel without a webhook. */
export function describeWebhook(open: () => Promise<ChannelRig>): void {
  describe("the webhook, if there is one", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = new Bench(await open());
    });
    afterEach(() => bench.close());

    const receive = (body: Uint8Array, headers: Headers) => bench.rig.channel.webhook?.receive(body, headers);

    it("takes what is proved to be from the platform, as often as it comes", async () => {
      const call = bench.rig.call?.("xin chào");
      if (call === undefined) return;
      await bench.rig.channel.start(bench.accept);
      expect(bench.rig.channel.webhook?.path).toMatch(/^\/webhooks\/[a-z-]+$/);
      expect(await receive(call.body, call.headers)).toBe(200);
      expect(await receive(call.body, call.headers)).toBe(200);
      expect(bench.inbox.map(({ text }) => text)).toEqual(["xin chào", "xin chào"]);
      expect(new Set(bench.inbox.map(({ id }) => id)).size).toBe(1);
    });

    it("believes nobody else", async () => {
      const call = bench.rig.call?.("xin chào");
      if (call === undefined) return;
      await bench.rig.channel.start(bench.accept);
      expect(await receive(call.body, {})).toBe(401);
      for (const header of Object.keys(call.headers)) {
        const proof = String(call.headers[header]);
        const wrong = [undefined, "", proof.slice(0, -1), `${proof}0`, `${proof.slice(0, -1)}~`, [proof, proof]];
        for (const value of wrong) expect(await receive(call.body, { ...call.headers, [header]: value })).toBe(401);
      }
      expect(bench.inbox).toEqual([]);
    });

    it("answers 503 when the message could not be kept, and while it is not listening", async () => {
      const call = bench.rig.call?.("xin chào");
      if (call === undefined) return;
      expect(await receive(call.body, call.headers)).toBe(503);
      await bench.rig.channel.start(async () => {
        throw storeDown();
      });
      expect(await receive(call.body, call.headers)).toBe(503);
      await bench.rig.channel.stop();
      expect(await receive(call.body, call.headers)).toBe(503);
    });
  });
}
