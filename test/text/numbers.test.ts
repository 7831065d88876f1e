import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { groupThousands, linksIn, numbersIn, plainNumber, vietnameseDay } from "../../src/text/numbers.ts";
import { anything } from "./vietnamese.ts";

describe("numbersIn", () => {
  it.each([
    ["Thu 8.000 đồng/bản", ["8000"]],
    ["thu 8000/bản, 8,000 hoặc 8\u00a0000", ["8000", "8000", "8000"]],
    ["115 nghìn đồng", ["115000"]],
    ["2 triệu rưỡi", ["2500000"]],
    ["ngày 05/08/2026", ["5/8/2026"]],
    ["ngày 5 tháng 8 năm 2026", ["5/8/2026"]],
    ["2026-08-05; 5-8-2026; 5.8.2026.", ["5/8/2026", "5/8/2026", "5/8/2026"]],
    ["Luật 60/2014/QH13 và Nghị định 123/2015/NĐ-CP", ["60/2014/qh13", "123/2015/nd-cp"]],
    ["Chỉ thị 12/CT-TTg, Thông tư 281/2016/TT-BTC", ["12/ct-ttg", "281/2016/tt-btc"]],
    ["3-5 ngày làm việc", ["3", "5"]],
    ["từ 07:30 đến 11h30", ["7:30", "11", "30"]],
    ["lãi 1,05% chứ không phải 1,5%", ["1,05", "1,5"]],
    ["mã 1.001193", ["1.001193"]],
    ["gọi 113, 114, 115", ["113", "114", "115"]],
    ["xem https://dichvucong.gov.vn/p/123?a=45 trang 6", ["6"]],
    ["không có số nào", []],
  ])("%s → %j", (text, expected) => {
    expect(numbersIn(text)).toEqual(expected);
  });

  it("keeps the zero of a telephone number", () => {
    expect(numbersIn("gọi 02903831234")).toEqual(["02903831234"]);
  });

  it("finds an amount in any grouping", () => {
    fc.assert(
      fc.property(fc.nat(2_000_000_000), fc.constantFrom(".", ",", "\u00a0", "\u202f", ""), (amount, separator) => {
        const text = `Mức thu là ${groupThousands(amount).replaceAll(".", separator)} đồng một lần.`;
        expect(numbersIn(text)).toEqual([String(amount)]);
      }),
    );
  });

  it("finds a day in any form", () => {
    const day = fc
      .date({ min: new Date("1945-09-02"), max: new Date("2100-01-01"), noInvalidDate: true })
      .map((date) => date.toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, (iso) => {
        const [year, month, date] = iso.split("-").map(Number);
        const forms = [
          iso,
          `${date}/${month}/${year}`,
          iso.split("-").reverse().join("/"),
          iso.split("-").reverse().join("-"),
          `ngày ${date} tháng ${month} năm ${year}`,
        ];
        for (const form of forms) expect(numbersIn(`Từ ${form}, áp dụng`)).toEqual([vietnameseDay(iso)]);
      }),
    );
  });

  it("finds a law's number in any case, with marks or without", () => {
    const law = fc
      .tuple(
        fc.integer({ min: 1, max: 999 }),
        fc.integer({ min: 1945, max: 2099 }),
        fc.constantFrom("QH13", "NĐ-CP", "TT-BTC", "QĐ-UBND", "NQ-HĐND", "UBTVQH15"),
      )
      .map((parts) => parts.join("/"));
    fc.assert(
      fc.property(law, (number) => {
        const [found] = numbersIn(`Theo Nghị định ${number}.`);
        expect(found).toBe(plainNumber(number));
        for (const form of [number.toLowerCase(), number.replaceAll("Đ", "D")]) {
          expect(numbersIn(`(${form})`)).toEqual([found]);
        }
      }),
    );
  });

  it("never throws, and gives only tokens with a digit", () => {
    fc.assert(
      fc.property(anything, (text) => {
        for (const token of numbersIn(text)) expect(token).toMatch(/\d/);
      }),
    );
  });
});

describe("linksIn", () => {
  it("finds links without the punctuation around them", () => {
    expect(linksIn("Vào https://dichvucong.gov.vn/a?b=1, hoặc (http://camau.gov.vn/x).")).toEqual([
      "https://dichvucong.gov.vn/a?b=1",
      "http://camau.gov.vn/x",
    ]);
    expect(linksIn("không có liên kết")).toEqual([]);
  });
});

describe("plainNumber", () => {
  it("undoes groupThousands", () => {
    fc.assert(
      fc.property(fc.maxSafeNat(), (amount) => {
        expect(plainNumber(groupThousands(amount))).toBe(String(amount));
      }),
    );
  });

  it("changes nothing the second time", () => {
    const token = fc.stringMatching(/^\d{1,4}([.,/:]\d{1,4}){0,3}$/);
    fc.assert(
      fc.property(token, (number) => {
        expect(plainNumber(plainNumber(number))).toBe(plainNumber(number));
      }),
    );
  });
});

describe("groupThousands and vietnameseDay", () => {
  it("write money and days the Vietnamese way", () => {
    expect([0, 999, 1_000, 115_000, 1_234_567].map(groupThousands)).toEqual([
      "0",
      "999",
      "1.000",
      "115.000",
      "1.234.567",
    ]);
    expect(vietnameseDay("2026-08-05")).toBe("5/8/2026");
  });
});
