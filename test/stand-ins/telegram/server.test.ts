import { Api, GrammyError, HttpError, InputFile } from "grammy";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { mount } from "../../mount.ts";
import { until } from "../../until.ts";
import { badGateway, cutAfter, cutBefore, tooMany } from "./fault.ts";
import { TelegramStandIn } from "./server.ts";

let standIn: TelegramStandIn;
let api: Api;
const faultOf = (call: Promise<unknown>) =>
  call.then(
    () => "no fault",
    (error: unknown) => (error instanceof GrammyError ? `${error.error_code} ${error.description}` : String(error)),
  );

beforeEach(async () => {
  standIn = await TelegramStandIn.start();
  api = new Api(standIn.state.token, { apiRoot: standIn.root, timeoutSeconds: 10 });
});
afterEach(() => standIn.close());

describe("the stand-in of the Bot API", () => {
  it("knows its bot by the token alone", async () => {
    expect(await api.getMe()).toMatchObject({ id: 110_201_543, is_bot: true });
    expect(await faultOf(new Api("1:wrong", { apiRoot: standIn.root }).getMe())).toBe("401 Unauthorized");
    expect((await fetch(`${standIn.root}/`)).status).toBe(404);
    expect((await fetch(`${standIn.root}/bot${standIn.state.token}/noSuchMethod`)).status).toBe(404);
  });

  it("takes method names in any case, as Telegram does, and no broken JSON", async () => {
    const address = `${standIn.root}/bot${standIn.state.token}/GETME`;
    expect((await fetch(address)).status).toBe(200);
    expect((await fetch(address, { method: "POST", body: "{" })).status).toBe(400);
  });

  it("keeps updates until a later offset confirms them", async () => {
    const phone = standIn.phone();
    const first = phone.says("một");
    phone.says("hai");
    expect(await api.getUpdates()).toHaveLength(2);
    expect(await api.getUpdates({ limit: 1 })).toMatchObject([{ update_id: first.update_id }]);
    expect(await api.getUpdates({ offset: first.update_id + 1 })).toMatchObject([{ message: { text: "hai" } }]);
    expect(await api.getUpdates({ offset: -1 })).toHaveLength(1);
    expect(await api.getUpdates({ offset: first.update_id + 2 })).toEqual([]);
    expect(standIn.state.updates.size).toBe(0);
  });

  it("holds a call open until there is news", async () => {
    const updates = api.getUpdates({ timeout: 30 });
    await until(() => standIn.state.updates.polled);
    standIn.phone().says("một");
    expect(await updates).toMatchObject([{ message: { text: "một" } }]);
  });

  it("lets one poll at a time, and none beside a webhook", async () => {
    const first = faultOf(api.getUpdates({ timeout: 30 }));
    await until(() => standIn.state.updates.polled);
    const second = api.getUpdates({ timeout: 30 });
    expect(await first).toMatch(/^409 Conflict: terminated by other getUpdates request/);
    standIn.phone().says("một");
    expect(await second).toHaveLength(1);
    await api.setWebhook("http://127.0.0.1:9/");
    expect(await faultOf(api.getUpdates())).toMatch(
      /^409 Conflict: can't use getUpdates method while webhook is active/,
    );
    await api.deleteWebhook({ drop_pending_updates: true });
    expect(await api.getUpdates()).toEqual([]);
  });

  it("sends only the kinds that were asked for", async () => {
    await api.getUpdates({ allowed_updates: ["message"] });
    const phone = standIn.phone();
    phone.edits("sửa");
    phone.blocks();
    phone.says("một");
    expect(await api.getUpdates()).toMatchObject([{ message: { text: "một" } }]);
  });

  it("shows a message to the person, buttons and all", async () => {
    const phone = standIn.phone();
    const keyboard = { inline_keyboard: [[{ text: "Menu", callback_data: "#h" }]] };
    const { message_id } = await api.sendMessage(phone.person.id, " Dạ. ", { reply_markup: keyboard });
    expect(phone.received).toMatchObject([
      { message_id, text: "Dạ.", buttons: [{ text: "Menu", callback_data: "#h" }] },
    ]);
    await api.editMessageText(phone.person.id, message_id, "Dạ, xong.");
    expect(phone.received).toMatchObject([{ text: "Dạ, xong.", buttons: [] }]);
    const same = api.editMessageText(phone.person.id, message_id, "Dạ, xong.");
    expect(await faultOf(same)).toMatch(/^400 Bad Request: message is not modified/);
    await api.editMessageReplyMarkup(phone.person.id, message_id, { reply_markup: keyboard });
    expect(phone.received[0]?.buttons).toHaveLength(1);
  });

  it.each([
    ["", {}, "message text is empty"],
    [" \n", {}, "message text is empty"],
    ["x".repeat(4_097), {}, "message is too long"],
    ["<b>a", { parse_mode: "HTML" }, "can't parse entities: can't find end tag corresponding to start tag \"b\""],
    ["<b><i>a</b></i>", { parse_mode: "HTML" }, 'can\'t parse entities: unexpected end tag "</b>"'],
    [
      "a",
      { reply_markup: { inline_keyboard: [[{ text: "b", callback_data: "ă".repeat(33) }]] } },
      "BUTTON_DATA_INVALID",
    ],
    ["a", { reply_markup: { inline_keyboard: [[{ text: "b", callback_data: "" }]] } }, "BUTTON_DATA_INVALID"],
    [
      "a",
      { reply_markup: { inline_keyboard: [[{ text: "", callback_data: "#h" }]] } },
      "inline keyboard button text must be non-empty",
    ],
  ])("refuses a message that Telegram refuses: %.20j %j", async (text, more, reason) => {
    const { person } = standIn.phone();
    expect(await faultOf(api.sendMessage(person.id, text, more as object))).toBe(`400 Bad Request: ${reason}`);
    expect(standIn.state.sent).toEqual([]);
  });

  it("counts 4,096 characters after the markup is read", async () => {
    const { person } = standIn.phone();
    await api.sendMessage(person.id, `<b>${"x".repeat(4_096)}</b>`, { parse_mode: "HTML" });
    expect(standIn.state.sent[0]?.text).toHaveLength(4_096);
  });

  it("knows whom the bot can write to", async () => {
    expect(await faultOf(api.sendMessage(4, "a"))).toBe("400 Bad Request: chat not found");
    const phone = standIn.phone();
    phone.blocks();
    expect(await faultOf(api.sendMessage(phone.person.id, "a"))).toBe("403 Forbidden: bot was blocked by the user");
    phone.unblocks();
    expect(await api.sendChatAction(phone.person.id, "typing")).toBe(true);
    expect(await api.getUpdates()).toMatchObject([
      { my_chat_member: { new_chat_member: { status: "kicked" } } },
      { my_chat_member: { new_chat_member: { status: "member" } } },
    ]);
  });

  it("takes one answer to each press", async () => {
    const phone = standIn.phone();
    await api.sendMessage(phone.person.id, "Chọn:");
    phone.presses("#h");
    const [update] = await api.getUpdates();
    const id = update?.callback_query?.id ?? "";
    expect(update?.callback_query).toMatchObject({ data: "#h", message: { text: "Chọn:", from: { id: 110_201_543 } } });
    expect(await api.answerCallbackQuery(id)).toBe(true);
    expect(await faultOf(api.answerCallbackQuery(id))).toMatch(/^400 Bad Request: query is too old/);
  });

  it("gives out files that people sent", async () => {
    standIn.phone().sends("document", new Uint8Array([1, 2, 3]), { caption: "đơn" });
    const [update] = await api.getUpdates();
    const { file_path } = await api.getFile(update?.message?.document?.file_id ?? "");
    const response = await fetch(`${standIn.root}/file/bot${standIn.state.token}/${file_path}`);
    expect(new Uint8Array(await response.arrayBuffer())).toEqual(new Uint8Array([1, 2, 3]));
    expect((await fetch(`${standIn.root}/file/bot${standIn.state.token}/files/none`)).status).toBe(404);
    expect(await faultOf(api.getFile("none"))).toMatch(/^400/);
  });

  it("sends files by the id of one it has, with a caption of 1,024 characters", async () => {
    const { person } = standIn.phone();
    standIn.state.files.set("file-1", Buffer.from("một"));
    await api.sendPhoto(person.id, "file-1", { caption: "x".repeat(1_024) });
    await api.sendDocument(person.id, "file-1");
    expect(standIn.state.sent.map(({ method }) => method)).toEqual(["sendPhoto", "sendDocument"]);
    await expect(api.sendPhoto(person.id, "file-1", { caption: "x".repeat(1_025) })).rejects.toThrow(
      "message caption is too long",
    );
    await expect(api.sendPhoto(person.id, "file-9")).rejects.toThrow("wrong file identifier");
  });

  it("takes an uploaded file and gives it an id", async () => {
    const { person } = standIn.phone();
    const photo = new InputFile(Buffer.from([0x89, 0x50]), "a.png");
    const reply_markup = { inline_keyboard: [[{ text: "Xong", callback_data: "#g" }]] };
    const message = await api.sendPhoto(person.id, photo, { caption: "Bước 1", reply_markup });
    const id = message.photo.at(-1)?.file_id ?? "";
    expect([...(standIn.state.files.get(id) ?? [])]).toEqual([0x89, 0x50]);
    expect(standIn.state.sent[0]).toMatchObject({ text: "Bước 1", buttons: reply_markup.inline_keyboard[0] });
    await expect(api.sendPhoto(person.id, id)).resolves.toMatchObject({ photo: [{ file_id: id }] });
  });

  it("checks commands and secrets", async () => {
    expect(await api.setMyCommands([{ command: "help", description: "a" }])).toBe(true);
    expect(await api.getMyCommands()).toEqual([{ command: "help", description: "a" }]);
    expect(await faultOf(api.setMyCommands([{ command: "Trợ giúp", description: "a" }]))).toMatch(
      /BOT_COMMAND_INVALID/,
    );
    expect(await faultOf(api.setMyCommands([{ command: "help", description: "" }]))).toMatch(/DESCRIPTION_INVALID/);
    expect(await faultOf(api.setWebhook("http://127.0.0.1:9/", { secret_token: "có dấu" }))).toMatch(/unallowed/);
  });

  it("fails as it is told, one call at a time", async () => {
    const { person } = standIn.phone();
    standIn.faults.plan("sendMessage", tooMany(5), badGateway, cutBefore, cutAfter);
    const send = () => api.sendMessage(person.id, "a");
    await expect(send()).rejects.toMatchObject({ error_code: 429, parameters: { retry_after: 5 } });
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    expect(standIn.state.sent).toHaveLength(0);
    await expect(send()).rejects.toBeInstanceOf(HttpError);
    expect(standIn.state.sent).toHaveLength(1);
    await send();
    expect(standIn.state.sent).toHaveLength(2);
  });
});

