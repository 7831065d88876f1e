import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { fold } from "../../src/text/fold.ts";
import { moneyIn } from "../../src/text/money.ts";
import { groupThousands } from "../../src/text/numbers.ts";
import { anything } from "./vietnamese.ts";

const amounts = (text: string) => moneyIn(text).map(({ amount }) => amount);

describe("moneyIn", () => {
  it.each([
    ["115 ngàn", [115_000]],
    ["115 nghìn đồng", [115_000]],
    ["2 triệu", [2_000_000]],
    ["2 triệu rưỡi", [2_500_000]],
    ["1,5 tỷ", [1_500_000_000]],
    ["5 chục", [50_000]],
    ["5 chục ngàn", [50_000]],
    ["2 trăm", [200_000]],
    ["1 trăm rưỡi", [150_000]],
    ["2 trăm triệu", [200_000_000]],
    ["50k hay 1tr", [50_000, 1_000_000]],
    ["8.000 đồng/bản", [8_000]],
    ["8,000đ", [8_000]],
    ["1 000 000 vnđ", [1_000_000]],
    ["phi 20 ngan, 2 trieu", [20_000, 2_000_000]],
    ["0 đồng", [0]],
  ])("%s → %j", (text, expected) => {
    expect(amounts(text)).toEqual(expected);
  });

  it.each(["3 ngày làm việc", "5 đơn vị", "18 tuổi", "điều 5", "2 trang", "60/2014/QH13", "ngàn", "1.001193", "2 kho"])(
    "%s is no money",
    (text) => {
      expect(amounts(text)).toEqual([]);
    },
  );

  it("says where the amount stands in the folded text", () => {
    const text = "Lệ phí là 20 ngàn đồng một lần";
    const [found] = moneyIn(text.normalize("NFD"));
    expect(fold(text).slice(found?.start, found?.end)).toBe("20 ngan dong");
  });

  it("reads every amount, however it is written", () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 999_999 }), fc.constantFrom(".", ",", " "), (thousands, separator) => {
        const amount = thousands * 1_000;
        const grouped = groupThousands(amount).replaceAll(".", separator);
        const dong = [`${amount} đồng`, `${grouped} đồng`, `${grouped}đ`, `${thousands} ngàn`, `${thousands}k`];
        expect(amounts(`thu ${dong.join("; ")}.`)).toEqual(dong.map(() => amount));
      }),
    );
  });

  it("never throws; amounts are whole, never negative, in order and apart", () => {
    fc.assert(
      fc.property(anything, fc.integer({ min: 0, max: 1e9 }), anything, (before, number, after) => {
        let at = 0;
        for (const { amount, start, end } of moneyIn(`${before} ${number} ngàn ${after}`)) {
          expect(Number.isInteger(amount) && amount >= 0).toBe(true);
          expect(start).toBeGreaterThanOrEqual(at);
          expect(end).toBeGreaterThan(start);
          at = end;
        }
      }),
    );
  });
});
