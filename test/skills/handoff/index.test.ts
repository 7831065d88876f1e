import { describe, expect, it } from "vitest";
import { numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { CLAIM } from "../../../src/skills/claims.ts";
import { createHandoff } from "../../../src/skills/handoff/index.ts";
import { snapshotOf, turnOf, words } from "../fixture.ts";

const handoff = createHandoff(words.handoff);
const office = {
  name: "Trung tâm hành chính công Thới Bình",
  address: "12 đường 3 Tháng 2",
  hours: "07:00–11:00",
  phone: "0290 000 000",
  serves: ["Thới Bình"],
  source: "Quyết định 1/QĐ-UBND",
};
const knowledge = snapshotOf([], { offices: [office] });

describe("handoff", () => {
  it.each([
    ["#n", CLAIM.pressed],
    ["cho tôi gặp cán bộ", CLAIM.person],
    ["gap nguoi that", CLAIM.person],
    ["tổng đài", CLAIM.person],
    ["đăng ký khai sinh", undefined],
  ])("claims %s: %s", (text, claim) => {
    expect(handoff.claims(turnOf(text))).toBe(claim);
  });

  it("says how to reach a person, every number with its source", async () => {
    const { reply } = await handoff.handle(turnOf("#n"));
    expect(reply.text).toContain("18001096");
    expect(numbersUnsupported(reply)).toEqual([]);
  });

  it("adds the office of a commune named", async () => {
    const { reply } = await handoff.handle(turnOf("gặp cán bộ xã Thới Bình", { knowledge }));
    expect(reply.text).toContain("12 đường 3 Tháng 2");
    expect(reply.sources.at(-1)).toMatchObject({ file: "offices.yaml", heading: office.name });
    expect(numbersUnsupported(reply)).toEqual([]);
  });

  it("remembers the commune of the question before", async () => {
    const session = { asked: "khai sinh ở thoi binh" };
    const { reply } = await handoff.handle(turnOf("#n", { knowledge, session }));
    expect(reply.text).toContain(office.name);
  });

  it("guesses no office", async () => {
    const { reply } = await handoff.handle(turnOf("gặp cán bộ xã Đất Mũi", { knowledge }));
    expect(reply.text).not.toContain(office.name);
  });
});