describe("its webhook deliveries", () => {
  it("carry the secret, come again until they are taken, and keep the order of a chat", async () => {
    const told: string[] = [];
    const secrets = new Set<unknown>();
    const statuses = [503, 401, 200, 200, 503, 200] as const;
    const path = "/webhooks/telegram";
    const mounted = await mount(path, () => ({
      path,
      async receive(body, headers) {
        secrets.add(headers["x-telegram-bot-api-secret-token"]);
        told.push(JSON.parse(Buffer.from(body).toString()).message.text);
        return statuses[told.length - 1] ?? 200;
      },
    }));
    await api.setWebhook(mounted.url, { secret_token: "s-1" });
    const phone = standIn.phone();
    for (const text of ["một", "hai", "ba"]) phone.says(text);
    expect(await api.getWebhookInfo()).toMatchObject({ url: mounted.url });
    await until(() => standIn.state.updates.size === 0);
    expect(told).toEqual(["một", "một", "một", "hai", "ba", "ba"]);
    expect(standIn.answers).toEqual([...statuses]);
    expect([...secrets]).toEqual(["s-1"]);
    await mounted.close();
  });

  it("come again when nobody answers", async () => {
    const path = "/webhooks/telegram";
    const mounted = await mount(path, () => undefined);
    await mounted.close();
    await api.setWebhook(mounted.url);
    standIn.phone().says("một");
    await until(() => standIn.answers.length >= 2);
    expect(new Set(standIn.answers)).toEqual(new Set([0]));
    expect((await api.getWebhookInfo()).pending_update_count).toBe(1);
  });
});
