import { describe, expect, it } from "vitest";
import { admit, askWhich, offerChoices, offerOthers } from "../../../src/skills/answer/choices.ts";
import { numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { read } from "../../../src/skills/answer/reading.ts";
import { again, birth, card, finding, marriage, procedureOf, turnOf, words } from "../fixture.ts";

const many = [birth, again, marriage, card, procedureOf({ code: "1.000009", name: "Tách hộ" })];

async function offered(text: string, procedures = many, session = {}) {
  const turn = turnOf(text, { search: finding(procedures, "unsure"), session });
  return offerChoices(turn, await read(turn, text), words.answer);
}

describe("offerChoices", () => {
  it("offers four and a way out, names numbered", async () => {
    const { reply } = await offered("làm giấy");
    expect(reply.status).toBe("choices");
    expect(reply.buttons.map(({ send }) => send)).toEqual([
      "#p/1.001193",
      "#p/1.004884",
      "#p/1.000894",
      "#p/1.116410",
      "#n",
    ]);
    expect(reply.text).toContain("1. Đăng ký khai sinh\n2. Đăng ký lại khai sinh");
  });

  it("asks what tells the first two apart, whichever file says it", async () => {
    const ask = "Trước đây đã làm khai sinh lần nào chưa?";
    expect((await offered("khai sinh")).reply.text.startsWith(ask)).toBe(true);
    expect((await offered("khai sinh", [again, birth])).reply.text.startsWith(ask)).toBe(true);
  });

  it("asks plainly when they are no look-alikes", async () => {
    expect((await offered("giấy", [birth, marriage])).reply.text.startsWith(words.answer.choose)).toBe(true);
  });

  it("carries the facet asked for to the choice", async () => {
    const { reply } = await offered("lệ phí làm giấy");
    expect(reply.buttons[0]?.send).toBe("#p/1.001193/fee");
    expect(reply.facets).toEqual(["fee"]);
  });

  it("considers all that search found", async () => {
    expect((await offered("giấy")).reply.procedures).toHaveLength(5);
  });

  it("drops the procedure talked about before, and keeps the question", async () => {
    const { session } = await offered("làm giấy", many, { procedure: "1.000894", facet: "fee" });
    expect(session).not.toHaveProperty("procedure");
    expect(session.asked).toBe("làm giấy");
  });

  it("puts a short way to call it on the button of a long name", async () => {
    const long = procedureOf({ code: "1.000001", name: "Cấp giấy ".repeat(20), aliases: ["xin giấy"] });
    expect((await offered("giấy", [long, birth])).reply.buttons[0]?.label).toBe("xin giấy");
  });

  it("supports the numbers in names", async () => {
    const names = [procedureOf({ code: "1.000001", name: "Cấp thẻ cho trẻ dưới 14 tuổi" }), birth];
    expect(numbersUnsupported((await offered("thẻ", names)).reply)).toEqual([]);
  });
});

describe("offerOthers", () => {
  const session = { procedure: birth.code, asked: "khai sinh" };

  it("offers what else the last question could mean", async () => {
    const turn = turnOf("không phải", { search: finding(many, "sure"), session });
    const { reply } = await offerOthers(turn, birth.code, words.answer);
    expect(reply.text.startsWith(words.answer.rejected)).toBe(true);
    expect(reply.buttons[0]?.send).toBe("#p/1.004884");
  });

  it.each([
    ["nothing was refused", undefined, many],
    ["nothing else is near", birth.code, [birth]],
  ])("asks for other words and offers a person when %s", async (_, refused, procedures) => {
    const turn = turnOf("không phải", { search: finding(procedures, "sure"), session });
    const { reply } = await offerOthers(turn, refused, words.answer);
    expect(reply.text).toBe(words.answer.rejectedAll);
    expect(reply.buttons.map(({ send }) => send)).toEqual(["#n"]);
  });
});

describe("askWhich", () => {
  it("asks which procedure a bare facet is about, with those offered last", async () => {
    const session = {
      offered: [
        { label: "Đăng ký khai sinh", send: "#p/1.001193" },
        { label: "Khác", send: "#n" },
      ],
    };
    const turn = turnOf("lệ phí", { session });
    const { reply } = askWhich(turn, await read(turn, "lệ phí"), words.answer);
    expect(reply.text).toContain("Lệ phí");
    expect(reply.buttons).toEqual([{ label: "Đăng ký khai sinh", send: "#p/1.001193/fee" }]);
  });

  it("says that it does not understand when no facet is asked", async () => {
    const turn = turnOf("thế à");
    expect(askWhich(turn, await read(turn, "thế à"), words.answer).reply.text).toBe(words.answer.unclear);
  });
});

describe("admit", () => {
  it("says that the base does not know, with the nearest three and a person", async () => {
    const turn = turnOf("karaoke", { search: finding(many, "none") });
    const { reply } = admit(turn, await read(turn, "karaoke"), words.answer);
    expect(reply.status).toBe("silent");
    expect(reply.text.startsWith(words.answer.silent)).toBe(true);
    expect(reply.buttons.map(({ send }) => send)).toEqual(["#p/1.001193", "#p/1.004884", "#p/1.000894", "#n"]);
    expect(numbersUnsupported(reply)).toEqual([]);
  });

  it("offers a person alone when nothing is near", async () => {
    const turn = turnOf("karaoke", { search: finding([], "none") });
    const { reply } = admit(turn, await read(turn, "karaoke"), words.answer);
    expect(reply.buttons.map(({ send }) => send)).toEqual(["#n"]);
  });

  it("keeps the procedure talked about", async () => {
    const turn = turnOf("karaoke", { search: finding(many, "none"), session: { procedure: "1.000894" } });
    expect(admit(turn, await read(turn, "karaoke"), words.answer).session.procedure).toBe("1.000894");
  });
});
