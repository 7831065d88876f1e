import { describe, expect, it } from "vitest";
import { linksUnsupported, numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";

const source = (quote: string, file = "procedures/a.md") => ({ code: "1.001193", file, heading: "Lệ phí", quote });
const unsupported = (text: string, ...quotes: string[]) =>
  numbersUnsupported({ text, sources: quotes.map((quote) => source(quote)) });

describe("numbersUnsupported", () => {
  it("is empty when every number is quoted", () => {
    expect(unsupported("Lệ phí 8.000 đồng, 3 ngày", "8000 đồng", "3 ngày làm việc")).toEqual([]);
  });

  it("names the numbers that nobody quotes", () => {
    expect(unsupported("Lệ phí 9.000 đồng, 3 ngày", "8.000 đồng, 3 ngày")).toEqual(["9000"]);
  });

  it("does not take part of a number for the number", () => {
    expect(unsupported("Lệ phí 8 đồng", "8.000 đồng")).toEqual(["8"]);
    expect(unsupported("Lệ phí 80.000 đồng", "8.000 đồng")).toEqual(["80000"]);
  });

  it("takes how far one is in a guide for no fact, but every other number beside it", () => {
    expect(unsupported("Đăng nhập · Bước 3/8\n\nMở ứng dụng.")).toEqual([]);
    expect(unsupported("Đăng nhập · Bước 1, còn 2 đến 5 bước nữa\n\nChờ 7 ngày.")).toEqual(["7"]);
    expect(unsupported("Làm VNeID mức 2 · Bước 3/8")).toEqual(["2"]);
    expect(unsupported("Bước 3: nộp")).toEqual(["3"]);
  });

  it("compares days as days", () => {
    expect(unsupported("đến hết 28/2/2027", "2027-02-28")).toEqual([]);
    expect(unsupported("đến hết 28/02/2027", "28/2/2027")).toEqual([]);
    expect(unsupported("đến hết 27/2/2027", "2027-02-28")).toEqual(["27/2/2027"]);
  });

  it("compares laws as laws", () => {
    expect(unsupported("theo 60/2014/QH13", "60/2014/QH13 · Luật Hộ tịch")).toEqual([]);
    expect(unsupported("theo 61/2014/QH13", "60/2014/QH13 · Luật Hộ tịch")).toHaveLength(1);
  });

  it("leaves out the numbers that count lines, and only those", () => {
    expect(unsupported("1. Nộp hồ sơ\n2. Nhận kết quả")).toEqual([]);
    expect(unsupported("Nộp 2 bản")).toEqual(["2"]);
    expect(unsupported("Nộp 1 bản", "1. Nộp hồ sơ")).toEqual(["1"]);
  });

  it("knows the numbers of a file's name", () => {
    expect(
      numbersUnsupported({ text: "Nguồn: procedures/1.001193.md", sources: [source("x", "procedures/1.001193.md")] }),
    ).toEqual([]);
  });

  it("is empty without numbers", () => {
    expect(unsupported("Dạ, không thu tiền")).toEqual([]);
  });
});

describe("linksUnsupported", () => {
  const links = (text: string, quote: string) => linksUnsupported({ text, sources: [source(quote)] });

  it("is empty when every link is quoted", () => {
    expect(links("Xem https://dichvucong.gov.vn/a.", "https://dichvucong.gov.vn/a")).toEqual([]);
    expect(links("“https://dichvucong.gov.vn/a”", "https://dichvucong.gov.vn/a")).toEqual([]);
  });

  it("names the links that nobody quotes", () => {
    expect(links("Xem https://evil.example/a", "https://dichvucong.gov.vn/a")).toEqual(["https://evil.example/a"]);
  });
});
