import { describe, expect, it } from "vitest";
import { numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createPrivacy } from "../../../src/skills/privacy/index.ts";
import { turnOf, words } from "../fixture.ts";

const privacy = createPrivacy(words.privacy);

describe("privacy", () => {
  it.each(["#x", "#x/yes", "#x/no"])("claims its own button %s", (text) => {
    expect(privacy.claims(turnOf(text))).toBe(CLAIM.pressed);
  });

  it.each([
    "xóa dữ liệu của tôi",
    "xoá dữ liệu của tôi",
    "xoa du lieu cua toi",
    "xóa hết dữ liệu giùm tui",
    "anh lưu gì của tôi",
    "em có lưu thông tin của tôi không",
    "xóa lịch sử trò chuyện",
    "nhắn ở đây có bị lộ thông tin không",
  ])("claims %s", (text) => {
    expect(privacy.claims(turnOf(text))).toBe(CLAIM.privacy);
  });

  it.each([
    "xóa đăng ký thường trú",
    "xóa đăng ký tàu cá",
    "lưu trú qua đêm",
    "xóa dữ liệu cá nhân trong cơ sở dữ liệu dân cư",
    "xóa thông tin của tôi trên VNeID",
    "khai sinh",
    "#x/maybe",
    "#y",
  ])("leaves %s to others", (text) => {
    expect(privacy.claims(turnOf(text))).toBeUndefined();
  });

  it("says what is kept and for how long, and asks before it erases", async () => {
    const outcome = await privacy.handle(turnOf("anh lưu gì của tôi"));
    expect(outcome.reply.text).toMatch(/6 tiếng[\s\S]*7 ngày/);
    expect(outcome.reply.buttons.map(({ send }) => send)).toEqual(["#x/yes", "#x/no"]);
    expect(outcome.erase).toBeUndefined();
    expect(numbersUnsupported(outcome.reply)).toEqual([]);
  });

  it("erases on yes, and remembers nothing", async () => {
    const outcome = await privacy.handle(turnOf("#x/yes", { session: { procedure: "1.001193", asked: "khai sinh" } }));
    expect(outcome).toMatchObject({ erase: true, session: {}, reply: { text: words.privacy.erased } });
  });

  it("keeps everything on no", async () => {
    const session = { procedure: "1.001193", asked: "khai sinh" };
    const outcome = await privacy.handle(turnOf("#x/no", { session }));
    expect(outcome.erase).toBeUndefined();
    expect(outcome.session).toEqual(session);
  });
});
