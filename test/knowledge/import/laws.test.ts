import { describe, expect, it } from "vitest";
import { splitLaws } from "../../../src/knowledge/import/laws.ts";

const HEADER = "Tên văn bản pháp lýMã văn bản";
const split = (text: string) => splitLaws(HEADER + text).map(({ number, title }) => [number, title]);

describe("splitLaws", () => {
  it("splits rows at their numbers, not at numbers inside titles", () => {
    expect(
      split(
        "Thông tư Hướng dẫn về phí85/2019/TT-BTCNghị định số 123/2015/NĐ-CP ngày 15/11/2015 quy định chi tiết Luật Hộ tịch123/2015/NĐ-CPLuật Hộ tịch60/2014/QH13",
      ),
    ).toEqual([
      ["85/2019/TT-BTC", "Thông tư Hướng dẫn về phí"],
      ["123/2015/NĐ-CP", "Nghị định số 123/2015/NĐ-CP ngày 15/11/2015 quy định chi tiết Luật Hộ tịch"],
      ["60/2014/QH13", "Luật Hộ tịch"],
    ]);
  });

  it.each([
    ["Luật Khiếu nại năm 201102/2011/QH13", "02/2011/QH13", "Luật Khiếu nại năm 2011"],
    ["Thông tư ngày 16 tháng 6 năm 2025.09/2026/TT-BNNMT", "09/2026/TT-BNNMT", "Thông tư ngày 16 tháng 6 năm 2025"],
    ["Luật 60/2014/QH1360/2014/QH13", "60/2014/QH13", ""],
    ["193/2025/NĐ-CP193/2025/NĐ-CP", "193/2025/NĐ-CP", ""],
    ["Luật Thú yLuật 79/2015/QH13", "79/2015/QH13", "Luật Thú y"],
    ["Quy định về nước.NĐ 23/2026/NĐ-CP", "23/2026/NĐ-CP", "Quy định về nước"],
    ["Về cắt giảm thủ tụcNghị quyết số 66.19/2026/NQ-CP", "66.19/2026/NQ-CP", "Về cắt giảm thủ tục"],
    ["Thông tư liên tịch18/2009/TTLT/BGDĐT-BTC-BLĐTBXH", "18/2009/TTLT/BGDĐT-BTC-BLĐTBXH", ""],
    ["Về hộ nghèo01/2012/QĐ- TTg", "01/2012/QĐ-TTg", "Về hộ nghèo"],
    ["Thẻ an ninh hàng không31/2025/TT_BCA", "31/2025/TT-BCA", "Thẻ an ninh hàng không"],
    ["Nghị quyết về bộ máy190/2025/NQ-QH15", "190/2025/NQ-QH15", "Nghị quyết về bộ máy"],
    ["Pháp lệnh ưu đãi02/2020/UBTVQH14", "02/2020/UBTVQH14", "Pháp lệnh ưu đãi"],
    ["Về quyết định mẫu290/QĐ-ABC", "290/QĐ-ABC", "Về quyết định mẫu"],
  ])("reads %j", (text, number, title) => {
    expect(split(text)).toEqual([[number, title]]);
  });

  it("goes on behind a number that a space follows", () => {
    expect(split("Nghị định sửa đổi18/2026/NĐ-CP Nghị định quy định87/2020/NĐ-CP")).toEqual([
      ["18/2026/NĐ-CP", "Nghị định sửa đổi"],
      ["87/2020/NĐ-CP", "Nghị định quy định"],
    ]);
  });

  it("is not led astray by a small letter behind the number", () => {
    expect(split("Về phân cấp136/2025/NĐ-CPsửa đổi thông tư07/2025/TT-BTNMT")).toEqual([
      ["136/2025/NĐ-CP", "Về phân cấp"],
      ["07/2025/TT-BTNMT", "sửa đổi thông tư"],
    ]);
  });

  it("tells one law once, with its longer title", () => {
    expect(split("Luật 25/2008/QH1225/2008/QH12Luật Bảo hiểm y tế25/2008/QH12")).toEqual([
      ["25/2008/QH12", "Luật Bảo hiểm y tế"],
    ]);
  });

  it("keeps a title without a number", () => {
    expect(split("Luật Thú y79/2015/QH13BỘ LUẬT HÀNG HẢI VIỆT NAM")).toEqual([
      ["79/2015/QH13", "Luật Thú y"],
      ["không ghi số hiệu", "BỘ LUẬT HÀNG HẢI VIỆT NAM"],
    ]);
  });

  it("drops leftovers that name nothing", () => {
    expect(split("Luật Thú y79/2015/QH1311")).toEqual([["79/2015/QH13", "Luật Thú y"]]);
    expect(split("")).toEqual([]);
  });
});
