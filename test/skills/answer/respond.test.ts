import { describe, expect, it } from "vitest";
import type { Facet } from "../../../src/core/procedure.ts";
import { considered, tell } from "../../../src/skills/answer/respond.ts";
import { again, birth, marriage, procedureOf, snapshotOf, turnOf, words } from "../fixture.ts";

const hit = (procedure: typeof birth, score: number) => ({ procedure, score, confidence: 0.5, why: [] });
const told = (facets: readonly Facet[], procedure = birth) => tell(turnOf(""), { procedure, facets }, words.answer);
const sends = (...given: Parameters<typeof told>) => told(...given).reply.buttons.map(({ send }) => send);

describe("tell", () => {
  it("offers the other facets, the look-alike and the quote", () => {
    expect(sends(["fee"])).toEqual([
      "#p/1.001193/papers",
      "#p/1.001193/time",
      "#p/1.001193/where",
      "#p/1.004884",
      "#q",
    ]);
  });

  it("offers no facet that was told", () => {
    expect(sends(["papers", "fee", "time"])).not.toContain("#p/1.001193/fee");
  });

  it("offers no look-alike that the base lacks", () => {
    const turn = turnOf("", { knowledge: snapshotOf([birth]) });
    const { reply } = tell(turn, { procedure: birth, facets: ["fee"] }, words.answer);
    expect(reply.buttons.map(({ send }) => send)).not.toContain("#p/1.004884");
  });

  it("offers to go on with a long answer, in five buttons", () => {
    const steps = Array.from({ length: 60 }, (_, i) => `${i + 1}. ${"Nộp hồ sơ ".repeat(8)}`).join("\n");
    const long = procedureOf({ ...birth, sections: { steps } });
    const { buttons } = told(["steps"], long).reply;
    expect(buttons).toHaveLength(5);
    expect(buttons[0]?.send).toMatch(/^#p\/1\.001193\/steps\/\d+$/);
    expect(buttons.at(-1)?.send).toBe("#q");
  });

  it("remembers procedure, facet, sources and buttons", () => {
    const { reply, session } = told(["fee"]);
    expect(session).toMatchObject({ procedure: "1.001193", facet: "fee", sources: reply.sources });
    expect(session.offered).toEqual(reply.buttons);
  });

  it("forgets the answers to the cases of before", () => {
    const turn = turnOf("", { session: { cases: [0, 1], asked: "khai sinh" } });
    const { session } = tell(turn, { procedure: birth, facets: ["fee"] }, words.answer);
    expect(session).not.toHaveProperty("cases");
    expect(session.asked).toBe("khai sinh");
  });
});

describe("considered", () => {
  it("puts the procedure told first, with its score", () => {
    expect(considered({ procedure: marriage, hits: [hit(birth, 9), hit(marriage, 7)] })).toEqual([
      { code: "1.000894", name: "Đăng ký kết hôn", score: 7 },
      { code: "1.001193", name: "Đăng ký khai sinh", score: 9 },
    ]);
  });

  it("is the procedure alone when nothing was searched", () => {
    expect(considered({ procedure: again })).toEqual([{ code: "1.004884", name: "Đăng ký lại khai sinh", score: 1 }]);
  });
});
