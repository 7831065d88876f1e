import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { Clock } from "../../surroundings.ts";
import type { Fields } from "./checks.ts";
import { cutAfter, cutBefore, limited, pageInstead, tooMany } from "./fault.ts";
import { FILE_PATH, IMAGE_PATH, MESSAGE_PATH, TEMPLATE_PATH } from "./methods.ts";
import { challengeOf } from "./oauth.ts";
import { ZaloOaStandIn } from "./server.ts";

const HOUR = 3_600_000;
const PNG = new Uint8Array([0x89, 0x50, 0x4e, 0x47, 1, 2]);
const fee = { title: "Lệ phí", type: "oa.query.show", payload: "#fee" };

let clock: Clock;
let standIn: ZaloOaStandIn;
let person: string;

async function call(
  method: string,
  path: string,
  body?: unknown,
  headers: Readonly<Record<string, string>> = {},
): Promise<Fields> {
  const token = { access_token: standIn.credentials.pair.accessToken };
  const content = body === undefined ? {} : { body: body instanceof FormData ? body : JSON.stringify(body) };
  const response = await fetch(standIn.root + path, { method, headers: { ...token, ...headers }, ...content });
  return response.json() as Promise<Fields>;
}
const send = (message: unknown, user_id: unknown = person) =>
  call("POST", MESSAGE_PATH, { recipient: { user_id }, message });
const template = (payload: unknown, text?: string) => ({ text, attachment: { type: "template", payload } });
const media = (element: unknown) => template({ template_type: "media", elements: [element] }, "a");
function form(bytes: Uint8Array, name = "a.png", field = "file"): FormData {
  const data = new FormData();
  data.set(field, new File([new Uint8Array(bytes)], name));
  return data;
}

beforeEach(async () => {
  clock = new Clock();
  standIn = await ZaloOaStandIn.start({ now: clock.now });
  person = standIn.phone().person.id;
});
afterEach(() => standIn.close());

describe("its OAuth", () => {
  const exchange = async (fields: Record<string, string>, secret_key = "example-app-secret") => {
    const body = new URLSearchParams({ app_id: standIn.app.appId, ...fields });
    const response = await fetch(`${standIn.root}/v4/oa/access_token`, {
      method: "POST",
      headers: { secret_key },
      body,
    });
    return [response.status, (await response.json()) as Fields] as const;
  };
  const refresh = (refresh_token: string) => exchange({ grant_type: "refresh_token", refresh_token });

  it("renews a pair once, kills the old one at once, and writes seconds as a string", async () => {
    expect(await send({ text: "a" })).toMatchObject({ error: 0 });
    const old = { access_token: standIn.credentials.pair.accessToken };
    expect(await refresh("RT-1-secret")).toEqual([
      200,
      { access_token: "AT-2-secret", refresh_token: "RT-2-secret", expires_in: "90000" },
    ]);
    expect(await call("GET", "/v2.0/oa/getoa", undefined, old)).toMatchObject({ error: -216 });
    const [status, failure] = await refresh("RT-1-secret");
    expect([status, failure.access_token]).toEqual([200, undefined]);
    expect(failure.error).toBeLessThan(0);
  });

  it("forgets a refresh token after three months", async () => {
    clock.forward(90 * 24 * HOUR);
    expect((await refresh("RT-1-secret"))[1]).toMatchObject({ error_name: "Invalid refresh token" });
  });

  it("gives a pair for a code and its verifier, once and within ten minutes", async () => {
    const verifier = "v".repeat(43);
    const consent = async () => {
      const query = {
        app_id: "1",
        redirect_uri: "http://127.0.0.1:9/back",
        state: "s",
        code_challenge: challengeOf(verifier),
      };
      const address = `${standIn.root}/v4/oa/permission?${new URLSearchParams(query)}`;
      const response = await fetch(address, { redirect: "manual" });
      return new URL(response.headers.get("location") ?? "").searchParams;
    };
    const back = await consent();
    expect([back.get("oa_id"), back.get("state")]).toEqual(["3000000000000000003", "s"]);
    const code = back.get("code") ?? "";
    const grant = { grant_type: "authorization_code", code, code_verifier: verifier };
    expect((await exchange(grant))[1]).toMatchObject({ access_token: "AT-2-secret" });
    expect((await exchange(grant))[1]).toMatchObject({ error_name: "Invalid code" });
    const second = (await consent()).get("code") ?? "";
    expect((await exchange({ ...grant, code: second, code_verifier: "x" }))[1]).toHaveProperty("error");
    const third = (await consent()).get("code") ?? "";
    clock.forward(600_000);
    expect((await exchange({ ...grant, code: third }))[1]).toHaveProperty("error");
  });

  it("knows its app, its secret and its grants", async () => {
    const fields = { grant_type: "refresh_token", refresh_token: "RT-1-secret" };
    expect((await exchange({ ...fields, app_id: "1" }))[1]).toMatchObject({ error: -14002 });
    expect((await exchange(fields, "x"))[1]).toMatchObject({ error_name: "Invalid secret key" });
    expect((await exchange({ ...fields, grant_type: "password" }))[1]).toHaveProperty("error");
    expect(standIn.credentials.count).toBe(1);
  });
});

