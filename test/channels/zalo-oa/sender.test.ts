import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Part } from "../../../src/core/mail.ts";
import { broken, cutAfter, error, limited, pageInstead, tokenInvalid } from "../../stand-ins/zalo-oa/fault.ts";
import { FILE_PATH, MESSAGE_PATH, TEMPLATE_PATH } from "../../stand-ins/zalo-oa/methods.ts";
import { OAUTH_PATH } from "../../stand-ins/zalo-oa/oauth.ts";
import { until } from "../../until.ts";
import { openRig, type ZaloOaRig } from "./rig.ts";

const plain: Part = { text: "Dạ.", buttons: [] };
const fee = { label: "Lệ phí", send: "#p/1.001193/fee" };
const HOUR = 3_600_000;

let rig: ZaloOaRig;
const send = (part = plain, person = rig.person) => rig.channel.send(person, part);

beforeEach(async () => {
  rig = await openRig();
});
afterEach(async () => {
  await rig.channel.stop();
  await rig.close();
});

describe("sending", () => {
  it("writes plain text with hidden queries for buttons", async () => {
    expect(await send({ text: "Phí: https://dichvucong.gov.vn", buttons: [fee] })).toEqual({ status: "sent" });
    expect(rig.sentBodies()).toEqual([
      {
        recipient: { user_id: "2000000000000000002" },
        message: {
          text: "Phí: https://dichvucong.gov.vn",
          attachment: {
            type: "template",
            payload: { buttons: [{ title: "Lệ phí", type: "oa.query.hide", payload: fee.send }] },
          },
        },
      },
    ]);
  });

  it("rather loses a button that does not fit than the answer, and tells the operator", async () => {
    const unfit = { label: "Không được", send: `#${"x".repeat(1_000)}` };
    expect(await send({ text: "Dạ.", buttons: [fee, unfit] })).toEqual({ status: "sent" });
    expect(rig.received()).toEqual([{ text: "Dạ.", buttons: [fee] }]);
    expect(rig.logLines).toMatchObject([{ level: 50, buttons: [unfit.send] }]);
  });

  it.each([
    ["a text too long", { text: "x".repeat(2_001), buttons: [] }, /^-210 /],
    ["no text", { text: "", buttons: [] }, /^-201 text/],
    ["six buttons", { text: "a", buttons: Array(6).fill(fee) }, /^-201 buttons/],
    ["a label too long", { text: "a", buttons: [{ ...fee, label: "x".repeat(101) }] }, /^-201 buttons.title/],
  ])("says why a part is never taken: %s", async (_, part, reason) => {
    expect(await send(part)).toEqual({ status: "refused", reason: expect.stringMatching(reason) });
  });

  it("cannot reach strangers, and people silent for seven days", async () => {
    expect(await send(plain, "2000000000000000099")).toMatchObject({ status: "unreachable" });
    rig.forward(7 * 24 * HOUR - 1);
    expect(await send()).toEqual({ status: "sent" });
    rig.forward(1);
    expect(await send()).toMatchObject({ status: "unreachable", reason: expect.stringMatching(/^-230/) });
  });

  it("may write again once the person has pressed something", async () => {
    await send({ text: "Chọn:", buttons: [fee] });
    rig.forward(7 * 24 * HOUR);
    expect(await send()).toMatchObject({ status: "unreachable", reason: expect.stringMatching(/^-230/) });
    rig.phone.presses(fee.send);
    expect(await send()).toEqual({ status: "sent" });
  });

  it("renews a token that Zalo refuses, and the part arrives", async () => {
    rig.standIn.faults.plan(MESSAGE_PATH, tokenInvalid);
    expect(await send()).toEqual({ status: "sent" });
    expect(rig.received()).toEqual([plain]);
    expect(rig.standIn.credentials.count).toBe(2);
  });

  it("renews an expired token once for many parts at a time", async () => {
    rig.forward(26 * HOUR);
    const outcomes = await Promise.all(Array.from({ length: 20 }, () => send()));
    expect(outcomes).toEqual(Array(20).fill({ status: "sent" }));
    expect(rig.standIn.state.calls.filter(({ path }) => path === OAUTH_PATH)).toHaveLength(1);
  });

  it("keeps every part for later while there is no token, and tells of neither token", async () => {
    rig.standIn.faults.plan(MESSAGE_PATH, tokenInvalid);
    rig.standIn.faults.plan(OAUTH_PATH, error(-14014, "Invalid refresh token"));
    for (let count = 0; count < 5; count++) expect(await send()).toEqual({ status: "later", after: 60_000 });
    expect(rig.sentBodies()).toHaveLength(1);
    expect(rig.logLines.filter(({ alarm }) => alarm === "zalo_tokens")).toHaveLength(1);
    expect(rig.logged()).not.toMatch(/[AR]T-\d/);
  });

  it("leaves Zalo alone for a while after a rate limit, for all people", async () => {
    const other = rig.standIn.phone({ id: "2000000000000000077", name: "Minh" });
    rig.standIn.faults.plan(MESSAGE_PATH, limited);
    expect(await send()).toEqual({ status: "later", after: 2_000 });
    expect(await send(plain, other.person.id)).toEqual({ status: "later", after: 2_000 });
    expect(rig.sentBodies()).toHaveLength(1);
    rig.forward(2_000);
    expect(await send(plain, other.person.id)).toEqual({ status: "sent" });
  });

  it("holds itself to 4,000 a minute", async () => {
    let sent = 0;
    for (let step = 0; step < 40; step++) {
      const outcomes = await Promise.all(Array.from({ length: 5 }, () => send()));
      sent += outcomes.filter(({ status }) => status === "sent").length;
      rig.forward(15);
    }
    expect(sent).toBeGreaterThanOrEqual(95);
    expect(sent).toBeLessThanOrEqual(60 + 40);
  });

  it("cannot know that a part arrived when the answer is cut off", async () => {
    rig.standIn.faults.plan(MESSAGE_PATH, cutAfter);
    expect(await send()).toEqual({ status: "later", after: 2_000 });
    expect(rig.received()).toEqual([plain]);
  });

  it.each([
    ["broken", broken],
    ["a page", pageInstead],
  ])("takes %s for a passing fault", async (_, fault) => {
    rig.standIn.faults.plan(MESSAGE_PATH, fault);
    expect(await send()).toEqual({ status: "later", after: 2_000 });
    expect(await send()).toEqual({ status: "sent" });
  });

  it("logs the outcome, and neither the person nor the text", async () => {
    await send({ text: "Phí là 8.000 đồng", buttons: [] }, "2000000000000000099");
    expect(rig.logLines).toMatchObject([{ level: 40, outcome: "unreachable" }]);
    expect(rig.logged()).not.toMatch(/8\.000|0099/);
  });
});

