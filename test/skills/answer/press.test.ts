import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { press, pressed } from "../../../src/skills/answer/press.ts";
import { turnOf, words } from "../fixture.ts";

const payload = (text: string) => pressed(turnOf(text), words.answer);

function reply(text: string) {
  const turn = turnOf(text);
  const found = pressed(turn, words.answer);
  if (!found) throw new Error(`not pressed: ${text}`);
  return press(turn, found, words.answer).reply;
}

describe("pressed", () => {
  it.each(["#p/1.001193", "#p/1.001193/fee", "#c/1.001193/0", "#q", "#p/1.014061"])("knows %s", (text) => {
    expect(payload(text)).toBeDefined();
  });

  it.each(["#n", "#h", "#p/9.999999", "#c/9.999999/0", "#x", "khai sinh", ""])("%j is not its own", (text) => {
    expect(payload(text)).toBeUndefined();
  });
});

describe("press", () => {
  it("shows the overview", () => {
    expect(reply("#p/1.000894")).toMatchObject({ status: "answered", facets: ["all"] });
  });

  it("shows the facets named", () => {
    expect(reply("#p/1.001193/fee+time").facets).toEqual(["fee", "time"]);
  });

  it("asks for the case before it tells papers", () => {
    expect(reply("#p/1.001193/papers").status).toBe("case");
    expect(reply("#p/1.000894/papers").status).toBe("answered");
  });

  it("takes answers to case questions one by one", () => {
    expect(reply("#c/1.001193/0").status).toBe("case");
    expect(reply("#c/1.001193/0-0")).toMatchObject({ status: "answered", facets: ["papers"] });
  });

  it("shows all cases", () => {
    expect(reply("#c/1.001193/all").text).toContain("Bé bị bỏ rơi: Biên bản bỏ rơi");
  });

  it("leads from an old code to the new one, and says so", () => {
    expect(reply("#p/1.014061").text).toMatch(/^Thủ tục Cấp thẻ căn cước \(mã cũ\) \(1\.014061\) đã được thay/);
  });

  it("never throws, whatever numbers a stranger writes", () => {
    const text = fc.oneof(
      fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }).map((answers) => `#c/1.001193/${answers.join("-")}`),
      fc.nat(9_999).map((from) => `#p/1.001193/steps/${from}`),
    );
    fc.assert(fc.property(text, (one) => void reply(one)));
  });
});
