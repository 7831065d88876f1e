import { describe, expect, it } from "vitest";
import { questionIn } from "../../../src/skills/staff/question.ts";
import { officer } from "./fixture.ts";

describe("questionIn", () => {
  it("reads the message with its line breaks, without personal data", () => {
    const typed = "Tôi tên Lê Văn Tám, sđt 0918222333\n1. khai sinh\n2. kết hôn";
    const turn = officer("x", { inbound: { text: typed, kind: "forward" } });
    const { text } = questionIn({ ...turn, text: typed.replaceAll("\n", " ") });
    expect(text.split("\n").slice(1)).toEqual(["1. khai sinh", "2. kết hôn"]);
    expect(text).not.toMatch(/Tám|0918/);
  });

  it.each([
    "dân hỏi khai sinh ở đâu",
    "có người dân hỏi là khai sinh ở đâu",
    "Bà con thắc mắc: khai sinh ở đâu",
    "người dân hỏi em khai sinh ở đâu",
  ])("drops who asks in %j", (typed) => {
    expect(questionIn(officer(typed)).text).toBe("khai sinh ở đâu");
  });

  it("goes on with what a command or a caption said", () => {
    const turn = officer("hướng dẫn khai sinh", { inbound: { text: "/huong_dan khai sinh" } });
    expect(questionIn(turn).text).toBe("hướng dẫn khai sinh");
  });

  it("reads a correction, and what it refuses", () => {
    const session = { procedure: "1.001193", asked: "giấy tờ bé" };
    expect(questionIn(officer("không phải, ý tôi là kết hôn", { session }))).toEqual({
      text: "kết hôn",
      refused: "1.001193",
    });
    expect(questionIn(officer("không phải", { session }))).toEqual({ text: "giấy tờ bé", refused: "1.001193" });
  });

  it("takes a citizen's no for the citizen's own", () => {
    const session = { procedure: "1.001193", asked: "giấy tờ bé" };
    const { refused, text } = questionIn(
      officer("không phải, tôi hỏi kết hôn", { session, inbound: { kind: "forward" } }),
    );
    expect(refused).toBeUndefined();
    expect(text).toContain("không phải");
  });

  it("reads no more than it must, and whole characters", () => {
    const typed = `khai sinh \ud800 ${"😀".repeat(10_000)}`;
    const { text } = questionIn(officer("khai sinh", { inbound: { text: typed } }));
    expect(text.length).toBeLessThanOrEqual(8_000);
    expect(text.isWellFormed()).toBe(true);
  });
});
