import { GrammyError, HttpError } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { keyboardOf } from "../../../src/channels/telegram/keyboard.ts";
import { loggableCall, outcomeOf } from "../../../src/channels/telegram/outcome.ts";
import type { Part } from "../../../src/core/mail.ts";
import { badGateway, cutAfter, tooMany } from "../../stand-ins/telegram/fault.ts";
import { openRig, type TelegramRig } from "./rig.ts";

const plain: Part = { text: "Dạ.", buttons: [] };
const answered = (error_code: number, description: string, parameters = {}) =>
  new GrammyError("failed", { ok: false, error_code, description, parameters }, "sendMessage", {});

describe("sending", () => {
  let rig: TelegramRig;
  beforeEach(async () => {
    rig = await openRig("polling");
  });
  afterEach(async () => {
    await rig.channel.stop();
    await rig.close();
  });

  it("sends plain text without previews, one button a row", async () => {
    const buttons = [
      { label: "Lệ phí", send: "#p/1.001193/fee" },
      { label: "Gặp cán bộ", send: "#n" },
    ];
    await rig.channel.send(rig.person, { text: "<b>Dạ</b> https://dichvucong.gov.vn", buttons });
    expect(rig.standIn.state.calls).toEqual([
      {
        method: "sendMessage",
        payload: {
          chat_id: rig.person,
          text: "<b>Dạ</b> https://dichvucong.gov.vn",
          link_preview_options: { is_disabled: true },
          reply_markup: {
            inline_keyboard: [
              [{ text: "Lệ phí", callback_data: "#p/1.001193/fee" }],
              [{ text: "Gặp cán bộ", callback_data: "#n" }],
            ],
          },
        },
      },
    ]);
  });

  it("rather loses a button that is too long than the answer, and tells the operator", async () => {
    const buttons = [
      { label: "Được", send: "#n" },
      { label: "Không được", send: `#${"ă".repeat(32)}` },
    ];
    expect(await rig.channel.send(rig.person, { text: "Dạ.", buttons })).toEqual({ status: "sent" });
    expect(rig.received()[0]?.buttons).toEqual([buttons[0]]);
    expect(rig.logLines).toMatchObject([{ level: 50, buttons: [buttons[1]?.send] }]);
  });

  it("comes back when Telegram says, within a minute", async () => {
    rig.standIn.faults.plan("sendMessage", tooMany(7), tooMany(3_600));
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "later", after: 7_000 });
    rig.forward(10_000);
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "later", after: 60_000 });
  });

  it("holds itself to three at once and one a second to one chat", async () => {
    const burst = [];
    for (let count = 0; count < 4; count++) burst.push(await rig.channel.send(rig.person, plain));
    expect(burst).toEqual([
      { status: "sent" },
      { status: "sent" },
      { status: "sent" },
      { status: "later", after: 1_000 },
    ]);
    rig.forward(1_000);
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "sent" });
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "later", after: 1_000 });
  });

  it("holds itself to thirty a second to all", async () => {
    const people = Array.from({ length: 40 }, (_, index) => rig.standIn.phone({ id: 9_000 + index, first_name: "X" }));
    const outcomes = await Promise.all(people.map(({ person }) => rig.channel.send(String(person.id), plain)));
    expect(outcomes.filter(({ status }) => status === "sent")).toHaveLength(30);
    expect(outcomes.at(-1)).toEqual({ status: "later", after: 34 });
  });

  it("cannot know that a part arrived when the answer is cut off", async () => {
    rig.standIn.faults.plan("sendMessage", cutAfter);
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "later", after: 2_000 });
    expect(rig.received()).toEqual([plain]);
  });

  it("takes the page of a proxy for a passing fault", async () => {
    rig.standIn.faults.plan("sendMessage", badGateway);
    expect(await rig.channel.send(rig.person, plain)).toEqual({ status: "later", after: 2_000 });
  });

  it.each([
    ["", "Bad Request: message text is empty"],
    ["x".repeat(4_097), "Bad Request: message is too long"],
  ])("says why a part is never taken", async (text, reason) => {
    expect(await rig.channel.send(rig.person, { text, buttons: [] })).toEqual({ status: "refused", reason });
  });

  it("cannot reach somebody who never wrote to the bot", async () => {
    const reason = "Bad Request: chat not found";
    expect(await rig.channel.send("1", plain)).toEqual({ status: "unreachable", reason });
  });

  it("logs the outcome, and neither the person nor the text", async () => {
    await rig.channel.send("1", { text: "Phí là 8.000 đồng", buttons: [] });
    expect(rig.logLines).toMatchObject([{ level: 40, outcome: "unreachable", status: 400 }]);
    expect(rig.logged()).not.toContain("8.000");
  });
});

describe("outcomeOf", () => {
  it.each([
    [answered(429, "Too Many Requests: retry after 5", { retry_after: 5 }), { status: "later", after: 5_000 }],
    [answered(429, "Too Many Requests"), { status: "later", after: 1_000 }],
    [answered(500, "Internal Server Error"), { status: "later", after: 2_000 }],
    [answered(502, "Bad Gateway"), { status: "later", after: 2_000 }],
    [answered(401, "Unauthorized"), { status: "later", after: 60_000 }],
    [answered(404, "Not Found"), { status: "later", after: 60_000 }],
    [
      answered(403, "Forbidden: user is deactivated"),
      { status: "unreachable", reason: "Forbidden: user is deactivated" },
    ],
    [answered(400, "Bad Request: PEER_ID_INVALID"), { status: "unreachable", reason: "Bad Request: PEER_ID_INVALID" }],
    [
      answered(400, "Bad Request: BUTTON_DATA_INVALID"),
      { status: "refused", reason: "Bad Request: BUTTON_DATA_INVALID" },
    ],
    [answered(413, "Request Entity Too Large"), { status: "refused", reason: "Request Entity Too Large" }],
    [new HttpError("Network request failed", new Error("ECONNRESET")), { status: "later", after: 2_000 }],
    [new TypeError("anything else"), { status: "later", after: 2_000 }],
  ])("%s", (error, outcome) => {
    expect(outcomeOf(error)).toEqual(outcome);
  });
});

describe("loggableCall", () => {
  it("tells what Telegram answered", () => {
    expect(loggableCall(answered(403, "Forbidden"))).toEqual({ status: 403, reason: "Forbidden" });
  });

  it("tells of a network error its code and not its message, which names the token", () => {
    const cause = Object.assign(new Error("request to http://x/bot1:secret/getMe failed"), { code: "ECONNRESET" });
    expect(loggableCall(new HttpError("failed", cause))).toEqual({ reason: "no answer", kind: "ECONNRESET" });
    expect(loggableCall(new HttpError("failed", new Error("bot1:secret")))).toEqual({
      reason: "no answer",
      kind: "Error",
    });
    expect(loggableCall(undefined)).toEqual({ reason: "no answer", kind: "undefined" });
  });
});

describe("keyboardOf", () => {
  it("measures payloads in bytes", () => {
    const fits = { label: "a", send: `#${"ă".repeat(31)}x` };
    const exceeds = { label: "b", send: `#${"ă".repeat(32)}` };
    const empty = { label: "c", send: "" };
    expect(keyboardOf([fits, exceeds, empty])).toEqual({
      keyboard: [[{ text: "a", callback_data: fits.send }]],
      unfit: [exceeds.send, ""],
    });
  });
});
