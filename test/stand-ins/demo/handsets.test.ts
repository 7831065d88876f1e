import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { TelegramStandIn } from "../telegram/server.ts";
import { ZaloOaStandIn } from "../zalo-oa/server.ts";
import type { Handset } from "./handset.ts";
import { telegramHandset } from "./telegram-handset.ts";
import { zaloHandset } from "./zalo-handset.ts";

const photo = { bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47]), url: "http://127.0.0.1:9/pictures/anh-1" };
const place = { latitude: 9.1769, longitude: 105.1524 };

describe("a phone with Telegram", () => {
  let standIn: TelegramStandIn;
  let handset: Handset;
  beforeEach(async () => {
    standIn = await TelegramStandIn.start();
    handset = telegramHandset(standIn, 7_000_000_001, "Lan");
  });
  afterEach(() => standIn.close());

  const last = () => standIn.state.updates.all().at(-1);

  async function bot(method: string, payload: object): Promise<void> {
    const address = `${standIn.root}/bot${standIn.state.token}/${method}`;
    await fetch(address, { method: "POST", body: JSON.stringify({ chat_id: 7_000_000_001, ...payload }) });
  }

  it("sends what the app would", () => {
    handset.begins();
    expect(last()).toMatchObject({ message: { text: "/start", from: { first_name: "Lan", language_code: "vi" } } });
    handset.says("chao");
    expect(last()).toMatchObject({ message: { text: "chao" } });
    handset.forwards("Phí bao nhiêu?", "Cô Ba");
    expect(last()).toMatchObject({ message: { forward_origin: { sender_user_name: "Cô Ba" } } });
    handset.sharesPlace(place);
    expect(last()).toMatchObject({ message: { location: place } });
    handset.sendsPhoto(photo);
    expect(last()).toMatchObject({ message: { photo: [{ file_size: 4 }] } });
  });

  it("sends the very same update again", () => {
    const repeat = handset.says("chao");
    repeat();
    const [first, second] = standIn.state.updates.all();
    expect(second).toEqual(first);
  });

  it("shows what came, and presses its buttons", async () => {
    const inline_keyboard = [[{ text: "Lệ phí", callback_data: "#p/1.001193/fee" }]];
    await bot("sendMessage", { text: "Dạ.", reply_markup: { inline_keyboard } });
    await bot("sendMessage", { text: "Còn gì nữa ạ?" });
    expect(handset.received()).toMatchObject([{ text: "Dạ.", buttons: ["Lệ phí"] }, { buttons: [] }]);
    const [{ id } = { id: "" }] = handset.received();
    expect(handset.presses(id, 0)).toBeDefined();
    expect(last()).toMatchObject({ callback_query: { data: "#p/1.001193/fee", message: { text: "Dạ." } } });
    expect(handset.presses(id, 1)).toBeUndefined();
    expect(handset.presses("bot-99", 0)).toBeUndefined();
  });

  it("shows the picture that came", async () => {
    standIn.state.files.set("f-1", photo.bytes);
    await bot("sendPhoto", { photo: "f-1", caption: "Mã QR" });
    expect(handset.received()).toMatchObject([{ text: "Mã QR", picture: photo.bytes }]);
  });

  it("blocks and unblocks", () => {
    handset.blocks();
    expect(handset.blocked).toBe(true);
    handset.unblocks();
    expect(handset.blocked).toBe(false);
    expect(last()).toMatchObject({ my_chat_member: { new_chat_member: { status: "member" } } });
  });
});

describe("a phone with Zalo", () => {
  let standIn: ZaloOaStandIn;
  let handset: Handset;
  let pushed: { event_name?: string; message?: { msg_id?: string } }[];
  const id = "2000000000000000001";
  beforeEach(async () => {
    standIn = await ZaloOaStandIn.start();
    handset = zaloHandset(standIn, id, "Lan");
    pushed = [];
    standIn.deliveries.push = async (_person, { body }) => void pushed.push(JSON.parse(body.toString()));
  });
  afterEach(() => standIn.close());

  const last = () => pushed.at(-1);

  async function send(message: object): Promise<void> {
    const headers = { access_token: standIn.credentials.pair.accessToken, "content-type": "application/json" };
    const body = JSON.stringify({ recipient: { user_id: id }, message });
    await fetch(`${standIn.root}/v3.0/oa/message/cs`, { method: "POST", headers, body });
  }

  it("sends what the app would", () => {
    handset.begins();
    expect(last()).toMatchObject({ event_name: "follow", follower: { id } });
    handset.says("chao");
    expect(last()).toMatchObject({ event_name: "user_send_text", sender: { id }, message: { text: "chao" } });
    handset.forwards("Phí bao nhiêu?", "Cô Ba");
    expect(last()).toMatchObject({ event_name: "user_send_text", message: { text: "Phí bao nhiêu?" } });
    handset.sharesPlace(place);
    const coordinates = { latitude: "9.1769", longitude: "105.1524" };
    expect(last()).toMatchObject({
      event_name: "user_send_location",
      message: { attachments: [{ payload: { coordinates } }] },
    });
    handset.sendsPhoto(photo);
    expect(last()).toMatchObject({
      event_name: "user_send_image",
      message: { attachments: [{ payload: { url: photo.url } }] },
    });
  });

  it("sends the very same event again", () => {
    const repeat = handset.says("chao");
    repeat();
    expect(pushed[1]).toEqual(pushed[0]);
  });

  it("shows what came, and presses the buttons that send something", async () => {
    const query = { title: "Lệ phí", type: "oa.query.hide", payload: "#p/1.001193/fee" };
    const link = { title: "Mở Cổng", type: "oa.open.url", payload: { url: "https://dichvucong.gov.vn" } };
    await send({ text: "Dạ.", attachment: { type: "template", payload: { buttons: [query, link] } } });
    expect(handset.received()).toMatchObject([{ text: "Dạ.", buttons: ["Lệ phí", "Mở Cổng"] }]);
    const [{ id: message } = { id: "" }] = handset.received();
    expect(handset.presses(message, 0)).toBeDefined();
    expect(last()).toMatchObject({ event_name: "user_send_text", message: { text: "#p/1.001193/fee" } });
    expect(handset.presses(message, 1)).toBeUndefined();
    expect(handset.presses("bot-99", 0)).toBeUndefined();
  });

  it("blocks without a word to the service, and follows again", () => {
    handset.blocks();
    expect(handset.blocked).toBe(true);
    expect(pushed).toEqual([]);
    handset.unblocks();
    expect(handset.blocked).toBe(false);
    expect(last()).toMatchObject({ event_name: "follow" });
  });
});
