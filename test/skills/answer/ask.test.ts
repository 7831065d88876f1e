import { describe, expect, it } from "vitest";
import type { Session } from "../../../src/core/conversation.ts";
import type { Verdict } from "../../../src/core/search.ts";
import { ask } from "../../../src/skills/answer/ask.ts";
import { again, birth, card, finding, marriage, turnOf, words } from "../fixture.ts";

const talking: Session = { procedure: birth.code, facet: "papers", asked: "làm giấy khai sinh cần gì" };

function asking(text: string, procedures = [birth, again], verdict: Verdict = "sure", session: Session = {}) {
  return ask(turnOf(text, { search: finding(procedures, verdict), session }), words.answer);
}

describe("a new question", () => {
  it("is answered when search is sure", async () => {
    const { reply, session } = await asking("lệ phí khai sinh");
    expect(reply).toMatchObject({ status: "answered", facets: ["fee"] });
    expect(session).toMatchObject({ procedure: "1.001193", facet: "fee", asked: "lệ phí khai sinh" });
  });

  it("without a facet gets the overview", async () => {
    expect((await asking("đăng ký kết hôn", [marriage])).reply.facets).toEqual(["all"]);
  });

  it("for papers that depend on the case asks the case", async () => {
    expect((await asking("khai sinh cần giấy tờ gì")).reply.status).toBe("case");
  });

  it("gets choices when search is not sure", async () => {
    expect((await asking("làm giấy", [birth, marriage], "unsure")).reply.status).toBe("choices");
  });

  it("gets an honest no when the base is silent", async () => {
    expect((await asking("mở quán karaoke", [birth], "none")).reply.status).toBe("silent");
  });

  it("replaces the procedure talked about", async () => {
    expect((await asking("đăng ký kết hôn", [marriage], "sure", talking)).session.procedure).toBe("1.000894");
  });

  it("is answered by the file's own answer to it", async () => {
    const { reply } = await asking("quên đi khai sinh rồi");
    expect(reply.text).toContain("Vẫn làm được, giấy tờ như nhau.");
    expect(reply.text).not.toContain("Dành cho");
  });

  it("gets that answer and the facet when it asks for both", async () => {
    const { reply } = await asking("quên đi khai sinh, lệ phí bao nhiêu");
    expect(reply.text).toContain("Vẫn làm được");
    expect(reply.text).toContain("8.000 đồng/bản");
  });

  it("is never echoed", async () => {
    for (const verdict of ["sure", "unsure", "none"] as const) {
      const { reply } = await asking("<b>zzz</b> khai sinh", [birth, marriage], verdict);
      expect(reply.text).not.toContain("zzz");
    }
  });
});

describe("a code", () => {
  it("is looked up, whatever search says", async () => {
    const { reply } = await asking("thủ tục 1.000894 lệ phí", [birth], "none");
    expect(reply.procedures).toEqual([{ code: "1.000894", name: "Đăng ký kết hôn", score: 1 }]);
    expect(reply.facets).toEqual(["fee"]);
  });

  it("that was replaced leads to the new one", async () => {
    const { reply, session } = await asking("1.014061");
    expect(reply.text).toContain("đã được thay");
    expect(session.procedure).toBe(card.code);
  });

  it("that nobody knows is said to be unknown, and not echoed", async () => {
    const { reply } = await asking("9.999999");
    expect(reply).toMatchObject({ status: "silent", text: words.answer.unknownCode });
  });
});

describe("going on", () => {
  it.each(["còn lệ phí?", "thế còn lệ phí", "the con le phi", "lệ phí bao nhiêu vậy em"])(
    "%s keeps the procedure",
    async (text) => {
      const { reply, session } = await asking(text, [marriage], "sure", talking);
      expect(reply).toMatchObject({ status: "answered", facets: ["fee"] });
      expect(session).toMatchObject({ procedure: "1.001193", asked: talking.asked });
    },
  );

  it("asks which procedure when none is talked about", async () => {
    const { reply } = await asking("lệ phí bao nhiêu");
    expect(reply).toMatchObject({ status: "clarify", facets: ["fee"] });
  });

  it("says that it does not understand what says nothing", async () => {
    expect((await asking("vậy thì", [birth], "sure", talking)).reply.text).toBe(words.answer.unclear);
  });

  it("stays with the procedure that is still the likeliest", async () => {
    expect((await asking("giấy khai sinh của bé", [birth, again], "unsure", talking)).reply.status).toBe("answered");
    expect((await asking("giấy khai sinh của bé", [again, birth], "unsure", talking)).reply.status).toBe("choices");
  });

  it("stays when few words point nowhere else", async () => {
    const { reply } = await asking("lệ phí cho bé", [marriage], "none", talking);
    expect(reply.procedures[0]?.code).toBe("1.001193");
  });
});

describe("a correction", () => {
  it("with nothing else offers the others", async () => {
    const { reply } = await asking("không phải", [birth, again], "sure", talking);
    expect(reply.status).toBe("choices");
    expect(reply.buttons[0]?.send).toBe("#p/1.004884/papers");
  });

  it("again asks for other words", async () => {
    const first = await asking("không phải", [birth, again], "sure", talking);
    const second = await asking("không phải", [birth, again], "sure", first.session);
    expect(second.reply.text).toBe(words.answer.rejectedAll);
  });

  it("finds what is meant, with the facet of before", async () => {
    const text = "không phải, ý tôi là làm lại giấy khai sinh bị mất";
    const { reply, session } = await asking(text, [again, birth], "sure", { ...talking, facet: "fee" });
    expect(reply).toMatchObject({ status: "answered", facets: ["fee"] });
    expect(session.procedure).toBe(again.code);
  });

  it("does not answer with what was refused", async () => {
    const { reply } = await asking("không phải, ý tôi là giấy khai sinh", [birth, again], "sure", talking);
    expect(reply.procedures.map(({ code }) => code)).not.toContain("1.001193");
  });

  it("of the facet alone keeps the procedure", async () => {
    const { reply, session } = await asking("ý tôi là lệ phí", [marriage], "sure", talking);
    expect(reply.facets).toEqual(["fee"]);
    expect(session.procedure).toBe("1.001193");
  });
});
