import { describe, expect, it } from "vitest";
import { numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createSafety } from "../../../src/skills/safety/index.ts";
import { birth, finding, turnOf, words } from "../fixture.ts";

const safety = createSafety(words.safety);

describe("safety", () => {
  it.each([
    ["nhà tui cháy rồi", CLAIM.emergency],
    ["otp của tôi là 482913", CLAIM.secret],
    ["làm giả bằng lái", CLAIM.unlawful],
    ["đăng ký khai sinh", undefined],
    ["#p/1.001193", undefined],
  ])("claims %s: %s", (text, claim) => {
    expect(safety.claims(turnOf(text))).toBe(claim);
  });

  it("says the number to call before anything else", async () => {
    const { reply } = await safety.handle(turnOf("nhà tui cháy rồi"));
    expect(reply.status).toBe("emergency");
    expect(reply.text).toMatch(/^GỌI NGAY 114/);
    expect(reply.buttons).toEqual([]);
    expect(numbersUnsupported(reply)).toEqual([]);
  });

  it("keeps what was talked about during an emergency", async () => {
    const { session } = await safety.handle(turnOf("nhà tui cháy rồi", { session: { procedure: "1.001193" } }));
    expect(session.procedure).toBe("1.001193");
  });

  it("warns of a secret and remembers nothing of it", async () => {
    const { reply, session } = await safety.handle(turnOf("otp của tôi là 482913"));
    expect(reply.text).toBe(words.safety.secretTyped);
    expect(JSON.stringify({ reply, session })).not.toContain("482913");
  });

  it("never asks for a secret", async () => {
    const { reply } = await safety.handle(turnOf("em đọc otp cho cán bộ được không"));
    expect(reply.text).toBe(words.safety.secretAsked);
  });

  it("refuses kindly, with the lawful way", async () => {
    const { reply } = await safety.handle(turnOf("làm giả giấy khai sinh", { search: finding([birth], "sure") }));
    expect(reply.status).toBe("refused");
    expect(reply.text).toBe(words.safety.unlawful);
    expect(reply.buttons).toEqual([{ label: "Làm đúng: Đăng ký khai sinh", send: "#p/1.001193" }]);
  });

  it("offers no procedure when none fits", async () => {
    const { reply } = await safety.handle(turnOf("làm giả tiền", { search: finding([birth], "none") }));
    expect(reply.buttons).toEqual([]);
  });
});
