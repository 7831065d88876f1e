import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inbound } from "../../../src/core/conversation.ts";
import { AppError } from "../../../src/core/errors.ts";
import { badGateway, cutAfter, type Fault } from "../../stand-ins/telegram/fault.ts";
import { until } from "../../until.ts";
import { openRig, type TelegramRig } from "./rig.ts";

let rig: TelegramRig;
let inbox: Inbound[];
const accept = async (inbound: Inbound) => {
  const seen = inbox.some(({ id }) => id === inbound.id);
  inbox.push(inbound);
  return seen ? ("seen" as const) : ("new" as const);
};
const texts = () => [...new Map(inbox.map(({ id, text }) => [id, text])).values()];
const waiting = () => rig.standIn.state.updates.size;
const warnings = () => rig.logLines.filter(({ level }) => level === 40);

beforeEach(async () => {
  rig = await openRig("polling");
  inbox = [];
});
afterEach(async () => {
  await rig.channel.stop();
  await rig.close();
});

describe("long polling", () => {
  it("lets Telegram forget an update only when it is kept", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let entered = false;
    await rig.channel.start(async (inbound) => {
      entered = true;
      await held;
      return accept(inbound);
    });
    rig.says("một");
    await until(() => entered);
    rig.says("hai");
    expect(waiting()).toBe(2);
    release();
    await until(() => waiting() === 0);
    expect(texts()).toEqual(["một", "hai"]);
  });

  it("gets again what one chat could not be kept of, while the others go on", async () => {
    const other = rig.standIn.phone({ id: 8_001, first_name: "Minh" });
    let down = true;
    rig.says("một");
    other.says("khác");
    rig.says("hai");
    await rig.channel.start(async (inbound) => {
      if (down && inbound.person === rig.person) throw new AppError("store_down", "down", "");
      return accept(inbound);
    });
    await until(() => inbox.length === 1);
    expect(texts()).toEqual(["khác"]);
    expect(waiting()).toBe(3);
    down = false;
    await until(() => waiting() === 0);
    expect(texts()).toEqual(["khác", "một", "hai"]);
  });

  it("loses nothing over a restart before the update is kept", async () => {
    const second = await openRig("polling");
    await second.channel.start(() => Promise.reject(new Error("killed")));
    second.says("một");
    await until(() => second.logLines.some(({ level }) => level === 50));
    await second.channel.stop();
    expect(second.standIn.state.updates.size).toBe(1);
    await second.close();
  });

  it("loses nothing when an answer of Telegram is cut off", async () => {
    rig.standIn.faults.plan("getUpdates", cutAfter, badGateway);
    rig.says("một");
    await rig.channel.start(accept);
    await until(() => waiting() === 0);
    expect(texts()).toEqual(["một"]);
  });

  it("goes on when ids start anew, lower than before", async () => {
    await rig.channel.start(accept);
    rig.says("một");
    await until(() => inbox.length === 1 && waiting() === 0);
    await until(() => rig.standIn.state.updates.polled);
    rig.standIn.state.updates.endPoll();
    const asked = () => rig.standIn.state.calls.filter(({ method }) => method === "getUpdates");
    await until(() => asked().at(-1)?.payload.offset === 0);
    const message = { message_id: 1, date: 1_795_489_200, chat: { id: 7_000_000_001, type: "private" }, text: "hai" };
    rig.standIn.state.updates.add({ update_id: 17, message });
    await until(() => waiting() === 0);
    rig.standIn.state.updates.add({ update_id: 18, message: { ...message, text: "ba" } });
    await until(() => inbox.length === 3);
    expect(texts()).toEqual(["một", "hai", "ba"]);
  });

  it("takes away a webhook that an earlier run has set", async () => {
    rig.standIn.state.webhook = { url: "http://127.0.0.1:9/webhooks/telegram", secret: undefined };
    await rig.channel.start(accept);
    rig.says("một");
    await until(() => inbox.length === 1);
    expect(rig.standIn.state.webhook).toBeUndefined();
  });

  it("says once why it cannot ask, tries on, and says it again after it worked", async () => {
    const unauthorized: Fault = { kind: "error", code: 401, description: "Unauthorized" };
    rig.standIn.faults.plan("deleteWebhook", unauthorized, unauthorized);
    await rig.channel.start(accept);
    rig.says("một");
    await until(() => inbox.length === 1);
    expect(warnings()).toMatchObject([{ status: 401, reason: "Unauthorized" }]);
    rig.standIn.faults.plan("getUpdates", unauthorized);
    rig.says("hai");
    await until(() => inbox.length === 2 && waiting() === 0);
    await until(() => warnings().length === 2);
  });

  it("stops at once although a call is held open", async () => {
    await rig.channel.start(accept);
    await until(() => rig.standIn.state.updates.polled);
    const start = performance.now();
    await rig.channel.stop();
    expect(performance.now() - start).toBeLessThan(1_000);
    expect(warnings()).toEqual([]);
  });
});
