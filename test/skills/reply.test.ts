import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { button, clip, outcome, replyWith } from "../../src/skills/reply.ts";
import { turnOf } from "./fixture.ts";

describe("clip", () => {
  it("leaves what fits", () => {
    expect(clip("Đăng ký khai sinh", 17)).toBe("Đăng ký khai sinh");
  });

  it("cuts at a word", () => {
    expect(clip("Đăng ký khai sinh có yếu tố nước ngoài", 20)).toBe("Đăng ký khai sinh…");
  });

  it("leaves no punctuation before the dots", () => {
    expect(clip("Cấp lại, đổi thẻ", 10)).toBe("Cấp lại…");
  });

  it("cuts inside a word that is too long by itself", () => {
    expect(clip("a".repeat(50), 10)).toBe(`${"a".repeat(9)}…`);
  });

  it("never gets longer than asked", () => {
    fc.assert(
      fc.property(fc.string(), fc.integer({ min: 1, max: 80 }), (text, length) => {
        expect(clip(text, length).length).toBeLessThanOrEqual(Math.max(length, 1));
      }),
    );
  });
});

describe("button", () => {
  it("has a label of at most 60 characters", () => {
    expect(button("Cấp giấy ".repeat(20), "#q").label.length).toBeLessThanOrEqual(60);
  });
});

describe("replyWith", () => {
  it("is empty but for what is given", () => {
    expect(replyWith("smalltalk", "Dạ.")).toEqual({
      status: "smalltalk",
      text: "Dạ.",
      buttons: [],
      sources: [],
      procedures: [],
      facets: [],
    });
  });

  it("gives the bot's own words as the source of their numbers", () => {
    const text = "Gọi 18001096.";
    expect(replyWith("smalltalk", text).sources).toEqual([
      { code: "", file: "prompts/vi.yaml", heading: "", quote: text },
    ]);
  });
});

describe("outcome", () => {
  const before = { procedure: "1.001193", offered: [button("Cũ", "#q")] };

  it("keeps what was talked about, and forgets buttons that are not shown any more", () => {
    const { session } = outcome(turnOf("", { session: before }), replyWith("smalltalk", "Dạ."));
    expect(session).toEqual({ procedure: "1.001193" });
  });

  it("remembers the buttons shown", () => {
    const buttons = [button("Mới", "#h")];
    const { session } = outcome(turnOf("", { session: before }), replyWith("choices", "?", { buttons }));
    expect(session.offered).toEqual(buttons);
  });

  it("takes changes last", () => {
    const { session } = outcome(turnOf("", { session: before }), replyWith("smalltalk", "Dạ."), { facet: "fee" });
    expect(session).toEqual({ procedure: "1.001193", facet: "fee" });
  });
});
