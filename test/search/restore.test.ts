import { describe, expect, it } from "vitest";
import { Restorer } from "../../src/search/restore.ts";

const restorer = new Restorer([
  "Đăng ký khai sinh cho trẻ em",
  "đăng ký kết hôn",
  "đang xử lý hồ sơ",
  "cấp giấy phép xây dựng",
  "giấy phép lái xe",
]);

describe("Restorer", () => {
  it.each([
    ["dang ky khai sinh", "đăng ký khai sinh"],
    ["dang xu ly", "đang xử lý"],
    ["giay phep xay dung", "giấy phép xây dựng"],
  ])("%s → %s", (plain, marked) => {
    expect(restorer.restore(plain)).toBe(marked);
  });

  it("leaves text alone that has marks already", () => {
    expect(restorer.restore("dang ký khai sinh")).toBe("dang ký khai sinh");
  });

  it("keeps words that it has never read", () => {
    expect(restorer.restore("khai sinh xyz")).toBe("khai sinh xyz");
    expect(restorer.restore("")).toBe("");
  });
});
