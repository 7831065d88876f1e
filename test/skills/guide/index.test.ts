import { describe, expect, it } from "vitest";
import { createConversation } from "../../../src/conversation/turn.ts";
import type { Outcome, Reply, Session } from "../../../src/core/conversation.ts";
import type { Guide } from "../../../src/core/guide.ts";
import { linksUnsupported, numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { createGuide } from "../../../src/skills/guide/index.ts";
import { createSkills } from "../../../src/skills/index.ts";
import { birth, finding, inboundOf, procedureOf, snapshotOf, TODAY, turnOf, words } from "../fixture.ts";
import { guides } from "./fixture.ts";

const vneid = procedureOf({ code: "1.011410", name: "Cấp tài khoản định danh mức 1" });
const knowledge = snapshotOf([birth, vneid], { guides });
const conversation = createConversation({
  skills: createSkills(words),
  knowledge: () => knowledge,
  search: () => finding([birth], "sure"),
  today: () => TODAY,
  failed: "hỏng",
  onError: (error) => {
    throw error;
  },
});

/** Says one thing after the other; the session goes through JSON between them, as it does through a store. */
async function talk(said: readonly string[], from: Session = {}, at = "2026-11-24T08:00:00Z"): Promise<Outcome> {
  let outcome: Outcome = { reply: {} as Reply, session: from };
  for (const text of said)
    outcome = await conversation.reply(inboundOf(text, at), JSON.parse(JSON.stringify(outcome.session)) as Session);
  return outcome;
}

const START = ["hướng dẫn tạo vneid"];
const labels = ({ reply }: Outcome) => reply.buttons.map(({ label }) => label);

describe("the guide skill", () => {
  it("starts a guide that is asked for", async () => {
    const told = await talk(START);
    expect(told.reply).toMatchObject({ status: "guide", procedures: [{ code: "1.011410" }] });
    expect(told.reply.text).toMatch(
      /^Tạo tài khoản VNeID · Bước 1, còn 1 đến 5 bước nữa\n\nAnh\/chị có thẻ căn cước chưa\?/,
    );
    expect(labels(told)).toEqual(["Có rồi", "Chưa có", "Bé dưới 14 tuổi", "Tôi bị kẹt", "Để sau"]);
    expect(told.session).toMatchObject({ guide: { guide: "account", step: "has-chip" }, procedure: "1.011410" });
  });

  it("lists the guides", async () => {
    for (const said of ["/huong_dan", "#g", "hướng dẫn"])
      expect(labels(await talk([said]))).toEqual(["Làm thẻ căn cước", "Tạo tài khoản VNeID"]);
  });

  it("lists many guides in turns, from wherever the button says", async () => {
    const [card] = guides.values();
    const many = new Map(
      Array.from({ length: 11 }, (_, i) => [`g${i}`, { ...(card as Guide), id: `g${i}`, title: `G${i}` }]),
    );
    const list = async (text: string) => {
      const skill = createGuide(words.guide);
      return labels(await skill.handle(turnOf(text, { knowledge: snapshotOf([], { guides: many }) })));
    };
    expect(await list("#g")).toEqual(["G0", "G1", "G2", "G3", "Xem thêm"]);
    expect(await list("#g+4")).toEqual(["G4", "G5", "G6", "G7", "Xem thêm"]);
    expect(await list("#g+8")).toEqual(["G8", "G9", "G10"]);
    expect(await list("#g+99")).toEqual(await list("#g"));
  });

  it("says so where there are no guides", async () => {
    const told = await createGuide(words.guide).handle(turnOf("#g", { knowledge: snapshotOf() }));
    expect(told.reply).toMatchObject({ text: words.guide.none, buttons: [] });
  });

  it("takes buttons, labels, numbers and words alike", async () => {
    const pressed = await talk([...START, "#g/account/has-chip/1"]);
    for (const said of ["Chưa có", "chua co", "2", "số 2", "cái thứ hai"])
      expect((await talk([...START, said])).session.guide).toEqual(pressed.session.guide);
  });

  it("shows link, picture and source, each fact in a quote of the guide's file", async () => {
    const told = await talk(["#g/card", "xong", "bỏ qua"]);
    expect(told.reply.text).toContain("Trang đặt lịch: https://dichvucong.gov.vn/dat-lich");
    expect(told.reply.picture).toEqual({ file: "desk.svg", alt: "Quầy tiếp dân" });
    const first = await talk(["#g/card"]);
    expect(first.reply.text).toContain("Nguồn: Cổng Dịch vụ công quốc gia · kiểm ngày 24/11/2026");
    for (const { reply } of [told, first]) {
      expect([...numbersUnsupported(reply), ...linksUnsupported(reply)]).toEqual([]);
      expect(new Set(reply.sources.map(({ file }) => file))).toEqual(new Set(["guides/guide.yaml"]));
    }
  });

  it("walks another guide first, and says when it returns", async () => {
    const inside = await talk([...START, "chưa có"]);
    expect(inside.reply.text).toMatch(/^Làm thẻ căn cước · Bước 1\/3/);
    expect(inside.reply.text).toContain("quay lại “Tạo tài khoản VNeID”");
    const back = await talk([...START, "chưa có", "xong", "xong", "xong rồi"]);
    expect(back.reply.text).toMatch(/^Dạ, xong “Làm thẻ căn cước” rồi.*\n\nTạo tài khoản VNeID · Bước 2\/6/);
    expect((await talk([...START, "chưa có", "quay lại"])).session.guide).toEqual((await talk(START)).session.guide);
  });

  it("says what is wrong with what was typed, and the step again", async () => {
    const told = await talk([...START, "có rồi", "0912 345"]);
    expect(told.reply.text).toMatch(/^Số này chưa đúng\.\n\nTạo tài khoản VNeID · Bước 2/);
    expect(told.session.guide?.step).toBe("phone");
  });

  it("asks for a choice where one is needed", async () => {
    const told = await talk([...START, "xong rồi"]);
    expect(told.reply.text.startsWith(`${words.guide.choose}\n\nTạo tài khoản`)).toBe(true);
    expect(labels(told)).toContain("Chưa có");
  });

  it("does not let a step be skipped that must be done", async () => {
    expect((await talk(["#g/card", "bỏ qua"])).reply.text).toMatch(/^Dạ, bước này cần làm xong/);
    expect((await talk(["#g/card", "xong", "bo qua"])).session.guide?.step).toBe("go");
  });

  it("helps somebody who is stuck: the known troubles, then a person, then back to the step", async () => {
    const stuck = await talk(["#g/card", "xong", "ket roi"]);
    expect(labels(stuck)).toEqual(["Mất giấy khai sinh", "Chưa tới ngày hẹn", "Gặp người thật", "Tiếp tục bước 2"]);
    const told = await talk(["1"], stuck.session);
    expect(told.reply.text).toMatch(/^Mất giấy khai sinh:\nAnh\/chị xin trích lục/);
    expect(labels(told)).toEqual(["Tiếp tục bước 2", "Gặp người thật"]);
    const person = await talk(["gặp người thật"], told.session);
    expect(person.reply.text).toContain("18001096");
    expect(labels(person)).toEqual(["Tiếp tục bước 2"]);
    expect((await talk(["tiếp tục"], person.session)).reply.text).toMatch(/^Làm thẻ căn cước · Bước 2\/3/);
    expect(labels(await talk(["#g/card", "kẹt rồi"]))).toEqual(["Gặp người thật", "Tiếp tục bước 1"]);
  });

  it("ends with what comes after", async () => {
    const told = await talk([...START, "bé dưới 14 tuổi", "xong"]);
    expect(told.reply.text).toMatch(/^Dạ, vậy là xong “Tạo tài khoản VNeID”/);
    expect(labels(told)).toEqual(["Làm thẻ căn cước", "Hướng dẫn khác"]);
    expect(told.session.guide).toBeUndefined();
  });

  it("does the sensible thing with a button pressed twice or long after", async () => {
    const once = await talk(["#g/card", "#g/card/book/x"]);
    expect((await talk(["#g/card", "#g/card/book/x", "#g/card/book/x"])).session.guide).toEqual(once.session.guide);
    const ended = await talk(["#g/card", "xong", "xong", "xong"]);
    expect((await talk(["#g/card/go/x"], ended.session)).reply.text).toMatch(/^Dạ, vậy là xong/);
    const changed = await talk([...START, "có rồi", "0912345678", "android", "#g/account/kind/0"]);
    expect(changed.session.guide).toMatchObject({ step: "store", answers: { kind: "iphone" } });
    expect(changed.session.guide?.trail).toEqual(["has-chip", "phone", "kind"]);
  });

  it.each(["#g/gone", "#g/gone/step/x", "#g/card/gone/0"])(
    "offers the guides after %s, which is no more",
    async (said) => {
      const told = await talk([said]);
      expect(told.reply.text).toBe(words.guide.gone);
      expect(labels(told)).toHaveLength(2);
    },
  );

  it("pauses, goes on, and gives up", async () => {
    const paused = await talk(["#g/card", "xong", "để sau"]);
    expect(paused.reply.text).toContain("30 ngày");
    expect(labels(paused)).toEqual(["Tiếp tục: Làm thẻ căn cước", "Mai nhắc tôi", "Dừng hẳn"]);
    expect((await talk(["tiếp tục"], paused.session)).session.guide).toEqual(
      (await talk(["#g/card", "xong"])).session.guide,
    );
    const given = await talk(["dừng hẳn"], paused.session);
    expect(given.session.guide).toBeUndefined();
    expect(given.reply.text).toBe(words.guide.cancelled);
  });

  it("reminds a day later who asks for it", async () => {
    const { remind, session } = await talk(["#g/card", "xong", "mai nhắc tôi"]);
    expect(remind?.after).toBe(86_400_000);
    expect(remind?.reply.text).toContain("“Làm thẻ căn cước”");
    const [go] = remind?.reply.buttons ?? [];
    expect((await talk([go?.send ?? ""], session)).session.guide).toMatchObject({ step: "bring", trail: ["book"] });
    expect((await talk(["#g/card", "xong"])).remind).toBeUndefined();
  });

  it("does not touch what emergencies and secrets are", async () => {
    expect((await talk([...START, "có người đuối nước, cứu với"])).reply.status).toBe("emergency");
    expect((await talk([...START, "mã otp của tôi là 123456"])).reply.text).toBe(words.safety.secretTyped);
  });

  it("claims nothing where no guide is walked or asked for", () => {
    const skill = createGuide(words.guide);
    for (const text of ["xong rồi", "quay lại", "1", "tiếp tục", "làm giấy khai sinh", "#p/1.001193", "#n"])
      expect(skill.claims(turnOf(text, { knowledge })), text).toBeUndefined();
  });
});
