import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { createZaloOa } from "../../../src/channels/zalo-oa/zalo-oa.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { error } from "../../stand-ins/zalo-oa/fault.ts";
import { OAUTH_PATH } from "../../stand-ins/zalo-oa/oauth.ts";
import { surroundings } from "../../surroundings.ts";
import { until } from "../../until.ts";
import { openRig, type ZaloOaRig } from "./rig.ts";

let rig: ZaloOaRig;
let inbox: Inbound[];
const accept = async (inbound: Inbound) => {
  inbox.push(inbound);
  return "new" as const;
};
const renewals = () => rig.standIn.state.calls.filter(({ path }) => path === OAUTH_PATH).length;

beforeEach(async () => {
  rig = await openRig();
  inbox = [];
});
afterEach(async () => {
  vi.useRealTimers();
  await rig.channel.stop();
  await rig.close();
});

describe("the Zalo Official Account", () => {
  it("has the limits of Zalo", () => {
    expect(rig.channel).toMatchObject({ name: "zalo", limits: { text: 2_000, buttons: 5, label: 100, caption: 0 } });
  });

  it("calls nobody before it starts or sends", () => {
    expect(rig.standIn.state.calls).toEqual([]);
    expect(rig.store.written).toEqual([]);
  });

  it("hears everything that a person can do", async () => {
    await rig.channel.start(accept);
    rig.phone.follows();
    rig.phone.says("Xin chào");
    rig.phone.sends("image", { url: "https://f.example/a.jpg" }, "giấy này");
    rig.phone.sends("location", { coordinates: { latitude: "9.17", longitude: "105.15" } });
    rig.phone.withdraws();
    rig.phone.unfollows();
    await until(() => inbox.length === 6);
    expect(inbox.map(({ kind }) => kind)).toEqual(["follow", "text", "media", "media", "withdraw", "unfollow"]);
    expect(new Set(inbox.map(({ person }) => person))).toEqual(new Set(["2000000000000000002"]));
    expect(new Set(inbox.map(({ id }) => id)).size).toBe(6);
  });

  it("hears an officer write from the console, and not itself", async () => {
    await rig.channel.start(accept);
    await rig.channel.send(rig.person, { text: "Dạ.", buttons: [] });
    rig.standIn.officerWrites(rig.person, "Chào anh, em là cán bộ.");
    await until(() => rig.standIn.deliveries.answers.length === 4);
    expect(inbox).toMatchObject([{ kind: "human", person: rig.person, text: "Chào anh, em là cán bộ." }]);
    const events = rig.standIn.deliveries.answers.map(({ body, status }) => [
      JSON.parse(String(body)).event_name,
      status,
    ]);
    expect(events).toEqual([
      ["oa_send_text", 200],
      ["user_received_message", 200],
      ["user_seen_message", 200],
      ["oa_send_text", 200],
    ]);
  });

  it("takes a payload that was typed by hand for what it is: words", async () => {
    await rig.channel.start(accept);
    rig.phone.says("#p/9.999999/fee");
    rig.phone.says(" #n");
    await until(() => inbox.length === 2);
    expect(inbox.map(({ kind, text }) => [kind, text])).toEqual([
      ["press", "#p/9.999999/fee"],
      ["text", " #n"],
    ]);
  });

  it("looks after its tokens from the start, and every hour", async () => {
    vi.useFakeTimers({ toFake: ["setInterval", "clearInterval"] });
    await rig.channel.start(accept);
    await until(() => rig.store.written.length === 1);
    rig.forward(20 * 3_600_000);
    expect(renewals()).toBe(0);
    vi.advanceTimersByTime(3_600_000);
    await until(() => rig.standIn.credentials.count === 2);
    await rig.channel.stop();
    rig.forward(20 * 3_600_000);
    vi.advanceTimersByTime(10 * 3_600_000);
    expect(renewals()).toBe(1);
  });

  it("alarms at the start when there are no tokens to be had", async () => {
    const { log, logged, now } = surroundings();
    const { accessToken, ...bare } = rig.settings;
    rig.standIn.faults.plan(OAUTH_PATH, error(-14002, "Invalid appId"));
    const channel = createZaloOa(bare, { log, now, store: rig.store });
    await channel.start(accept);
    await until(() => logged.some(({ alarm }) => alarm === "zalo_tokens"));
    await channel.stop();
    expect(JSON.stringify(logged)).not.toContain(accessToken ?? "none");
  });

  it("goes on with renewed tokens after a restart with the old settings", async () => {
    rig.forward(21 * 3_600_000);
    await rig.channel.send(rig.person, { text: "một", buttons: [] });
    rig.forward(21 * 3_600_000);
    await rig.channel.send(rig.person, { text: "hai", buttons: [] });
    await rig.channel.stop();
    const { log, now } = surroundings();
    const again = createZaloOa(rig.settings, { log, now, store: rig.store });
    expect(await again.send(rig.person, { text: "ba", buttons: [] })).toEqual({ status: "sent" });
    await again.stop();
    expect(rig.received().map(({ text }) => text)).toEqual(["một", "hai", "ba"]);
    expect(rig.standIn.credentials.count).toBe(renewals() + 1);
  });

  it("proves the app's secret where that is set", async () => {
    const proving = await openRig({ proof: true });
    expect(await proving.channel.send(proving.person, { text: "Dạ.", buttons: [] })).toEqual({ status: "sent" });
    await proving.channel.stop();
    await proving.close();
  });

  it("keeps to the pace it is given", async () => {
    const slow = await openRig({ settings: { perMinute: 60 } });
    const outcomes = [];
    for (let count = 0; count < 61; count++) {
      outcomes.push(await slow.channel.send(slow.person, { text: "Dạ.", buttons: [] }));
    }
    expect(outcomes.at(-2)).toEqual({ status: "sent" });
    expect(outcomes.at(-1)).toEqual({ status: "later", after: 1_000 });
    await slow.channel.stop();
    await slow.close();
  });
});
