import { describe, expect, it } from "vitest";
import { passes, seemsMeant } from "../../../src/skills/guide/checks.ts";

describe("passes", () => {
  it.each([
    "0912345678",
    "0912 345 678",
    "0912.345.678",
    "+84 912 345 678",
    "84912345678",
    "(0290) 3831 200",
    "02903831200",
  ])("takes the telephone number %s", (text) => expect(passes("phone", text)).toBe(true));
  it.each(["091234567", "912345678", "09123456789012", "0112345678", "số của tôi", "", "0912a45678"])(
    "does not take %j for one",
    (text) => expect(passes("phone", text)).toBe(false),
  );

  it.each(["5/8/1990", "05-08-1990", "29.2.2024", "31 12 2025"])("takes the date %s", (text) =>
    expect(passes("date", text)).toBe(true),
  );
  it.each(["30/2/2024", "29/2/2023", "13/13/2024", "0/1/2024", "5/8", "5/8/90", "1/1/1899", "mai", "2024-01-01"])(
    "does not take %j for one",
    (text) => expect(passes("date", text)).toBe(false),
  );

  it.each([
    "H12.01.02-260101-0001",
    "h12 01 02 260101 0001",
    "000.00.01.H12-260105-0001",
    "mã là G22.99-251225-020175",
  ])("takes the dossier code %s", (text) => expect(passes("dossier-code", text)).toBe(true));
  it.each(["1.001193", "0912345678", "H12"])("does not take %j for one", (text) =>
    expect(passes("dossier-code", text)).toBe(false),
  );

  it.each(["0", "12", "8000", "8.000", "1 250 000"])("takes the number %s", (text) =>
    expect(passes("number", text)).toBe(true),
  );
  it.each(["", "ba", "8,5", "8.0", "-1", "8.000đ"])("does not take %j for one", (text) =>
    expect(passes("number", text)).toBe(false),
  );

  it("takes any words, but not none", () => {
    expect(passes("text", "Xã Thới Bình")).toBe(true);
    expect(passes("text", " …! ")).toBe(false);
  });
});

describe("seemsMeant", () => {
  it("takes what looks like an attempt, right or wrong", () => {
    for (const text of ["091234", "so 0912345", "5/8", "H12-2601"]) expect(seemsMeant("phone", text)).toBe(true);
    expect(seemsMeant("text", "xã Thới Bình")).toBe(true);
  });

  it("leaves questions to those who answer them", () => {
    for (const text of ["lệ phí bao nhiêu", "làm khai sinh cần giấy gì", "2 con thì sao vậy em", "xong rồi"])
      expect(seemsMeant("phone", text)).toBe(false);
    for (const text of ["lệ phí bao nhiêu", "ghi chữ gì vô đây?"]) expect(seemsMeant("text", text)).toBe(false);
  });
});
