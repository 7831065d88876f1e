import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outcome } from "../../../src/core/conversation.ts";
import { linksUnsupported, numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { createStaff } from "../../../src/skills/staff/index.ts";
import { again, birth, finding, marriage, words } from "../fixture.ts";
import { chancing, knowing, type Officer, officer, residence } from "./fixture.ts";

const staff = createStaff(words);
const LIVES = chancing("sure", [residence, 0.95], [birth, 0.02]);
const BORN = chancing("sure", [birth, 0.95]);
const FORWARDED = { kind: "forward" } as const;

const say = (text: string, given: Officer = {}) => staff.handle(officer(text, { search: LIVES, ...given }));
const draftIn = ({ reply }: Outcome) => reply.text.split(`${words.staff.draftTitle}\n\n`)[1];

describe("several questions", () => {
  const search = knowing([/khai sinh/, BORN], [/hộ khẩu/, LIVES], [/kết hôn/, chancing("sure", [marriage, 0.9])]);

  it("are answered each, in one message and one draft", async () => {
    const outcome = await say("Làm khai sinh mấy ngày? Còn nhập hộ khẩu nộp ở đâu?", { search, inbound: FORWARDED });
    expect(outcome.reply.text).toMatch(/1\.001193[\s\S]*Thời hạn[\s\S]*1\.004222[\s\S]*Nộp ở đâu/);
    expect(draftIn(outcome)).toMatch(/Đăng ký khai sinh:[\s\S]*Đăng ký thường trú:/);
    expect(draftIn(outcome)?.match(/Dạ, em chào/g)).toHaveLength(1);
  });

  it("about one procedure are answered together", async () => {
    const { reply } = await say("Nhập hộ khẩu mấy ngày? Nhập hộ khẩu nộp ở đâu?", { search });
    expect(reply.text.match(/Thủ tục: /g)).toHaveLength(1);
    expect(reply.facets).toEqual(["time", "where"]);
  });

  it("are three at most, and the rest is said to be left", async () => {
    const many = "Khai sinh ở đâu? Hộ khẩu ở đâu? Kết hôn ở đâu? Mở quán karaoke ở đâu?";
    const { reply } = await say(many.toLowerCase(), { search });
    expect(reply.text.match(/Thủ tục: /g)).toHaveLength(3);
    expect(reply.text).toContain(words.staff.tooMany);
  });
});

describe("a forwarded message", () => {
  it("is found by its question, however much is told around it", async () => {
    const text = `Dạ chào cán bộ. ${"Nhà tui ở xa lắm, đi lại cực. ".repeat(100)}Nhập hộ khẩu nộp ở đâu? Cảm ơn.`;
    const search = knowing([/xa lắm/, finding([marriage], "unsure")], [/hộ khẩu/i, LIVES]);
    const { reply } = await say(text, { search, inbound: FORWARDED });
    expect(reply.text).toContain("1.004222");
  });

  it("does not go on with what the officer talked about before", async () => {
    const session = { procedure: birth.code };
    const { reply } = await say("lệ phí bao nhiêu tiền", { search: LIVES, session, inbound: FORWARDED });
    expect(reply.procedures[0]?.code).not.toBe(birth.code);
  });

  it("never lends its names and numbers to the reply or the session", async () => {
    const number = fc.stringMatching(/^0[1-9]\d{8}$/);
    const identity = fc.stringMatching(/^0[1-9]\d{10}$/);
    const name = fc.constantFrom("Nguyễn Văn Bảy", "Trần Thị Út", "Danh Sà Rương", "Lý Thị Bông");
    await fc.assert(
      fc.asyncProperty(number, identity, name, async (phone, id, who) => {
        const text = `Tôi tên ${who}, CCCD ${id}, sđt ${phone}. Nhập hộ khẩu cho con nộp ở đâu?`;
        const outcome = await say(text, { inbound: FORWARDED });
        for (const personal of [phone, id, who]) expect(JSON.stringify(outcome)).not.toContain(personal);
      }),
      { numRuns: 40 },
    );
  });
});

describe("going on", () => {
  it("shows the draft alone, as it is to be sent", async () => {
    const first = await say("nhập hộ khẩu lệ phí bao nhiêu tiền");
    const { reply } = await say("#s/draft", { session: first.session });
    expect(reply.text).toBe(draftIn(first));
    expect(reply.buttons).toEqual([]);
    expect(numbersUnsupported(reply)).toEqual([]);
  });

  it("has no draft before the first question", async () => {
    expect((await say("#s/draft")).reply).toMatchObject({ status: "clarify", text: words.staff.noDraft });
  });

  it("answers the last question about the candidate chosen", async () => {
    const { session } = await say("giấy tờ đứa nhỏ", { search: chancing("unsure", [again, 0.3], [birth, 0.3]) });
    const { reply } = await say("#s/1.001193/fee", { session });
    expect(reply).toMatchObject({ status: "answered", facets: ["fee"] });
    expect(reply.procedures[0]?.code).toBe(birth.code);
    expect(draftIn({ reply, session })).toContain("8.000 đồng/bản");
  });

  it("stays with the procedure for a question without a topic", async () => {
    const { session } = await say("nhập hộ khẩu lệ phí bao nhiêu tiền");
    const { reply } = await say("còn mấy ngày", { session, search: BORN });
    expect(reply.facets).toEqual(["time"]);
    expect(reply.procedures[0]?.code).toBe(residence.code);
  });

  it("does not repeat what the officer refused", async () => {
    const session = { procedure: birth.code, asked: "giấy tờ đứa nhỏ" };
    const search = chancing("unsure", [birth, 0.4], [again, 0.3], [marriage, 0.3]);
    const { reply } = await say("không phải", { session, search });
    expect(reply.procedures.map(({ code }) => code)).toEqual([again.code, marriage.code]);
  });
});

describe("whatever an officer sends", () => {
  const pieces = fc.constantFrom(
    "khai sinh ở đâu?",
    "lệ phí?",
    "nhập hộ khẩu cần gì.",
    "\n1. ",
    "0918222333",
    "chủ nhà trọ không đồng ý",
    "1.014061",
    "xyz",
    "tôi tên Lê Văn A",
    "không phải,",
    "…",
    "😀",
    "#s/1.001193",
    "căn cứ văn bản nào",
  );
  const text = fc.oneof(
    fc.array(pieces, { maxLength: 9 }).map((parts) => parts.join(" ")),
    fc.string({ unit: "binary", maxLength: 300 }),
  );
  const verdict = fc.constantFrom("sure" as const, "unsure" as const, "none" as const);

  it("no number or link is shown without a source, and the limits are kept", async () => {
    await fc.assert(
      fc.asyncProperty(
        text,
        verdict,
        fc.constantFrom("text" as const, "forward" as const),
        async (typed, how, kind) => {
          const search = finding([birth, residence, again, marriage], how);
          const { reply, session } = await say(typed, { search, inbound: { kind } });
          expect(numbersUnsupported(reply)).toEqual([]);
          expect(linksUnsupported(reply)).toEqual([]);
          expect(reply.buttons.length).toBeLessThanOrEqual(5);
          for (const { send } of reply.buttons) expect(Buffer.byteLength(send)).toBeLessThanOrEqual(64);
          expect(JSON.parse(JSON.stringify(session))).toEqual(session);
        },
      ),
      { numRuns: 150 },
    );
  });
});
