import { describe, expect, it } from "vitest";
import type { Charge, Method, MethodKind } from "../../../src/knowledge/import/record.ts";
import { fees, timeLimits } from "../../../src/knowledge/import/terms.ts";

const charge = (shown: string, amount: number | null = null, note = "", currency = "VND"): Charge => ({
  shown,
  amount,
  note,
  currency,
});
const method = (kind: MethodKind, time: string, ...charges: Charge[]): Method => ({
  kind,
  time,
  charges,
  description: "",
});

describe("timeLimits", () => {
  it.each([
    ["7 Ngày làm việc", "7 ngày làm việc"],
    ["8 Giờ", "8 giờ"],
    ["2.5 Ngày", "2.5 ngày"],
    ["Không quy định", "không quy định"],
  ])("gives %j as %j", (time, value) => {
    expect(timeLimits([method("direct", time)])).toEqual([{ when: "Nộp trực tiếp", value }]);
  });

  it.each([
    ["1", 'chỉ ghi "1", không ghi đơn vị'],
    ["0 Ngày", 'chỉ ghi "0 Ngày"'],
    ["", "chưa ghi thời hạn"],
  ])("does not know %j, and says what the page shows", (time, words) => {
    const [limit] = timeLimits([method("direct", time)]);
    expect(limit?.value).toBeNull();
    expect(limit?.note).toContain(words);
  });

  it("tells equal limits once and different ones apart", () => {
    const rows = [
      method("online", "3 Ngày"),
      method("post", "5 Ngày"),
      method("direct", "5 Ngày"),
      method("direct", "5 Ngày"),
    ];
    expect(timeLimits(rows)).toEqual([
      { when: "Nộp trực tuyến", value: "3 ngày" },
      { when: "Nộp qua bưu chính, trực tiếp", value: "5 ngày" },
    ]);
    expect(timeLimits(rows.slice(1))).toEqual([{ when: "Mọi cách nộp", value: "5 ngày" }]);
  });

  it("says that it knows nothing of a page without methods", () => {
    expect(timeLimits([])).toMatchObject([{ value: null }]);
  });
});

describe("fees", () => {
  const one = (item: Charge) => fees([method("direct", "", item)])[0];

  it("never trusts the word Miễn phí", () => {
    const fee = one(charge("Miễn phí", null, "Mức thu: 8.000.000/lần"));
    expect(fee?.amount).toBeNull();
    expect(fee?.note).toContain('Trang Cổng ghi "Miễn phí" nhưng ô này hay sai; anh/chị hỏi lại quầy');
    expect(fee?.note).toContain("Mức thu: 8.000.000/lần");
  });

  it("keeps an amount and says where it stands", () => {
    expect(one(charge("70,000 VNĐ", 70_000, "70.000 đồng/giấy"))).toEqual({
      when: "Nộp trực tiếp",
      amount: 70_000,
      note: "Theo trang Cổng: 70,000 VNĐ. Ghi chú trên Cổng: 70.000 đồng/giấy",
    });
  });

  it("takes a unit from a note that is just a unit", () => {
    expect(one(charge("2000 Việt Nam Đồng", 2000, "/trang"))).toMatchObject({ amount: 2000, unit: "đồng/trang" });
    expect(one(charge("2000 Việt Nam Đồng", 2000, "/trang, từ trang 3: 1.000"))).not.toHaveProperty("unit");
  });

  it.each([
    ["foreign money", charge("10 USD", 10, "/bản", "USD")],
    ["an amount too small to be a fee", charge("5 VNĐ", 5)],
    ["a broken amount", charge("1000.5 VNĐ", 1000.5)],
  ])("does not take %s for a fee", (_, item) => {
    const fee = one(item);
    expect(fee?.amount).toBeNull();
    expect(fee?.note).toContain(`Trang Cổng ghi "${item.shown}"`);
  });

  it("says when the page shows nothing", () => {
    for (const shown of [fees([]), fees([method("online", "1")]), fees([method("online", "1", charge(""))])])
      expect(shown).toMatchObject([{ amount: null, note: expect.stringContaining("chưa ghi mức thu") }]);
  });

  it("tells equal fees once and different ones apart", () => {
    const rows = [
      method("online", "", charge("Miễn phí")),
      method("post", "", charge("5,000 VNĐ", 5000)),
      method("direct", "", charge("5,000 VNĐ", 5000)),
    ];
    expect(fees(rows).map(({ when, amount }) => [when, amount])).toEqual([
      ["Nộp trực tuyến", null],
      ["Nộp qua bưu chính, trực tiếp", 5000],
    ]);
    expect(fees(rows.slice(1)).map(({ when }) => when)).toEqual(["Mọi cách nộp"]);
  });
});
