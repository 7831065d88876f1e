import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { createTelegram } from "../../../src/channels/telegram/telegram.ts";
import type { Inbound } from "../../../src/core/conversation.ts";
import { cutBefore } from "../../stand-ins/telegram/fault.ts";
import { surroundings } from "../../surroundings.ts";
import { until } from "../../until.ts";
import { openRig, SECRET, type TelegramRig } from "./rig.ts";

const MENU = ["start", "help", "tra_cuu", "huong_dan", "can_bo", "xoa_du_lieu"];

let rig: TelegramRig;
let inbox: Inbound[];
const accept = async (inbound: Inbound) => {
  inbox.push(inbound);
  return "new" as const;
};
const called = (method: string) => rig.standIn.state.calls.filter((call) => call.method === method);

afterEach(async () => {
  await rig.channel.stop();
  await rig.close();
});

describe.each(["polling", "webhook"] as const)("Telegram by %s", (mode) => {
  beforeEach(async () => {
    rig = await openRig(mode);
    inbox = [];
  });

  it("puts the commands on the menu, in Vietnamese", async () => {
    await rig.channel.start(accept);
    await until(() => called("setMyCommands").length === 1);
    const commands = rig.standIn.state.commands as { command: string; description: string }[];
    expect(commands.map(({ command }) => command)).toEqual(MENU);
    expect(commands.every(({ description }) => description.length > 5 && description === description.normalize())).toBe(
      true,
    );
  });

  it("hands over a deep link as it was typed", async () => {
    await rig.channel.start(accept);
    rig.says("/start 1_001193");
    await until(() => inbox.length === 1);
    expect(inbox[0]).toMatchObject({ text: "/start 1_001193", kind: "text" });
  });

  it("releases a pressed button at once, before the press is kept", async () => {
    let release = () => {};
    const held = new Promise<void>((resolve) => {
      release = resolve;
    });
    await rig.channel.send(rig.person, { text: "Chọn:", buttons: [{ label: "Lệ phí", send: "#p/1.001193/fee" }] });
    await rig.channel.start(async (inbound) => {
      await held;
      return accept(inbound);
    });
    rig.phone.presses("#p/1.001193/fee");
    await until(() => called("answerCallbackQuery").length === 1);
    expect(inbox).toEqual([]);
    release();
    await until(() => inbox.length === 1);
    expect(inbox[0]).toMatchObject({ kind: "press", text: "#p/1.001193/fee" });
  });

  it("minds no fault of what is only a courtesy", async () => {
    rig.standIn.faults.plan("answerCallbackQuery", {
      kind: "error",
      code: 400,
      description: "Bad Request: query is too old",
    });
    rig.standIn.faults.plan("sendChatAction", cutBefore);
    rig.standIn.faults.plan("setMyCommands", cutBefore);
    await rig.channel.send(rig.person, { text: "Chọn:", buttons: [{ label: "Menu", send: "#h" }] });
    await rig.channel.start(accept);
    rig.phone.presses("#h");
    await until(() => inbox.length === 1);
    await rig.channel.stop();
    expect(rig.logLines.filter(({ level }) => Number(level) >= 40)).toEqual([]);
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

  it("hands over who blocked the bot and who came back, and says nothing to the one who left", async () => {
    await rig.channel.start(accept);
    rig.phone.blocks();
    await until(() => inbox.length === 1);
    expect(called("sendChatAction")).toEqual([]);
    expect(await rig.channel.send(rig.person, { text: "Dạ.", buttons: [] })).toEqual({
      status: "unreachable",
      reason: "Forbidden: bot was blocked by the user",
    });
    rig.phone.unblocks();
    await until(() => inbox.length === 2);
    expect(inbox.map(({ kind }) => kind)).toEqual(["unfollow", "follow"]);
  });

  it("hands over media and forwarded words, and leaves edited ones alone", async () => {
    await rig.channel.start(accept);
    await until(() => rig.standIn.state.allowed !== undefined);
    rig.phone.edits("sửa lại");
    rig.phone.sends("voice", new Uint8Array(3));
    rig.phone.sends("photo", new Uint8Array(3), { caption: "giấy này" });
    rig.phone.forwards("Phí bao nhiêu?", { type: "hidden_user", sender_user_name: "Cô Ba" });
    await until(() => inbox.length === 3);
    expect(
      inbox.map(({ kind, text, media, forwardedFrom }) => ({ kind, text, type: media?.type, forwardedFrom })),
    ).toEqual([
      { kind: "media", text: "", type: "voice", forwardedFrom: undefined },
      { kind: "media", text: "giấy này", type: "photo", forwardedFrom: undefined },
      { kind: "forward", text: "Phí bao nhiêu?", type: undefined, forwardedFrom: "Cô Ba" },
    ]);
  });

  it("keeps different people in parallel, each in order", async () => {
    const people = Array.from({ length: 20 }, (_, index) => rig.standIn.phone({ id: 8_000 + index, first_name: "X" }));
    let now = 0;
    let most = 0;
    await rig.channel.start(async (inbound) => {
      most = Math.max(most, ++now);
      await new Promise((resolve) => setImmediate(resolve));
      now -= 1;
      return accept(inbound);
    });
    for (let round = 0; round < 5; round++) for (const phone of people) phone.says(String(round));
    await until(() => inbox.length === 100);
    expect(most).toBeGreaterThan(1);
    for (const { person } of people) {
      const said = inbox.filter((inbound) => inbound.person === String(person.id)).map(({ text }) => text);
      expect(said).toEqual(["0", "1", "2", "3", "4"]);
    }
  });
});

describe("Telegram by webhook", () => {
  beforeEach(async () => {
    rig = await openRig("webhook");
    inbox = [];
  });

  it("tells Telegram its address, its secret and what it wants", async () => {
    await rig.channel.start(accept);
    await until(() => called("setWebhook").length === 1);
    expect(called("setWebhook")[0]?.payload).toEqual({
      url: rig.standIn.state.webhook?.url,
      secret_token: SECRET,
      allowed_updates: ["message", "callback_query", "my_chat_member"],
    });
    expect(called("getUpdates")).toEqual([]);
  });

  it("leaves the address to the operator when it is told none", async () => {
    const { log, now } = surroundings();
    const { token } = rig.standIn.state;
    const channel = createTelegram(
      { token, apiRoot: `${rig.standIn.root}/`, webhook: { secret: SECRET } },
      { log, now },
    );
    await channel.start(accept);
    await channel.stop();
    expect(rig.standIn.state.calls.map(({ method }) => method)).toEqual(["setMyCommands"]);
  });

  it("listens although Telegram cannot be told about it, and says so", async () => {
    rig.standIn.faults.plan("setWebhook", cutBefore);
    await rig.channel.start(accept);
    const { body, headers } = rig.call?.("xin chào") ?? { body: new Uint8Array(), headers: {} };
    expect(await rig.channel.webhook?.receive(body, headers)).toBe(200);
    await rig.channel.stop();
    expect(rig.logLines.filter(({ level }) => level === 40)).toMatchObject([
      { msg: "Telegram could not be told about us" },
    ]);
  });
});