describe("its tokens", () => {
  it("count in their header alone, for 25 hours", async () => {
    const address = `/v2.0/oa/getoa?access_token=${standIn.credentials.pair.accessToken}`;
    expect(await call("GET", address, undefined, { access_token: "" })).toMatchObject({ error: -216 });
    expect(await call("GET", "/v2.0/oa/getoa")).toMatchObject({ error: 0, data: { oa_type: 4 } });
    clock.forward(25 * HOUR);
    expect(await call("GET", "/v2.0/oa/getoa")).toMatchObject({ error: -220 });
  });
});

describe("its messages", () => {
  it("arrive on the phone and are told with their quota", async () => {
    const sent = { message_id: "m-0001", user_id: person, sent_time: String(clock.now().getTime()) };
    expect(await send({ text: "Dạ." })).toEqual({
      data: { ...sent, quota: { quota_type: "reply" } },
      error: 0,
      message: "Success",
    });
    clock.forward(48 * HOUR);
    standIn.credentials.renew();
    expect(await send({ text: "Dạ." })).toMatchObject({ data: { quota: { quota_type: "purchase_quota" } } });
    expect(standIn.phone().received.map(({ text }) => text)).toEqual(["Dạ.", "Dạ."]);
  });

  it.each([
    ["a text too long", { text: "x".repeat(2_001) }, -210],
    ["no text", { text: " " }, -201],
    ["no message", undefined, -201],
    ["six buttons", template({ buttons: Array(6).fill(fee) }, "a"), -201],
    ["no buttons", template({ buttons: [] }, "a"), -201],
    ["buttons without text", template({ buttons: [fee] }), -201],
    ["a title too long", template({ buttons: [{ ...fee, title: "x".repeat(101) }] }, "a"), -201],
    ["a payload too long", template({ buttons: [{ ...fee, payload: "x".repeat(1_001) }] }, "a"), -201],
    ["an unknown button", template({ buttons: [{ ...fee, type: "callback" }] }, "a"), -201],
    ["an address and an id", media({ media_type: "image", url: "https://a", attachment_id: "b" }), -201],
    ["neither", media({ media_type: "image" }), -201],
    ["an unknown picture", media({ media_type: "image", attachment_id: "image-9" }), -100],
    ["an unknown file", { attachment: { type: "file", payload: { token: "file-9" } } }, -100],
    ["buttons below a picture", template({ template_type: "media", elements: [{}], buttons: [fee] }, "a"), -201],
    ["two requests", template({ template_type: "request_user_info", elements: [{}, {}] }), -201],
    ["a list", template({ template_type: "list", elements: [{}] }), -201],
  ])("are refused with %s", async (_, message, error) => {
    expect(await send(message)).toMatchObject({ error });
    expect(standIn.phone().shows).toEqual([]);
  });

  it("go to nobody unknown, silent for seven days, or who blocked us", async () => {
    expect(await send({ text: "a" }, 2_000_000_002)).toMatchObject({ error: -201 });
    expect(await send({ text: "a" }, "2000000000000000099")).toMatchObject({ error: -213 });
    clock.forward(7 * 24 * HOUR);
    standIn.credentials.renew();
    expect(await send({ text: "a" })).toMatchObject({ error: -230 });
    standIn.phone().says("a");
    expect(await send({ text: "a" })).toMatchObject({ error: 0 });
    standIn.phone().blocks();
    expect(await send({ text: "a" })).toMatchObject({ error: -217 });
  });

  it("go by template whenever, with all its parameters", async () => {
    clock.forward(30 * 24 * HOUR);
    standIn.credentials.renew();
    const notice = { user_id: person, template_id: "100001", template_data: { noi_dung: "Có kết quả" } };
    const sendNotice = (more: Fields) => call("POST", TEMPLATE_PATH, { ...notice, ...more });
    expect(await sendNotice({})).toMatchObject({ error: 0, data: { quota: { quota_type: "purchase_quota" } } });
    expect(await sendNotice({ template_id: "9" })).toMatchObject({ error: -249 });
    expect(await sendNotice({ template_data: {} })).toMatchObject({ error: -201 });
    expect(await sendNotice({ user_id: "9" })).toMatchObject({ error: -213 });
    expect(standIn.phone().received.map(({ text }) => text)).toEqual(["Có kết quả"]);
  });

  it("may not go the ways that were shut down", async () => {
    const body = { recipient: { user_id: person }, message: { text: "a" } };
    for (const path of ["/v2.0/oa/message", "/v3.0/oa/message/transaction", "/v3.0/oa/message/promotion"]) {
      expect(await call("POST", path, body)).toMatchObject({ error: -240 });
    }
    const reaction = { react_icon: "/-heart", react_message_id: "msg-1" };
    expect(await call("POST", "/v2.0/oa/message", { ...body, sender_action: reaction })).toMatchObject({ error: 0 });
  });
});

