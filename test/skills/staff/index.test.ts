import { describe, expect, it } from "vitest";
import { route } from "../../../src/conversation/router.ts";
import type { Outcome } from "../../../src/core/conversation.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createSkills } from "../../../src/skills/index.ts";
import { createStaff } from "../../../src/skills/staff/index.ts";
import { again, birth, card, finding, marriage, turnOf, words } from "../fixture.ts";
import { chancing, type Officer, officer, residence, snapshot } from "./fixture.ts";

const staff = createStaff(words);
const skills = createSkills(words);
const LIVES = chancing("sure", [residence, 0.95], [birth, 0.02]);
const FORWARDED = { kind: "forward" } as const;

const say = (text: string, given: Officer = {}) => staff.handle(officer(text, { search: LIVES, ...given }));
const handler = (text: string, given: Officer = {}) => route(skills, officer(text, { search: LIVES, ...given }))?.name;
const draftIn = ({ reply }: Outcome) => reply.text.split(`${words.staff.draftTitle}\n\n`)[1];

describe("what an officer says goes", () => {
  it.each([
    ["nhập hộ khẩu cần giấy tờ gì", "staff"],
    ["1.004222", "staff"],
    ["xyz", "staff"],
    ["#s/1.004222/fee", "staff"],
    ["#s/draft", "staff"],
    ["#p/1.004222/fee", "answer"],
    ["#q", "answer"],
    ["#n", "handoff"],
    ["#h", "smalltalk"],
    ["#x", "privacy"],
    ["cảm ơn em", "smalltalk"],
    ["nhà tui cháy rồi", "safety"],
    ["😀", "clarify"],
    ["#s/nothing/at/all", "clarify"],
  ])("%j to %s", (text, name) => {
    expect(handler(text)).toBe(name);
  });

  it.each([
    ["dân muốn gặp cán bộ hỏi nhập hộ khẩu", "staff"],
    ["cảm ơn em", "smalltalk"],
    ["nhà tui cháy rồi", "safety"],
    ["làm giả bằng lái giùm", "safety"],
  ])("forwarded %j to %s", (text, name) => {
    expect(handler(text, { inbound: FORWARDED })).toBe(name);
  });

  it("to this skill however long it is", () => {
    const long = `${"kể lể dài dòng. ".repeat(300)}nhập hộ khẩu cần gì?`;
    expect(staff.claims(officer(long))).toBe(CLAIM.staffLong);
    expect(handler(long, { inbound: FORWARDED })).toBe("staff");
  });

  it("to this skill when it corrects", () => {
    const session = { procedure: birth.code };
    expect(handler("không phải, ý tôi là nhập hộ khẩu", { session })).toBe("staff");
  });

  it("nowhere near a citizen", () => {
    for (const text of ["nhập hộ khẩu", "#s/1.004222", "#s/draft"])
      expect(staff.claims(turnOf(text, { knowledge: snapshot }))).toBeUndefined();
  });
});

