import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { Headers } from "../../../src/core/mail.ts";
import { type Mounted, mount } from "../../mount.ts";
import { until } from "../../until.ts";
import { MESSAGE_PATH } from "./methods.ts";
import { ZaloOaStandIn } from "./server.ts";

const path = "/webhooks/zalo";
let standIn: ZaloOaStandIn;
let mounted: Mounted;
let calls: { readonly event: Record<string, never>; readonly headers: Headers }[];
let statuses: (200 | 503)[];

beforeEach(async () => {
  calls = [];
  statuses = [];
  standIn = await ZaloOaStandIn.start({ now: () => new Date(1_790_000_000_000) });
  mounted = await mount(path, () => ({
    path,
    async receive(body, headers) {
      calls.push({ event: JSON.parse(Buffer.from(body).toString()), headers });
      return statuses.shift() ?? 200;
    },
  }));
  standIn.setWebhook(mounted.url);
});
afterEach(async () => {
  await mounted.close();
  await standIn.close();
});

const names = () => calls.map(({ event }) => event.event_name);
const send = (message: unknown) =>
  fetch(standIn.root + MESSAGE_PATH, {
    method: "POST",
    headers: { access_token: standIn.credentials.pair.accessToken },
    body: JSON.stringify({ recipient: { user_id: standIn.phone().person.id }, message }),
  });
const buttons = [
  { title: "Hiện", type: "oa.query.show", payload: "#hien" },
  { title: "Ẩn", type: "oa.query.hide", payload: "#an" },
  { title: "Mở", type: "oa.open.url", payload: { url: "https://dichvucong.gov.vn" } },
];

describe("the stand-in's events", () => {
  it("are signed over their bytes, in a form that was published", () => {
    const { body, headers } = standIn.deliveries.sign({
      app_id: "1000000000000000001",
      sender: { id: "2000000000000000002" },
      recipient: { id: "3000000000000000003" },
      user_id_by_app: "4000000000000000004",
      event_name: "user_send_text",
      message: { text: "Xin chào", msg_id: "msg-0001" },
      timestamp: "1790000000000",
    });
    expect(body).toHaveLength(259);
    const mac = "mac=a2fa77471c7750c7af5671e657007571c791a1ee7e09e156ab83b81510b2d05b";
    expect(headers).toEqual({ "x-zevent-signature": mac });
    const inHeader = standIn.deliveries.sign(JSON.parse(String(body)), true);
    expect(inHeader.headers).toEqual({ "x-zevent-signature": mac, "x-zevent-timestamp": "1790000000000" });
  });

  it("come in a person's order, the same bytes until they are taken, with the number of the repetition", async () => {
    statuses = [503, 503, 200, 200];
    const phone = standIn.phone();
    const first = phone.says("một");
    phone.says("hai");
    await until(() => calls.length === 4);
    expect(calls.map(({ event }) => event.message)).toMatchObject(
      ["một", "một", "một", "hai"].map((text) => ({ text })),
    );
    expect(calls.map(({ headers }) => headers.num_retry)).toEqual([undefined, "1", "2", undefined]);
    await until(() => standIn.deliveries.answers.length === 4);
    expect(standIn.deliveries.answers.slice(0, 3).map(({ body }) => body)).toEqual(Array(3).fill(first.body));
  });

  it("are given up after five repetitions", async () => {
    statuses = Array(6).fill(503);
    const posted = standIn.phone().says("một");
    await until(() => standIn.deliveries.lost.length === 1);
    expect(standIn.deliveries.lost).toEqual([posted]);
    expect(calls).toHaveLength(6);
  });

  it("can come twice, and an unsigned probe before them", async () => {
    expect(await standIn.probe()).toBe(200);
    expect(calls[0]?.headers["x-zevent-signature"]).toBeUndefined();
    standIn.repeat(standIn.phone().says("một"));
    await until(() => calls.length === 3);
    expect(calls[1]?.event).toEqual(calls[2]?.event);
  });

  it("have no answer when nobody listens", async () => {
    standIn.setWebhook("http://127.0.0.1:9/");
    standIn.phone().says("một");
    await until(() => standIn.deliveries.answers.length > 1);
    expect(standIn.deliveries.answers[0]?.status).toBe(0);
  });

  it("follow a message: its echo, that it came, that it was read", async () => {
    await send({ text: "Dạ." });
    await until(() => calls.length === 3);
    expect(names()).toEqual(["oa_send_text", "user_received_message", "user_seen_message"]);
    expect(calls[0]?.event).toMatchObject({ sender: { id: "3000000000000000003" }, message: { msg_id: "m-0001" } });
    expect(calls[0]?.event.sender).not.toHaveProperty("admin_id");
  });

  it("tell of an officer at the console", async () => {
    standIn.officerWrites(standIn.phone().person.id, "Chào anh.");
    await until(() => calls.length === 1);
    expect(calls[0]?.event).toMatchObject({
      sender: { admin_id: "5000000000000000005" },
      message: { text: "Chào anh." },
    });
    expect(standIn.phone().shows).toMatchObject([{ from: "officer", text: "Chào anh." }]);
  });
});

describe("the stand-in's phone", () => {
  it("sends the payload of a pressed query as a text, shown or not", async () => {
    const phone = standIn.phone();
    await send({ text: "Chọn:", attachment: { type: "template", payload: { buttons } } });
    phone.presses("#hien");
    phone.presses("#an");
    await until(() => calls.length === 5);
    const texts = calls
      .filter(({ event }) => String(event.event_name) === "user_send_text")
      .map(({ event }) => event.message);
    expect(texts).toMatchObject([{ text: "#hien" }, { text: "#an" }]);
    expect(phone.shows.map(({ from, text }) => [from, text])).toEqual([
      ["oa", "Chọn:"],
      ["me", "#hien"],
    ]);
    expect(() => phone.presses("#gone")).toThrow("no button sends #gone");
  });

  it("can do all that a person does", async () => {
    const phone = standIn.phone({ id: "2000000000000000077", name: "Minh" });
    phone.follows();
    phone.sends("file", { url: "https://f.example/a.pdf", name: "a.pdf" });
    phone.submits({ name: "Minh" });
    phone.reacts("m-0001");
    phone.withdraws();
    phone.unfollows();
    phone.push({ event_name: "something_new" });
    await until(() => calls.length === 7);
    expect(names()).toEqual([
      "follow",
      "user_send_file",
      "user_submit_info",
      "user_reacted_message",
      "user_withdraw",
      "unfollow",
      "something_new",
    ]);
    for (const { event } of calls)
      expect(event).toMatchObject({ app_id: "1000000000000000001", timestamp: "1790000000000" });
    expect(phone.signText("a").headers).toHaveProperty("x-zevent-signature");
  });
});
