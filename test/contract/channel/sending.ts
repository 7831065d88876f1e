import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Part } from "../../../src/core/mail.ts";
import { until } from "../../until.ts";
import { Bench, plain, REST } from "./bench.ts";
import type { ChannelRig } from "./rig.ts";

/** Every part arrives as it is, or its outcome says what to do with it. */
export function describeSending(open: () => Promise<ChannelRig>): void {
  describe("sending", () => {
    let bench: Bench;
    beforeEach(async () => {
      bench = new Bench(await open());
    });
    afterEach(() => bench.close());

    it.each([
      "Lệ phí: 8.000 đồng.\n\nNguồn: <b>1.001193</b> & `khai-sinh.md` *[1](x)* _y_",
      "Dạ 👨‍👩‍👧‍👦 — “trích” 𠮷",
    ])("brings the text as it is: %j", async (text) => {
      expect(await bench.send(plain(text))).toEqual({ status: "sent" });
      expect(bench.rig.received()).toEqual([plain(text)]);
    });

    it("can fill its limits", async () => {
      const { text, buttons, label } = bench.rig.channel.limits;
      const full: Part = {
        text: "ữ".repeat(text),
        buttons: Array.from({ length: buttons }, (_, index) => ({
          label: "ữ".repeat(label),
          send: `#p/1.${String(index).padStart(6, "0")}/${"x".repeat(52)}`.slice(0, 64),
        })),
      };
      expect(await bench.send(full)).toEqual({ status: "sent" });
      expect(bench.rig.received()).toEqual([full]);
    });

    it("gets the payload of a pressed button back", async () => {
      if (bench.rig.presses === undefined) return;
      await bench.rig.channel.start(bench.accept);
      const button = { label: "Lệ phí", send: "#p/1.001193/fee" };
      await bench.send({ text: "Anh/chị muốn biết gì?", buttons: [button] });
      bench.rig.presses(button);
      await until(() => bench.inbox.length === 1);
      expect(bench.inbox[0]).toMatchObject({ person: bench.rig.person, text: button.send });
    });

    it.each(["limited", "broken", "cut"] as const)("asks for another attempt when the platform is %s", async (kind) => {
      bench.rig.trouble(kind);
      const sent = await bench.send(plain("một"));
      expect(sent.status).toBe("later");
      if (sent.status === "later") {
        expect(sent.after).toBeGreaterThan(0);
        expect(sent.after).toBeLessThanOrEqual(60_000);
      }
      expect(bench.rig.received()).toEqual([]);
      expect(await bench.send(plain("một"))).toEqual({ status: "sent" });
    });

    it("knows a person who cannot be reached from a message that is not taken", async () => {
      bench.rig.trouble("refused");
      expect(await bench.send(plain("một"))).toMatchObject({ status: "refused", reason: expect.stringMatching(/./) });
      bench.rig.trouble("blocked");
      expect(await bench.send(plain("hai"))).toMatchObject({
        status: "unreachable",
        reason: expect.stringMatching(/./),
      });
    });

    it("keeps the platform's pace by asking for later", async () => {
      bench.rig.forward(REST);
      const outcomes = await Promise.all(
        Array.from({ length: 200 }, (_, index) => bench.rig.channel.send(bench.rig.person, plain(`phần ${index}`))),
      );
      const later = outcomes.filter(({ status }) => status === "later");
      expect(outcomes[0]).toEqual({ status: "sent" });
      expect(later.length).toBeGreaterThan(0);
      expect(bench.rig.received()).toHaveLength(outcomes.length - later.length);
    });

    it("works without listening, before and after", async () => {
      expect(await bench.send(plain("một"))).toEqual({ status: "sent" });
      await bench.rig.channel.start(bench.accept);
      await bench.rig.channel.stop();
      expect(await bench.send(plain("hai"))).toEqual({ status: "sent" });
      expect(bench.rig.received()).toEqual([plain("một"), plain("hai")]);
    });

    it("tells its secrets to no log and no outcome", async () => {
      await bench.rig.channel.start(bench.accept);
      const told: unknown[] = [];
      for (const kind of ["limited", "broken", "cut", "refused", "blocked"] as const) {
        bench.rig.trouble(kind);
        told.push(await bench.send(plain(kind)));
      }
      await bench.rig.channel.stop();
      await bench.rig.close();
      const all = bench.rig.logged() + JSON.stringify(told);
      for (const secret of bench.rig.secrets) expect(all).not.toContain(secret);
    });
  });
}
