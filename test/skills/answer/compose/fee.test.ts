import { describe, expect, it } from "vitest";
import type { Fee } from "../../../../src/core/procedure.ts";
import { feeLines, feesToday } from "../../../../src/skills/answer/compose/fee.ts";
import { procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const text = (fee: Omit<Fee, "when">, today = TODAY) =>
  feesToday([{ when: "Cấp lại", ...fee }], { ...composing, today }).map((line) => line.text);

describe("feesToday", () => {
  it("writes money the Vietnamese way", () => {
    expect(text({ amount: 115000, unit: "đồng/lần" })).toEqual(["• Cấp lại: 115.000 đồng/lần"]);
    expect(text({ amount: 8000 })).toEqual(["• Cấp lại: 8.000 đồng"]);
  });

  it("says that 0 is free of charge", () => {
    expect(text({ amount: 0 })).toEqual(["• Cấp lại: không thu tiền"]);
  });

  it("never says free without the condition and the last day", () => {
    const [line] = text({ amount: 0, condition: "chỉ khi nộp trực tuyến", to: "2027-02-28", law: "66.22/2026/NQ-CP" });
    expect(line).toBe(
      "• Cấp lại: không thu tiền (điều kiện: chỉ khi nộp trực tuyến; đến hết ngày 28/2/2027; theo 66.22/2026/NQ-CP)",
    );
  });

  it("says that an amount is not known, with the note", () => {
    expect(text({ amount: null, note: "tỉnh quy định" })).toEqual(["• Cấp lại: chưa biết (tỉnh quy định)"]);
  });

  describe("on the days around a change", () => {
    const fees: Fee[] = [
      { when: "Đổi thẻ", amount: 25000, from: "2025-07-01", to: "2026-12-31" },
      { when: "Đổi thẻ", amount: 50000, from: "2027-01-01" },
    ];
    const amounts = (today: string) =>
      feesToday(fees, { ...composing, today }).map((line) => line.text.match(/\d+\.000/)?.[0]);

    it.each([
      ["2025-06-30", []],
      ["2025-07-01", ["25.000"]],
      ["2026-12-31", ["25.000"]],
      ["2027-01-01", ["50.000"]],
    ])("%s", (today, shown) => {
      expect(amounts(today)).toEqual(shown);
    });
  });

  it("quotes the fields, not the sentence", () => {
    const [line] = feesToday([{ when: "Bản sao", amount: 8000, unit: "đồng/bản", law: "281/2016/TT-BTC" }], composing);
    expect(line?.quote).toBe("Bản sao · 8.000 đồng/bản · 281/2016/TT-BTC");
    expect(line?.law).toBe("281/2016/TT-BTC");
  });
});

describe("feeLines", () => {
  it("says that nothing is known when no fee is in force", () => {
    const procedure = procedureOf({ code: "1.000001", name: "A", fees: [] });
    expect(feeLines(procedure, composing).map((line) => line.text)).toEqual([words.answer.feeMissing]);
  });

  it("adds what the file explains", () => {
    const procedure = procedureOf({ code: "1.000001", name: "A", sections: { fee: "Nộp ở quầy." } });
    expect(feeLines(procedure, composing).at(-1)).toMatchObject({ text: "Nộp ở quầy.", heading: "Lệ phí" });
  });
});
