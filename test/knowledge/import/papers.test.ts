import { describe, expect, it } from "vitest";
import { splitPapers } from "../../../src/knowledge/import/papers.ts";

const HEADER = "Tên giấy tờMẫu đơn, tờ khaiSố lượng";
const names = (text: string) => splitPapers(text).flatMap(({ papers }) => papers.map(({ name }) => name));

describe("splitPapers", () => {
  it("splits at quantities", () => {
    expect(splitPapers(`--${HEADER}+ Hiện vật1 bản chính- Giấy đề nghị;0 bản chính,1 bản saoĐơn2 bản chính`)).toEqual([
      {
        title: "",
        papers: [
          { name: "Hiện vật", forms: [], originals: 1, copies: 0 },
          { name: "Giấy đề nghị;", forms: [], originals: 0, copies: 1 },
          { name: "Đơn", forms: [], originals: 2, copies: 0 },
        ],
      },
    ]);
  });

  it("gives every table its title", () => {
    const text = `* Giấy tờ phải nộp:${HEADER}Tờ khai1 bản chính* Giấy tờ phải xuất trình:${HEADER}Hộ chiếu1 bản chính--${HEADER}Ảnh2 bản chính`;
    expect(splitPapers(text).map(({ title, papers }) => [title, papers.length])).toEqual([
      ["Giấy tờ phải nộp:", 1],
      ["Giấy tờ phải xuất trình:", 1],
      ["", 1],
    ]);
  });

  it.each([
    ["Đơn nộp 01 bản chính và bản dịch1 bản chính", ["Đơn nộp 01 bản chính và bản dịch"]],
    ["Đơn (1 bản chính)1 bản chính", ["Đơn (1 bản chính)"]],
    ["Gồm 1 bản chính, 2 bản sao;1 bản chính", ["Gồm 1 bản chính, 2 bản sao;"]],
    ["Hộ chiếu, 01 bản sao, để đối chiếu1 bản chính", ["Hộ chiếu, 01 bản sao, để đối chiếu"]],
  ])("leaves quantities inside a sentence alone: %j", (text, expected) => {
    expect(names(`--${HEADER}${text}`)).toEqual(expected);
  });

  it.each([
    ["Đơn theo Mẫu số 181 bản chính,1 bản sao", "Đơn theo Mẫu số 18", 1, 1],
    ["Văn bản ngày 24/7/20231 bản chính", "Văn bản ngày 24/7/2023", 1, 0],
    ["Đơn theo Mẫu số 021 bản chính", "Đơn theo Mẫu số 02", 1, 0],
    ["Bản vẽ;12 bản chính", "Bản vẽ;", 12, 0],
    ["Ảnh 4x6 2 bản chính", "Ảnh 4x6", 2, 0],
    ["Bản khai3 bản sao", "Bản khai", 0, 3],
  ])("tells the digits of %j apart", (text, name, originals, copies) => {
    expect(splitPapers(`--${HEADER}${text}`)[0]?.papers).toEqual([{ name, forms: [], originals, copies }]);
  });

  it.each([
    ["Đơn đề nghị;Mẫu số 01.docx1 bản chính", "Đơn đề nghị;", ["Mẫu số 01.docx"]],
    [
      "Báo cáo theo NĐ-CP của Chính phủMau38.docxMau40.doc1 bản chính",
      "Báo cáo theo NĐ-CP của Chính phủ",
      ["Mau38.docx", "Mau40.doc"],
    ],
    ["Phiếu (Bộ Công an)Mẫu DC02 Phiếu đề nghị.pdf1 bản chính", "Phiếu (Bộ Công an)", ["Mẫu DC02 Phiếu đề nghị.pdf"]],
    ["Tờ khai.docx1 bản chính", "Tờ khai.docx", []],
  ])("takes the forms from %j", (text, name, forms) => {
    expect(splitPapers(`--${HEADER}${text}`)[0]?.papers[0]).toMatchObject({ name, forms });
  });

  it("keeps what stands behind the last quantity", () => {
    expect(names(`--${HEADER}Đơn1 bản chínhLưu ý: mang theo thẻ căn cước.`)).toEqual([
      "Đơn",
      "Lưu ý: mang theo thẻ căn cước.",
    ]);
  });

  it.each(["", "--", "----", "Không có thông tin"])("finds nothing in %j", (text) => {
    expect(splitPapers(text)).toEqual([]);
  });

  it("keeps a text without tables as one paper", () => {
    expect(names("Hồ sơ theo hướng dẫn của Toà án")).toEqual(["Hồ sơ theo hướng dẫn của Toà án"]);
  });
});
