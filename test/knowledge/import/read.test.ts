import { describe, expect, it } from "vitest";
import { readRecord } from "../../../src/knowledge/import/read.ts";
import { detail, page, scrape } from "./samples.ts";

const read = (value: unknown, file = "in/1.001193.json") => readRecord(file, JSON.stringify(value));

describe("readRecord", () => {
  it("reads a scraped page", () => {
    expect(read(scrape())).toEqual({
      code: "1.001193",
      name: "Đăng ký khai sinh",
      domain: "Hộ tịch",
      levels: ["xã"],
      agency: "",
      who: "Công dân Việt Nam",
      decision: "163/QĐ-BTP",
      url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
      methods: [
        {
          kind: "online",
          time: "1",
          charges: [{ amount: null, currency: "", shown: "Miễn phí", note: "" }],
          description: "",
        },
        {
          kind: "direct",
          time: "3 Ngày làm việc",
          charges: [{ amount: 8000, currency: "VND", shown: "8,000 Việt Nam Đồng", note: "một bản" }],
          description: "",
        },
      ],
      papers: [{ title: "", papers: [{ name: "Tờ khai", forms: [], originals: 1, copies: 0 }] }],
      steps: "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
      conditions: "",
      address: "",
      results: ["Giấy khai sinh"],
      laws: [{ number: "60/2014/QH13", title: "Luật Hộ tịch" }],
      remark: "",
    });
  });

  it.each([
    ["Thủ tục đăng ký kết hôn", "Đăng ký kết hôn"],
    ["THỦ TỤC cấp đổi", "Cấp đổi"],
    ["Thủ tục: cấp lại", "Cấp lại"],
    ["Thủ tục hải quan đối với hàng quá cảnh", "Thủ tục hải quan đối với hàng quá cảnh"],
    ["Đăng ký\n lại", "Đăng ký lại"],
  ])("names %j %j", (shown, name) => {
    const record = read(
      scrape({ ten_thu_tuc: shown, raw_text: page({ head: `${shown}Mã thủ tục1.001193Số quyết định` }) }),
    );
    expect(record).toMatchObject({ name });
  });

  it.each([
    ["Cấp bộ, Cấp tỉnh, Cấp xã", ["xã", "tỉnh", "bộ"]],
    ["Cấp tỉnh, Cơ quan khác", ["tỉnh"]],
    ["Cơ quan khác", []],
  ])("reads the level %j", (shown, levels) => {
    expect(read(scrape({ cap_thuc_hien: shown }))).toMatchObject({ levels });
  });

  it("reads several results", () => {
    const results = "- Giấy khai sinhMã: KQ.G15.000031Trích lụcMã: 000.00.00.G11-KQ1711Giấy khai sinhMã: KQ-G15.1";
    expect(read(scrape({ raw_text: page({ results }) }))).toMatchObject({ results: ["Giấy khai sinh", "Trích lục"] });
  });

  it("takes the agency with authority when none carries it out", () => {
    expect(read(scrape({ co_quan_co_tham_quyen: "Chủ tịch xã" }))).toMatchObject({ agency: "Chủ tịch xã" });
    expect(read(scrape({ raw_text: page({ agency: "Công an cấp xã" }) }))).toMatchObject({ agency: "Công an cấp xã" });
  });

  it("leaves out an address that is no web address", () => {
    expect(read(scrape({ detail_url: "javascript:x" }))).toMatchObject({ url: "" });
  });

  it("uses the separate fields when the page's text is missing or cut", () => {
    const fields = {
      trinh_tu_thuc_hien: "Nộp hồ sơ.",
      cach_thuc_thuc_hien: "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tiếp3 NgàyMiễn phí",
      thanh_phan_ho_so: "--Tên giấy tờMẫu đơn, tờ khaiSố lượngĐơn1 bản chính",
      can_cu_phap_ly: "Không có thông tin",
      ket_qua_xu_ly: "Thông báoMã: KQ.G15.000001Từ khóaKhông có thông tin",
    };
    for (const raw_text of ["", "Thủ tục đăng ký khai sinh rồi hết"])
      expect(read(scrape({ raw_text, ...fields }))).toMatchObject({
        steps: "Nộp hồ sơ.",
        methods: [{ kind: "direct", time: "3 Ngày" }],
        papers: [{ papers: [{ name: "Đơn" }] }],
        laws: [],
        results: ["Thông báo"],
      });
  });

  it.each([
    ["bare", detail()],
    ["in its envelope", { code: "OK", data: detail(), message: "OK" }],
  ])("reads an API detail %s", (_, value) => {
    expect(read(value, "in/019d2bff.json")).toEqual({
      code: "1.014027",
      name: "Thực hiện trợ cấp hưu trí xã hội",
      domain: "Bảo trợ xã hội",
      levels: ["xã"],
      agency: "Ủy ban nhân dân cấp xã, Phòng Văn hoá – Xã hội",
      who: "Công dân Việt Nam",
      decision: "2180/QĐ-BYT",
      url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bff-2d80",
      methods: [
        { kind: "online", time: "10 ngày làm việc", charges: [], description: "10 ngày" },
        {
          kind: "direct",
          time: "",
          charges: [
            { amount: 2000, currency: "VND", shown: "2000 Việt Nam Đồng", note: "/trang" },
            { amount: 10, currency: "USD", shown: "10 USD", note: "/bản" },
            { amount: null, currency: "VND", shown: "Miễn phí", note: "" },
          ],
          description: "tại xã",
        },
      ],
      papers: [{ title: "", papers: [{ name: "Văn bản đề nghị", forms: ["Mau 01.docx"], originals: 1, copies: 0 }] }],
      steps: "- Bước 1: Nộp đơn.\n- Bước 2: Trong 10 ngày làm việc, xã xét.",
      conditions: "Từ đủ 75 tuổi trở lên",
      address: "",
      results: ["Quyết định trợ cấp", "Quyết định thôi hưởng"],
      laws: [
        { number: "41/2024/QH15", title: "Luật Bảo hiểm xã hội" },
        { number: "01/2020/TT-BTP", title: "" },
        { number: "không ghi số hiệu", title: "Văn bản khác" },
      ],
      remark: "",
    });
  });

  it("reads an API detail that lacks almost everything", () => {
    expect(read({ code: "1.014027", name: "Trợ cấp" }, "x.json")).toMatchObject({
      code: "1.014027",
      levels: [],
      url: "",
      methods: [],
      papers: [],
      laws: [],
      domain: "Khác",
    });
  });

  it.each([
    [
      "a page of another procedure",
      scrape({ raw_text: page({ head: "XMã thủ tục1.014023Số quyết định1" }) }),
      "thủ tục 1.014023",
    ],
    ["a page without the name", scrape({ ten_thu_tuc: "Cấp hộ chiếu" }), "không có trong chữ của trang"],
    ["a file of another name", scrape({ ma_thu_tuc: "2.000635", raw_text: "" }), "Tên tệp mang mã 1.001193"],
    ["an API detail of another name", detail(), "bên trong là thủ tục 1.014027"],
  ])("refuses %s", (_, value, words) => {
    const problem = read(value);
    expect(problem).toMatchObject({ code: "wrong-procedure", file: "in/1.001193.json" });
    expect("message" in problem && problem.message).toContain(words);
  });

  it.each(["{", "", "không phải JSON", '{"a":'])("tells that %j is not JSON", (json) => {
    expect(readRecord("a.json", json)).toMatchObject({ code: "not-json" });
  });

  it.each([null, 1, [], "x", {}, { data: null }, { data: { code: "abc", name: "x" } }, { ma_thu_tuc: 1 }])(
    "does not know the form %j",
    (value) => {
      expect(read(value)).toMatchObject({ code: "unknown-form" });
    },
  );

  it("takes a byte-order mark", () => {
    expect(readRecord("a.json", `\ufeff${JSON.stringify(detail())}`)).toMatchObject({
      code: "1.014027",
      levels: ["xã"],
    });
  });
});
