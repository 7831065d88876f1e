import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Inbound } from "../../../src/core/conversation.ts";
import { AppError } from "../../../src/core/errors.ts";
import { badGateway, cutBefore, type Fault } from "../../stand-ins/telegram/fault.ts";
import { until } from "../../until.ts";
import { openRig, type ZaloBotRig } from "./rig.ts";

let rig: ZaloBotRig;
let inbox: Inbound[];
const accept = async (inbound: Inbound) => {
  inbox.push(inbound);
  return "new" as const;
};
const texts = () => inbox.map(({ text }) => text);
const waiting = () => rig.standIn.state.updates.size;
const linesOf = (level: number) => rig.logLines.filter((line) => line.level === level);
const called = (method: string) => rig.standIn.state.calls.filter((call) => call.method === method);

beforeEach(async () => {
  rig = await openRig("polling");
  inbox = [];
});
afterEach(async () => {
  await rig.channel.stop();
  await rig.close();
});

describe("long polling", () => {
  it("fetches one update, and the next only when that one is kept", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    let entered = false;
    rig.says("một");
    rig.says("hai");
    rig.says("ba");
    await rig.channel.start(async (inbound) => {
      entered = true;
      await held;
      return accept(inbound);
    });
    await until(() => entered);
    expect(waiting()).toBe(2);
    expect(called("getUpdates")).toHaveLength(1);
    release();
    await until(() => inbox.length === 3);
    expect(texts()).toEqual(["một", "hai", "ba"]);
  });

  it("tries to keep what it has fetched until the store takes it, before it fetches more", async () => {
    let down = true;
    await rig.channel.start(async (inbound) => {
      if (down) throw new AppError("store_down", "down", "");
      return accept(inbound);
    });
    rig.says("một");
    await until(() => linesOf(50).length === 1);
    rig.says("hai");
    expect(waiting()).toBe(1);
    down = false;
    await until(() => inbox.length === 2);
    expect(texts()).toEqual(["một", "hai"]);
  });

  it("tries once more when it is stopped, and says when the message is lost", async () => {
    let tries = 0;
    await rig.channel.start(async () => {
      tries++;
      throw new AppError("store_down", "down", "");
    });
    rig.says("một");
    await until(() => tries === 1);
    await rig.channel.stop();
    expect(tries).toBe(2);
    expect(linesOf(50).at(-1)?.msg).toMatch(/^a message is lost/);
    expect(rig.logged()).not.toContain("một");
  });

  it("keeps what the open call brings while it stops", async () => {
    await rig.channel.start(accept);
    await until(() => rig.standIn.state.updates.polled);
    const stopped = rig.channel.stop();
    rig.says("một");
    await stopped;
    expect(texts()).toEqual(["một"]);
    expect(waiting()).toBe(0);
  });

  it("asks on when nothing came, which is no trouble", async () => {
    await rig.channel.start(accept);
    await until(() => called("getUpdates").length >= 3);
    expect(called("getUpdates")[0]?.payload).toEqual({ timeout: 0.2 });
    rig.says("một");
    await until(() => inbox.length === 1);
    expect(linesOf(40)).toEqual([]);
  });

  it("takes away a webhook that an earlier run has set", async () => {
    rig.standIn.state.webhook = { url: "http://127.0.0.1:9/", secret: "s-12345678", updated_at: 0 };
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
    expect(linesOf(40)).toMatchObject([{ status: 401, reason: "Unauthorized" }]);
    rig.standIn.faults.plan("getUpdates", unauthorized);
    await until(() => linesOf(40).length === 2);
  });

  it("is not stopped by a proxy's page or a broken connection", async () => {
    rig.standIn.faults.plan("getUpdates", badGateway, cutBefore);
    await rig.channel.start(accept);
    rig.says("một");
    await until(() => inbox.length === 1);
    expect(linesOf(40).length).toBeGreaterThan(0);
  });
});
