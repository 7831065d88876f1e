import { describe, expect, it } from "vitest";
import { pageSections } from "../../../src/knowledge/import/scrape-sections.ts";
import { page } from "./samples.ts";

describe("pageSections", () => {
  it("cuts a page at its labels", () => {
    expect(pageSections(page())).toEqual({
      steps: "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
      methods:
        "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến1Miễn phíTrực tiếp3 Ngày làm việc8,000 Việt Nam Đồng(một bản)",
      papers: "--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai1 bản chính",
      laws: "Tên văn bản pháp lýMã văn bảnLuật Hộ tịch60/2014/QH13",
      agency: "Không có thông tin",
      conditions: "Không có thông tin",
      results: "Giấy khai sinhMã: KQ.G15.000031",
      remark: "Không có thông tin",
    });
  });

  it.each([
    ["steps", "Bước 1: Lập hồ sơ theo mục Thành phần hồ sơ); nộp cho cơ quan. Kết quả xử lý: xem Căn cứ pháp lý."],
    ["steps", "Cách Thức Thực Hiện như sau.\nYêu cầu, điều kiện thực hiện: không. Cơ quan thực hiện: xã."],
    ["papers", "Đơn theo mục Kết quả xử lý; Yêu cầu, điều kiện thực hiện khác1 bản chính"],
    ["conditions", "Theo Thành phần hồ sơ và Căn cứ pháp lý đã nêu"],
  ])("is not led astray by label words inside %s", (section, text) => {
    expect(pageSections(page({ [section]: text }))?.[section as "steps"]).toBe(text);
  });

  it("lets the methods speak of the dossier", () => {
    const methods =
      "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến3 NgàyMiễn phíThành phần hồ sơ:\nnộp đủ. Thành phần hồ sơ phải kê khai.";
    const sections = pageSections(page({ methods }));
    expect(sections?.methods).toBe(methods);
    expect(sections?.papers).toContain("Tờ khai1 bản chính");
  });

  it("works without results and without a choice of agencies", () => {
    const text = page().replace("Kết quả xử lýGiấy khai sinhMã: KQ.G15.000031", "");
    expect(pageSections(text)).toMatchObject({ conditions: "Không có thông tin", results: "" });
    const bare = page().slice(0, page().indexOf("Chọn cơ quan"));
    expect(pageSections(bare)).toEqual(pageSections(page()));
  });

  it.each(["Trình Tự Thực Hiện", "Cách Thức Thực Hiện", "Thành phần hồ sơ", "Căn cứ pháp lý", "Cơ quan thực hiện"])(
    "gives up when %j is missing",
    (label) => {
      expect(pageSections(page().replace(label, ""))).toBeUndefined();
    },
  );

  it("gives up on an empty page", () => {
    expect(pageSections("")).toBeUndefined();
  });
});
