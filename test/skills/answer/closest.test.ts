import { describe, expect, it } from "vitest";
import { closest } from "../../../src/skills/answer/closest.ts";

const asks = ["Quên đi khai sinh trong 60 ngày thì sao?", "Sinh ở nhà, không có giấy chứng sinh thì làm sao?"];
const find = (text: string, topic = "Đăng ký khai sinh") => closest(text, asks, (ask) => [ask], topic);

describe("closest", () => {
  it("finds the question asked in other words", () => {
    expect(find("quên khai sinh quá 60 ngày")?.entry).toBe(asks[0]);
    expect(find("sinh ở nhà không có giấy chứng sinh")?.entry).toBe(asks[1]);
  });

  it("does not need the marks", () => {
    expect(find("sinh o nha khong co giay chung sinh")?.entry).toBe(asks[1]);
  });

  it("is 1 for the same words", () => {
    expect(find(asks[0] ?? "")?.likeness).toBeCloseTo(1);
  });

  it("does not count what all questions share", () => {
    expect(find("đăng ký khai sinh")).toBeUndefined();
    expect(find("khai sinh thì sao")).toBeUndefined();
  });

  it("does not count small words and facets alone", () => {
    expect(find("thì làm sao", "")).toBeUndefined();
  });

  it("takes the best of several ways to ask", () => {
    const entries = [{ id: "a", ways: ["giờ làm việc buổi sáng", "mấy giờ mở cửa"] }];
    const found = closest("mấy giờ mở cửa vậy", entries, ({ ways }) => ways);
    expect(found?.entry.id).toBe("a");
    expect(found?.likeness).toBeGreaterThan(0.8);
  });

  it("is undefined when there is nothing to compare", () => {
    expect(closest("khai sinh", [], () => [])).toBeUndefined();
    expect(find("")).toBeUndefined();
  });
});
