const PARTS = {
  head: "Tên thủ tụcThủ tục đăng ký khai sinhMã thủ tục1.001193Số quyết định163/QĐ-BTP",
  steps: "Bước 1: Nộp hồ sơ.\nBước 2: Nhận kết quả.",
  methods:
    "Hình thức nộpThời gianPhí, lệ phíMô tảTrực tuyến1Miễn phíTrực tiếp3 Ngày làm việc8,000 Việt Nam Đồng(một bản)",
  papers: "--Tên giấy tờMẫu đơn, tờ khaiSố lượngTờ khai1 bản chính",
  laws: "Tên văn bản pháp lýMã văn bảnLuật Hộ tịch60/2014/QH13",
  agency: "Không có thông tin",
  conditions: "Không có thông tin",
  results: "Giấy khai sinhMã: KQ.G15.000031",
  remark: "Không có thông tin",
};

/** The text of a portal page, glued as the crawler leaves it, with some parts written otherwise. */
export function page(changes: Partial<typeof PARTS> = {}): string {
  const part = { ...PARTS, ...changes };
  return [
    part.head,
    `Trình Tự Thực Hiện ${part.steps}\n`,
    `Cách Thức Thực Hiện${part.methods}`,
    `Thành phần hồ sơ${part.papers}`,
    `Căn cứ pháp lý${part.laws}`,
    `Cơ quan thực hiện${part.agency}`,
    `Yêu cầu, điều kiện thực hiện${part.conditions}`,
    `Kết quả xử lý${part.results}`,
    `Từ khóaKhông có thông tinMô tả${part.remark}`,
    "Chọn cơ quan thực hiệnTỉnh/ Thành phốBộ ngành-- Chọn Tỉnh/ Thành phố --Nộp hồ sơ",
  ].join("");
}

/** A scraped page as JSON fields, with some of them written otherwise. */
export function scrape(changes: Readonly<Record<string, string>> = {}): Record<string, string> {
  return {
    ma_thu_tuc: "1.001193",
    detail_url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
    ten_thu_tuc: "Thủ tục đăng ký khai sinh",
    so_quyet_dinh: "163/QĐ-BTP",
    cap_thuc_hien: "Cấp xã",
    linh_vuc: "Hộ tịch",
    doi_tuong_thuc_hien: "Công dân Việt Nam",
    co_quan_co_tham_quyen: "",
    dia_chi_tiep_nhan: "",
    raw_text: page(),
    ...changes,
  };
}

/** An API detail as the portal answers it, shortened to the fields that are read. */
export function detail(changes: Readonly<Record<string, unknown>> = {}): Record<string, unknown> {
  return {
    id: "019d2bff-2d80",
    code: "1.014027",
    name: "Thực hiện trợ cấp hưu trí xã hội",
    isWard: true,
    isProvince: false,
    isMinistry: false,
    executionSteps: [{ name: "", description: "- Bước 1: Nộp đơn.\n- Bước 2: Trong 10 ngày làm việc, xã xét." }],
    executionMethods: [
      {
        submissionMethod: "ONLINE",
        processingTime: 10,
        processingTimeUnit: "WORKING_DAY",
        description: "10 ngày",
        fees: [],
      },
      {
        submissionMethod: "DIRECT",
        processingTime: 0,
        processingTimeUnit: "OTHER",
        description: "tại xã",
        fees: [
          { type: "FEE", value: 2000, currencyName: "Việt Nam Đồng", description: "/trang" },
          { type: "FEE", value: 10, currencyName: "USD", description: "/bản" },
          { type: "FEE", value: 0, currencyName: "Việt Nam Đồng", description: "" },
        ],
      },
    ],
    executionCases: [
      {
        name: "",
        profileComponents: [
          { name: "- Văn bản đề nghị", originalQty: 1, copyQty: 0, attachments: [{ fileName: "Mau 01.docx" }] },
          { name: "", originalQty: 1, copyQty: 0, attachments: [] },
        ],
      },
    ],
    requirementsAndConditions: "Từ đủ 75 tuổi trở lên",
    category: { name: "Bảo trợ xã hội" },
    subjectTypesDetails: [{ name: "Công dân Việt Nam" }],
    resultsDetails: [{ name: "Quyết định trợ cấp" }, { name: "Quyết định thôi hưởng" }],
    legalBasisesDetails: [
      { name: "Luật Bảo hiểm xã hội", code: "41/2024/QH15" },
      { name: "Thông tư 01/2020/TT-BTP", code: "01/2020/TT-BTP" },
      { name: "Văn bản khác", code: null },
    ],
    departmentsExecuting: [{ name: "Phòng Văn hoá – Xã hội" }],
    unitGroupsExecuting: [{ name: "Ủy ban nhân dân cấp xã" }],
    dossierReceivingAddresses: "",
    procedureProposal: { proposalNumber: "2180/QĐ-BYT" },
    ...changes,
  };
}
