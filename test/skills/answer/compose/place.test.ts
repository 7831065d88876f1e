import { describe, expect, it } from "vitest";
import { officeLine, onlineLines, onlineSummary, whereLines } from "../../../../src/skills/answer/compose/place.ts";
import { birth, procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const texts = (lines: readonly { text: string }[]) => lines.map(({ text }) => text);
const office = { name: "Trung tâm A", address: "12 Phan Ngọc Hiển", serves: ["A"], source: "Quyết định 1" };

describe("whereLines", () => {
  it("tells the section", () => {
    expect(texts(whereLines(birth, composing))).toEqual([
      "• Đến Trung tâm Phục vụ hành chính công.",
      "• Trên mạng: Cổng Dịch vụ công quốc gia.",
    ]);
  });

  it("falls back on the agency", () => {
    const procedure = procedureOf({ code: "1.000001", name: "A", agency: "Công an xã", sections: {} });
    expect(whereLines(procedure, composing)).toEqual([
      { text: "Công an xã", heading: "Nộp ở đâu", quote: "Công an xã" },
    ]);
  });

  it("adds the offices of the place named", () => {
    expect(texts(whereLines(birth, { ...composing, offices: [office] })).at(-1)).toBe(
      "• Trung tâm A · 12 Phan Ngọc Hiển",
    );
  });
});

describe("officeLine", () => {
  it("tells hours and telephone when known, from the office file", () => {
    expect(officeLine({ ...office, hours: "7:00–11:00", phone: "0290 1" })).toEqual({
      text: "• Trung tâm A · 12 Phan Ngọc Hiển · 7:00–11:00 · 0290 1",
      heading: "Trung tâm A",
      quote: "Trung tâm A · 12 Phan Ngọc Hiển · 7:00–11:00 · 0290 1",
      file: "offices.yaml",
    });
  });
});

describe("onlineLines", () => {
  it("says how far, where, and what the file tells of net and post", () => {
    expect(texts(onlineLines(birth, composing))).toEqual([
      words.answer.onlineKinds.full,
      "Trang trên Cổng: https://dichvucong.gov.vn/thu-tuc/1",
      "• Trên mạng: Cổng Dịch vụ công quốc gia.",
    ]);
  });

  it.each(["full", "partial", "none", "unknown"] as const)("knows %s", (online) => {
    const procedure = procedureOf({ code: "1.000001", name: "A", online });
    expect(texts(onlineSummary(procedure, composing))).toEqual([words.answer.onlineKinds[online]]);
  });

  it("shows no page for what cannot be done online", () => {
    const procedure = procedureOf({ ...birth, online: "none" });
    expect(texts(onlineSummary(procedure, composing)).join()).not.toContain("http");
  });
});
