import { describe, expect, it } from "vitest";
import type { Facet } from "../../../../src/core/procedure.ts";
import { caveats } from "../../../../src/skills/answer/compose/caveats.ts";
import { procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const procedure = procedureOf({
  code: "1.000001",
  name: "A",
  uncertain: [
    { about: "fee", text: "Lệ phí chưa rõ." },
    { about: "law", text: "Luật sắp đổi." },
    { about: "general", text: "Mã có thể đổi." },
  ],
});
const texts = (facets: readonly Facet[], given = procedure) =>
  caveats(given, facets, composing).map(({ text }) => text);

describe("caveats", () => {
  it("says what is not certain of the facet told, and in general", () => {
    expect(texts(["fee"])).toEqual(["Chưa chắc: Lệ phí chưa rõ.", "Chưa chắc: Mã có thể đổi."]);
    expect(texts(["law"])).toEqual(["Chưa chắc: Luật sắp đổi.", "Chưa chắc: Mã có thể đổi."]);
    expect(texts(["steps"])).toEqual(["Chưa chắc: Mã có thể đổi."]);
  });

  it("says in an overview what is not certain of anything it shows", () => {
    expect(texts(["all"])).toEqual(["Chưa chắc: Lệ phí chưa rõ.", "Chưa chắc: Mã có thể đổi."]);
  });

  it("keeps an overview to a phone's screen: at most two doubts, all of them with their facet", () => {
    const uncertain = ["một", "hai", "ba"].map((text) => ({ about: "fee" as const, text }));
    const many = procedureOf({ code: "1.000001", name: "A", uncertain });
    expect(texts(["all"], many)).toEqual(["Chưa chắc: một", "Chưa chắc: hai"]);
    expect(texts(["fee"], many)).toHaveLength(3);
  });

  it.each([
    ["imported", { origin: "imported" }],
    ["of low confidence", { confidence: "low" }],
  ] as const)("tells to ask at the counter when the file is %s", (_, given) => {
    expect(texts(["steps"], { ...procedure, ...given }).at(-1)).toBe(words.answer.unchecked);
  });

  it("is empty when all is certain", () => {
    expect(texts(["fee"], procedureOf({ code: "1.000001", name: "A" }))).toEqual([]);
  });
});
