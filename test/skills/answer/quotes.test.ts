import { describe, expect, it } from "vitest";
import { linksUnsupported, numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { tellQuotes } from "../../../src/skills/answer/quotes.ts";
import { tell } from "../../../src/skills/answer/respond.ts";
import { birth, turnOf, words } from "../fixture.ts";

describe("tellQuotes", () => {
  const { session } = tell(turnOf(""), { procedure: birth, facets: ["all"] }, words.answer);

  it("shows the words of the files under the last answer", () => {
    const { reply } = tellQuotes(turnOf("#q", { session }), words.answer);
    expect(reply.status).toBe("answered");
    expect(reply.text).toContain("“- Tờ khai đăng ký khai sinh\n- Giấy tờ tuỳ thân”");
    expect(reply.text).toContain("(procedures/ho-tich/1.001193.md › Giấy tờ cần có)");
    expect(numbersUnsupported(reply)).toEqual([]);
    expect(linksUnsupported(reply)).toEqual([]);
  });

  it("leads back to the procedure", () => {
    const { reply } = tellQuotes(turnOf("#q", { session }), words.answer);
    expect(reply.buttons.map(({ send }) => send)).toEqual(["#p/1.001193"]);
    expect(reply.procedures.map(({ code }) => code)).toEqual(["1.001193"]);
  });

  it("says when there is nothing to quote", () => {
    const { reply } = tellQuotes(turnOf("#q"), words.answer);
    expect(reply).toMatchObject({ status: "clarify", text: words.answer.nothingToQuote });
  });
});
