import { describe, expect, it } from "vitest";
import { createAnswer } from "../../../src/skills/answer/index.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { turnOf, words } from "../fixture.ts";

const answer = createAnswer(words.answer);

describe("answer", () => {
  it.each([
    ["#p/1.001193", CLAIM.pressed],
    ["#q", CLAIM.pressed],
    ["#n", CLAIM.question],
    ["khai sinh", CLAIM.question],
    ["không phải", CLAIM.question],
  ])("claims %s: %s", (text, claim) => {
    expect(answer.claims(turnOf(text))).toBe(claim);
  });

  it("claims a no when there is something to correct", () => {
    const session = { procedure: "1.001193" };
    expect(answer.claims(turnOf("không phải", { session }))).toBe(CLAIM.correction);
    expect(answer.claims(turnOf("không, cảm ơn", { session }))).toBe(CLAIM.question);
  });

  it("does what a button says", async () => {
    expect((await answer.handle(turnOf("#p/1.001193/fee"))).reply.facets).toEqual(["fee"]);
  });

  it("answers what is typed", async () => {
    expect((await answer.handle(turnOf("lệ phí khai sinh"))).reply.facets).toEqual(["fee"]);
  });
});