describe("an officer's answer", () => {
  it("names the procedure, what stands where, the law, the doubts and the look-alikes", async () => {
    const { reply } = await say("nhập hộ khẩu lệ phí bao nhiêu tiền");
    expect(reply).toMatchObject({ status: "answered", facets: ["fee"] });
    const parts = [
      "Thủ tục: Đăng ký thường trú (1.004222)",
      "Nộp tại quầy: 20.000 đồng",
      `(${residence.file} › Lệ phí; kiểm ngày 24/11/2026)`,
      "Căn cứ:\n• 6/2020/QH14 – Luật thứ 6",
      "Mức phí có thể đổi.",
      "Luật mới sắp có.",
      "Đăng ký khai sinh (1.001193). Hỏi: “Bé đã có khai sinh chưa?” Chọn khi: bé chưa có khai sinh.",
      "Đăng ký kết hôn (1.000894). Chọn khi: mới cưới.",
      words.staff.draftTitle,
    ];
    let from = 0;
    for (const part of parts) {
      expect(reply.text.slice(from)).toContain(part);
      from = reply.text.indexOf(part, from);
    }
    expect(reply.text).not.toContain("Giấy chỗ ở tuỳ nơi.");
    expect(reply.text).not.toContain("Không có tệp này?");
  });

  it("has buttons for the draft, the other laws, the look-alikes and the quotes", async () => {
    const { reply } = await say("nhập hộ khẩu lệ phí bao nhiêu tiền");
    expect(reply.buttons.map(({ send }) => send)).toEqual([
      "#s/draft",
      "#p/1.004222/law",
      "#s/1.001193/fee",
      "#s/1.000894/fee",
      "#q",
    ]);
  });

  it("ends in a draft without anything that is only for the officer", async () => {
    const draft = draftIn(await say("nhập hộ khẩu lệ phí bao nhiêu tiền"));
    expect(draft).toContain("20.000 đồng");
    expect(draft).toContain("Mức phí có thể đổi.");
    expect(draft).not.toMatch(/procedures\/|Dễ nhầm|Căn cứ:|kiểm ngày|Luật mới|máy|bot/);
    expect(draft).toMatch(/anh\/chị/);
  });

  it("says openly that it is not sure", async () => {
    const doubtful = await say("nhập hộ khẩu lệ phí bao nhiêu tiền", { search: chancing("sure", [residence, 0.6]) });
    expect(doubtful.reply.text).toContain(words.staff.doubtful);
    expect((await say("nhập hộ khẩu lệ phí bao nhiêu tiền")).reply.text).not.toContain(words.staff.doubtful);
  });

  it("promises the citizen an answer, no more, when neither procedure nor line is sure", async () => {
    const search = chancing("sure", [residence, 0.6]);
    const draft = draftIn(await say("chủ nhà trọ không cho thì kiện được không", { search }));
    expect(draft).toContain(words.staff.draftSilent);
    expect(draft).not.toContain("nhà trọ");
  });

  it("does not let the draft speak as the bot does", async () => {
    const silent = { ...residence, fees: [] };
    const knowledge = { ...snapshot, procedures: new Map([[silent.code, silent]]) };
    const search = chancing("sure", [silent, 0.95]);
    const outcome = await say("nhập hộ khẩu lệ phí bao nhiêu tiền", { knowledge, search });
    expect(outcome.reply.text).toContain(words.answer.feeMissing);
    expect(draftIn(outcome)).not.toContain(words.answer.feeMissing);
    expect(draftIn(outcome)).toContain(words.staff.draftPending);
  });

  it("tells of a procedure that took over another", async () => {
    const { reply } = await say("1.014061", { search: chancing("sure", [card, 0.9]) });
    expect(reply.text).toMatch(/1\.116410[\s\S]*đã được thay/);
  });

  it("answers a general question with its sources", async () => {
    const search = finding([birth], "unsure", { general: "mat-bien-lai" });
    const outcome = await say("mất biên lai rồi", { search });
    expect(outcome.reply.text).toMatch(/Vẫn lấy được[\s\S]*faq\/mat-bien-lai\.md[\s\S]*61\/2018\/NĐ-CP/);
    expect(draftIn(outcome)).toContain("Vẫn lấy được.\nMang theo giấy tờ tuỳ thân.");
  });

  it("offers the best candidates with what tells them apart, and a draft that asks", async () => {
    const search = chancing("unsure", [again, 0.3], [birth, 0.3], [marriage, 0.2]);
    const outcome = await say("giấy tờ đứa nhỏ", { search });
    expect(outcome.reply.status).toBe("choices");
    expect(outcome.reply.text).toContain("Đăng ký lại khai sinh (1.004884). Chọn khi: đã làm mà mất bản chính.");
    expect(outcome.reply.text).toContain("Đăng ký kết hôn (1.000894). Dành cho: Mọi công dân.");
    expect(draftIn(outcome)).toContain("Trước đây đã làm khai sinh lần nào chưa?");
    expect(outcome.reply.buttons.map(({ send }) => send).slice(1, 4)).toEqual([
      "#s/1.004884/papers",
      "#s/1.001193/papers",
      "#s/1.000894/papers",
    ]);
  });

  it("asks the citizen to choose where no question tells them apart", async () => {
    const search = chancing("unsure", [marriage, 0.3], [birth, 0.3]);
    expect(draftIn(await say("giấy tờ đứa nhỏ", { search }))).toContain("• Đăng ký kết hôn\n• Đăng ký khai sinh");
  });

  it("admits that the base is silent, with the nearest", async () => {
    const outcome = await say("mở quán karaoke", { search: finding([birth], "none") });
    expect(outcome.reply).toMatchObject({ status: "silent" });
    expect(outcome.reply.text).toContain("Đăng ký khai sinh (1.001193)");
    expect(draftIn(outcome)).not.toContain("khai sinh");
  });
});
