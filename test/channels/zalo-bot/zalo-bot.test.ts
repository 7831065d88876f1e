import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { toParts } from "../../../src/channels/parts.ts";
import { createZaloBot } from "../../../src/channels/zalo-bot/zalo-bot.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import type { Part } from "../../../src/core/mail.ts";
import { badGateway, cutAfter, cutBefore } from "../../stand-ins/telegram/fault.ts";
import { surroundings } from "../../surroundings.ts";
import { until } from "../../until.ts";
import { openRig, SECRET, type ZaloBotRig } from "./rig.ts";

const plain: Part = { text: "Dạ.", buttons: [] };
const illustrated: Part = { ...plain, picture: { file: "qr-login.svg", alt: "Mã QR trên màn hình" } };

let rig: ZaloBotRig;
let inbox: Inbound[];
const accept = async (inbound: Inbound) => {
  inbox.push(inbound);
  return "new" as const;
};
const called = (method: string) => rig.standIn.state.calls.filter((call) => call.method === method);

beforeEach(() => {
  inbox = [];
});
afterEach(async () => {
  await rig.channel.stop();
  await rig.close();
});

describe.each(["polling", "webhook"] as const)("the Zalo bot by %s", (mode) => {
  beforeEach(async () => {
    rig = await openRig(mode);
  });

  it("hands over what people send, and leaves groups alone", async () => {
    await rig.channel.start(accept);
    rig.phone.saysInGroup("@bot chào");
    rig.phone.sendsPhoto("https://example.org/giay.jpg", "giấy này");
    rig.phone.sendsVoice("https://example.org/loi.m4a");
    rig.phone.sendsSticker("0e07", "https://example.org/s.png");
    rig.phone.sendsSomethingElse();
    await until(() => inbox.length === 4);
    expect(inbox.map(({ kind, text, media }) => [kind, text, media?.type])).toEqual([
      ["media", "giấy này", "photo"],
      ["media", "", "voice"],
      ["media", "", "sticker"],
      ["media", "", "other"],
    ]);
  });

  it("shows that an answer is under way, for what is new and within a pace", async () => {
    await rig.channel.start(async (inbound) => {
      await accept(inbound);
      return inbox.length === 1 ? "seen" : "new";
    });
    for (let count = 0; count < 9; count++) rig.says(`câu ${count}`);
    await until(() => inbox.length === 9);
    await rig.channel.stop();
    expect(called("sendChatAction").map(({ payload }) => payload)).toEqual(
      Array.from({ length: 5 }, () => ({ chat_id: rig.person, action: "typing" })),
    );
  });

  it("minds no fault of what is only a courtesy", async () => {
    rig.standIn.faults.plan("sendChatAction", cutBefore);
    await rig.channel.start(accept);
    rig.says("một");
    await until(() => inbox.length === 1);
    await rig.channel.stop();
    expect(rig.logLines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
  });
});

describe("the Zalo bot by webhook", () => {
  beforeEach(async () => {
    rig = await openRig("webhook");
  });

  it("tells Zalo its address and its secret, and does not ask for messages", async () => {
    await rig.channel.start(accept);
    await until(() => called("setWebhook").length === 1);
    expect(called("setWebhook")[0]?.payload).toEqual({
      url: rig.standIn.state.webhook?.url,
      secret_token: SECRET,
    });
    expect(called("getUpdates")).toEqual([]);
  });

  it("leaves the address to the operator when it is told none", async () => {
    const { log, now } = surroundings();
    const { token } = rig.standIn.state;
    const settings = { token, apiRoot: `${rig.standIn.root}/`, webhook: { secret: SECRET } };
    const channel = createZaloBot(settings, { log, now });
    await channel.start(accept);
    await channel.stop();
    expect(rig.standIn.state.calls).toEqual([]);
  });

  it("listens although Zalo cannot be told about it, and says so", async () => {
    rig.standIn.faults.plan("setWebhook", cutBefore);
    await rig.channel.start(accept);
    const { body, headers } = rig.call?.("xin chào") ?? { body: new Uint8Array(), headers: {} };
    expect(await rig.channel.webhook?.receive(body, headers)).toBe(200);
    await rig.channel.stop();
    expect(rig.logLines.filter(({ level }) => level === 40)).toMatchObject([
      { msg: "Zalo could not be told about us" },
    ]);
  });
});

describe("what the Zalo bot sends", () => {
  beforeEach(async () => {
    rig = await openRig("polling", {
      pictures: ({ file }) => (file === "missing.svg" ? undefined : `https://example.org/pictures/${file}`),
    });
  });

  it("is plain text, whose menu is numbered", async () => {
    const buttons = [
      { label: "Lệ phí", send: "#p/1.001193/fee" },
      { label: "Thời hạn", send: "#p/1.001193/time" },
    ];
    for (const part of toParts({ text: "Anh/chị muốn biết gì?", buttons }, rig.channel.limits)) {
      expect(await rig.channel.send(rig.person, part)).toEqual({ status: "sent" });
    }
    const text = "Anh/chị muốn biết gì?\n\n  1. Lệ phí\n  2. Thời hạn";
    expect(called("sendMessage").map(({ payload }) => payload)).toEqual([{ chat_id: rig.person, text }]);
  });

  it("is a picture with its words below, where the picture has an address", async () => {
    await rig.channel.send(rig.person, illustrated);
    await rig.channel.send(rig.person, { ...plain, picture: { file: "missing.svg", alt: "" } });
    expect(rig.phone.received).toMatchObject([
      { photo: "https://example.org/pictures/qr-login.svg", text: "Dạ." },
      { text: "Dạ." },
    ]);
    expect(rig.phone.received[1]?.photo).toBeUndefined();
  });

  it("goes without the picture that Zalo refuses", async () => {
    rig.standIn.faults.plan("sendPhoto", { kind: "error", code: 400, description: "photo is invalid" });
    expect(await rig.channel.send(rig.person, illustrated)).toEqual({ status: "sent" });
    expect(rig.received()).toEqual([plain]);
  });

  it("waits with the picture when the fault passes", async () => {
    rig.standIn.faults.plan("sendPhoto", badGateway);
    expect(await rig.channel.send(rig.person, illustrated)).toEqual({ status: "later", after: 2_000 });
    expect(rig.received()).toEqual([]);
  });

  it("cannot be known to have arrived when the answer is cut off", async () => {
    rig.standIn.faults.plan("sendMessage", cutAfter);
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "later", after: 2_000 });
    expect(rig.received()).toEqual([plain]);
  });

  it("keeps to three at once and one a second to one person", async () => {
    const outcomes = [];
    for (let count = 0; count < 4; count++) outcomes.push(await rig.channel.send(rig.person, plain));
    expect(outcomes.map(({ status }) => status)).toEqual(["sent", "sent", "sent", "later"]);
    expect(outcomes[3]).toEqual({ status: "later", after: 1_000 });
  });

  it("does not reach who never wrote or who has blocked the bot", async () => {
    expect(await rig.channel.send("u-9", plain)).toEqual({
      status: "unreachable",
      reason: "400 Bad Request: chat not found",
    });
    rig.phone.blocks();
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "unreachable", reason: "403 Forbidden" });
    rig.phone.unblocks();
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "sent" });
  });

  it("is told to no log", async () => {
    await rig.channel.send("u-9", { text: "Phí là 8.000 đồng", buttons: [] });
    expect(rig.logLines).toMatchObject([{ level: 40, outcome: "unreachable", status: 400 }]);
    expect(rig.logged()).not.toContain("8.000");
    expect(rig.logged()).not.toContain("u-9");
  });
});