describe("files and requests", () => {
  const pdf = { name: "don.pdf", bytes: new Uint8Array([1, 2, 3]) };

  it("sends a file", async () => {
    expect(await rig.channel.sendFile(rig.person, pdf)).toEqual({ status: "sent" });
    expect(rig.phone.received[0]?.file).toMatchObject({ name: "don.pdf", bytes: pdf.bytes });
  });

  it.each([
    ["a kind that Zalo does not take", { ...pdf, name: "don.exe" }],
    ["too large", { ...pdf, bytes: new Uint8Array(5_000_001) }],
  ])("refuses a file by itself: %s", async (_, file) => {
    expect(await rig.channel.sendFile(rig.person, file)).toMatchObject({ status: "refused" });
    expect(rig.standIn.state.calls).toEqual([]);
  });

  it("tells what became of a file that could not be uploaded or sent", async () => {
    rig.standIn.faults.plan(FILE_PATH, limited, error(-100));
    expect(await rig.channel.sendFile(rig.person, pdf)).toEqual({ status: "later", after: 2_000 });
    rig.forward(2_000);
    expect(await rig.channel.sendFile(rig.person, pdf)).toMatchObject({ status: "refused" });
    rig.standIn.faults.plan(MESSAGE_PATH, error(-100));
    expect(await rig.channel.sendFile(rig.person, pdf)).toMatchObject({ status: "refused" });
  });

  it("asks for name and phone number, which come as a contact", async () => {
    const inbox: unknown[] = [];
    await rig.channel.start(async (inbound) => {
      inbox.push(inbound);
      return "new";
    });
    const request = { title: "Anh/chị cho em xin tên", subtitle: "", imageUrl: "https://example.vn/a.png" };
    expect(await rig.channel.askForContact(rig.person, request)).toEqual({ status: "sent" });
    expect(rig.phone.received).toMatchObject([{ asksForContact: true, text: request.title }]);
    rig.phone.submits({ name: "Nguyễn Văn A", phone: "84900000000" });
    await until(() => inbox.length === 1);
    expect(inbox).toMatchObject([{ kind: "media", media: { type: "contact", name: "Nguyễn Văn A" } }]);
  });
});

describe("a person silent for seven days", () => {
  it("gets a notice by the template, if there is one", async () => {
    const other = await openRig({ settings: { template: "100001" } });
    other.forward(8 * 24 * HOUR);
    const text = `Hồ sơ đã có kết quả. ${"x".repeat(300)}`;
    expect(await other.channel.send(other.person, { text, buttons: [fee] })).toEqual({ status: "sent" });
    expect(other.received()).toEqual([{ text: `${text.slice(0, 199)}…`, buttons: [] }]);
    expect(other.standIn.state.calls.at(-1)).toMatchObject({
      path: TEMPLATE_PATH,
      body: { user_id: other.person, template_id: "100001" },
    });
    other.phone.blocks();
    expect(await other.channel.send(other.person, plain)).toMatchObject({ status: "unreachable" });
    await other.channel.stop();
    await other.close();
  });

  it("is not reached with a template that Zalo does not know, and the operator is told", async () => {
    const other = await openRig({ settings: { template: "999" } });
    other.forward(8 * 24 * HOUR);
    expect(await other.channel.send(other.person, plain)).toMatchObject({ status: "refused" });
    expect(other.logLines.filter(({ alarm }) => alarm === "zalo")).toMatchObject([{ code: -249 }]);
    await other.channel.stop();
    await other.close();
  });
});
