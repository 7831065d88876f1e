import { describe, expect, it } from "vitest";
import { secretIn } from "../../../src/skills/safety/secrets.ts";

describe("secretIn", () => {
  it.each([
    "mã otp của em là 123456",
    "OTP: 998877",
    "mat khau: Abc12345",
    "password tôi là hoa1990x",
    "482913",
    "482913 nha",
    "4111 1111 1111 1111",
    "thẻ của tôi 4111-1111-1111-1111",
  ])("%s is given away", (text) => {
    expect(secretIn(text)).toBe("typed");
  });

  it.each([
    "em đọc otp cho cán bộ được không",
    "cán bộ có hỏi mật khẩu không",
    "có cần mật khẩu VNeID không",
    "họ kêu cung cấp mã otp",
  ])("%s asks who may have it", (text) => {
    expect(secretIn(text)).toBe("asked");
  });

  it.each([
    "quên mật khẩu vneid làm sao",
    "không nhận được mã otp",
    "mã otp hết hạn năm 2026",
    "mã otp có 6 số",
    "mat mat khau, doi email nop thue",
    "số cccd 096090001234",
    "1.001193",
    "0912345678",
    "4111 1111 1111 1112",
    "1234567",
    "đăng ký khai sinh",
    "",
  ])("%j is no secret", (text) => {
    expect(secretIn(text)).toBeUndefined();
  });
});
