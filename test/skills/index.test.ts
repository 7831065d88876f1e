import { describe, expect, it } from "vitest";
import { route } from "../../src/conversation/router.ts";
import { createSkills } from "../../src/skills/index.ts";
import { turnOf, words } from "./fixture.ts";

const skills = createSkills(words);
const session = { procedure: "1.001193", offered: [{ label: "Đăng ký kết hôn", send: "#p/1.000894" }] };
const handler = (text: string, given = {}) => route(skills, turnOf(text, given))?.name;

describe("the skills together", () => {
  it.each([
    ["nhà tui cháy rồi", "safety"],
    ["chào em, nhà tui cháy rồi", "safety"],
    ["làm giả bằng lái", "safety"],
    ["482913", "safety"],
    ["", "clarify"],
    ["😀", "clarify"],
    ["hello how are you", "clarify"],
    ["#foo", "clarify"],
    ["#p/9.999999", "clarify"],
    ["số 2", "clarify"],
    ["chào em", "smalltalk"],
    ["không phải", "smalltalk"],
    ["#h", "smalltalk"],
    ["#n", "handoff"],
    ["gặp cán bộ", "handoff"],
    ["đăng ký khai sinh", "answer"],
    ["#p/1.001193/fee", "answer"],
    ["#c/1.001193/0", "answer"],
    ["#q", "answer"],
    ["1.001193", "answer"],
    ["xyz", "answer"],
  ])("%j goes to %s", (text, name) => {
    expect(handler(text)).toBe(name);
  });

  it("a no is a correction when there is something to correct", () => {
    expect(handler("không phải", { session })).toBe("answer");
    expect(handler("nhầm rồi", { session })).toBe("answer");
    expect(handler("không, cảm ơn", { session })).toBe("smalltalk");
  });

  it("have names of their own", () => {
    expect(new Set(skills.map(({ name }) => name)).size).toBe(skills.length);
  });
});
