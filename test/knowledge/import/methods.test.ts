import { describe, expect, it } from "vitest";
import { splitMethods } from "../../../src/knowledge/import/methods.ts";

const HEADER = "Hình thức nộpThời gianPhí, lệ phíMô tả";
const FREE = { amount: null, currency: "", shown: "Miễn phí", note: "" };

describe("splitMethods", () => {
  it("splits rows without unit or description", () => {
    expect(splitMethods(`${HEADER}Trực tuyến1Miễn phíDịch vụ bưu chính1Miễn phíTrực tiếp1Miễn phí`)).toEqual([
      { kind: "online", time: "1", charges: [FREE], description: "" },
      { kind: "post", time: "1", charges: [FREE], description: "" },
      { kind: "direct", time: "1", charges: [FREE], description: "" },
    ]);
  });

  it("reads amount, note and description", () => {
    const [row] = splitMethods(
      `${HEADER}Trực tuyến2 Ngày làm việc70,000 VNĐ(70.000 đồng/giấy)02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ`,
    );
    expect(row).toEqual({
      kind: "online",
      time: "2 Ngày làm việc",
      charges: [{ amount: 70_000, currency: "VND", shown: "70,000 VNĐ", note: "70.000 đồng/giấy" }],
      description: "02 (hai) ngày làm việc, kể từ ngày nhận đủ hồ sơ",
    });
  });

  it("does not take words of a description for a row", () => {
    const text = `${HEADER}Trực tiếp3 Ngày làm việcKhông có thông tin- Nộp hồ sơ Trực tiếp tại Công an. Trực tuyến cũng được.Trực tuyến3 NgàyMiễn phí`;
    expect(splitMethods(text).map(({ kind, description }) => [kind, description])).toEqual([
      ["direct", "- Nộp hồ sơ Trực tiếp tại Công an. Trực tuyến cũng được."],
      ["online", ""],
    ]);
  });

  it.each([
    ["(Phí: 2.000.000 đồng (hai triệu)/01 đơn)", "Phí: 2.000.000 đồng (hai triệu)/01 đơn"],
    ["((Mức do Hội đồng nhân dân tỉnh quyết định.))", "Mức do Hội đồng nhân dân tỉnh quyết định."],
    ["(ngoặc không đóng", "ngoặc không đóng"],
    ["", ""],
  ])("keeps the note %j whole", (shown, note) => {
    expect(splitMethods(`${HEADER}Trực tuyến5 NgàyMiễn phí${shown}`)[0]?.charges).toEqual([{ ...FREE, note }]);
  });

  it("reads several fees of one row", () => {
    const [row] = splitMethods(
      `${HEADER}Trực tiếp5 Ngày50,000 Việt Nam Đồng(lệ phí)1,200,000 Việt Nam Đồng(phí)ghi chú`,
    );
    expect(row?.charges.map(({ amount, note }) => [amount, note])).toEqual([
      [50_000, "lệ phí"],
      [1_200_000, "phí"],
    ]);
    expect(row?.description).toBe("ghi chú");
  });

  it("keeps foreign money as it is", () => {
    expect(splitMethods(`${HEADER}Trực tiếp1 Ngày10 USD(một bản)`)[0]?.charges).toEqual([
      { amount: 10, currency: "USD", shown: "10 USD", note: "một bản" },
    ]);
  });

  it.each([
    ["Không có thông tin", ""],
    ["Không", ""],
    ["Không phải trả kết quả cho người nộp thuế", "Không phải trả kết quả cho người nộp thuế"],
    ["2.5 Ngày", "2.5 Ngày"],
    ["8 Giờ", "8 Giờ"],
    ["6 Tháng", "6 Tháng"],
  ])("reads the time %j", (shown, time) => {
    expect(splitMethods(`${HEADER}Trực tuyến${shown}Miễn phíTrực tiếp${shown}Miễn phí`).map((row) => row.time)).toEqual(
      [time, time],
    );
  });

  it("keeps a first row that has no time it knows", () => {
    const text = `${HEADER}Trực tiếpHệ thống phản hồi tự động.Trực tuyến1 NgàyMiễn phí`;
    expect(splitMethods(text)).toMatchObject([
      { kind: "direct", time: "", charges: [], description: "Hệ thống phản hồi tự động." },
      { kind: "online" },
    ]);
  });

  it.each(["", HEADER, "Không có thông tin", "chữ gì đó"])("finds no row in %j", (text) => {
    expect(splitMethods(text)).toEqual([]);
  });
});