describe("its uploads", () => {
  it("can be sent for seven days", async () => {
    const { data } = await call("POST", IMAGE_PATH, form(PNG));
    expect(data).toEqual({ attachment_id: "image-1" });
    const picture = media({ media_type: "image", attachment_id: "image-1" });
    expect(await send(picture)).toMatchObject({ error: 0 });
    expect(standIn.phone().received[0]?.picture?.bytes).toEqual(PNG);
    clock.forward(7 * 24 * HOUR);
    standIn.credentials.renew();
    standIn.phone().says("a");
    expect(await send(picture)).toMatchObject({ error: -100 });
  });

  it("are checked", async () => {
    const large = new Uint8Array(1_048_577);
    large.set(PNG);
    expect(await call("POST", IMAGE_PATH, form(large))).toMatchObject({ error: -210 });
    expect(await call("POST", IMAGE_PATH, form(new Uint8Array([1])))).toMatchObject({ error: -201 });
    expect(await call("POST", IMAGE_PATH, form(PNG, "a.png", "image"))).toMatchObject({ error: -201 });
    expect(await call("POST", IMAGE_PATH, { file: "a" })).toMatchObject({ error: -201 });
    expect(await call("POST", FILE_PATH, form(PNG, "a.exe"))).toMatchObject({ error: -201 });
    expect(await call("POST", FILE_PATH, form(PNG, "a.docx"))).toMatchObject({ data: { token: "file-1" } });
  });
});

describe("its other calls", () => {
  it("tell of people and of itself", async () => {
    const get = (path: string, data: unknown) =>
      call("GET", `${path}?data=${encodeURIComponent(JSON.stringify(data))}`);
    expect(await get("/v3.0/oa/user/detail", { user_id: person })).toMatchObject({ data: { display_name: "Lan" } });
    expect(await get("/v3.0/oa/user/detail", { user_id: "9" })).toMatchObject({ error: -213 });
    expect(await get("/v3.0/oa/user/getlist", { offset: 0, count: 50 })).toMatchObject({ data: { total: 1 } });
    expect(await get("/v3.0/oa/user/getlist", { offset: 0, count: 51 })).toMatchObject({ error: -210 });
    expect(await call("POST", "/v3.0/oa/quota/message", { user_id: person })).toMatchObject({ error: 0 });
    expect(await call("POST", "/v3.0/oa/quota/message", { user_id: "9" })).toMatchObject({ error: -213 });
    expect((await fetch(`${standIn.root}/nowhere`)).status).toBe(404);
  });

  it("fail as they are told, one call at a time", async () => {
    standIn.faults.plan(MESSAGE_PATH, limited, undefined, tooMany, pageInstead, cutBefore, cutAfter);
    expect(await send({ text: "1" })).toEqual({ error: -32, message: "Rate limit exceeded" });
    expect(await send({ text: "2" })).toMatchObject({ error: 0 });
    for (const text of ["3", "4", "5", "6"]) await expect(send({ text })).rejects.toThrow();
    expect(standIn.phone().received.map(({ text }) => text)).toEqual(["2", "6"]);
  });
});
