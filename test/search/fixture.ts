import type { Snapshot } from "../../src/core/knowledge.ts";
import type { Everyday, Procedure } from "../../src/core/procedure.ts";

/** The day on which the tests ask. */
export const TODAY = "2026-11-24";

/** A procedure with nothing but what a test names. */
export function procedure(code: string, name: string, more: Partial<Procedure> = {}): Procedure {
  return {
    code,
    name,
    aliases: [],
    domain: "Hộ tịch",
    level: ["xã"],
    agency: "Uỷ ban nhân dân cấp xã",
    who: "",
    online: "full",
    time: [],
    fees: [],
    result: "",
    legalBasis: [],
    effective: {},
    verified: "2026-11-24",
    confidence: "high",
    origin: "curated",
    sources: [],
    replaces: [],
    related: [],
    cases: [],
    uncertain: [],
    sections: {},
    questions: [],
    file: `procedures/${code}.md`,
    ...more,
  };
}

function everyday(code: string, common: Everyday["common"], phrases: string[], away: string[] = []): Everyday {
  return { code, common, event: "", phrases, away };
}

const PROCEDURES = [
  procedure("1.000001", "Đăng ký khai sinh", {
    sections: { papers: "- Giấy chứng sinh\n- Tờ khai đăng ký khai sinh", steps: "1. Nộp hồ sơ tại trung tâm" },
  }),
  procedure("1.000002", "Đăng ký khai sinh có yếu tố nước ngoài"),
  procedure("1.000003", "Đăng ký khai sinh lưu động"),
  procedure("1.000004", "Đăng ký lại khai sinh", { sections: { notes: "Sổ gốc và giấy khai sinh đều không còn" } }),
  procedure("1.000005", "Đăng ký kết hôn"),
  procedure("1.000006", "Đăng ký kết hôn có yếu tố nước ngoài"),
  procedure("1.000007", "Cấp giấy phép xây dựng mới nhà ở riêng lẻ", { domain: "Xây dựng" }),
  procedure("1.000008", "Gia hạn giấy phép xây dựng", { domain: "Xây dựng" }),
  procedure("1.000009", "Cấp giấy chứng nhận đăng ký tàu cá", { domain: "Thuỷ sản", level: ["tỉnh"] }),
  procedure("1.000010", "Cấp lại Giấy chứng nhận quyền sử dụng đất do bị mất", { domain: "Đất đai" }),
  procedure("1.000011", "Cấp thẻ căn cước (mã cũ)", { domain: "Căn cước", effective: { to: "2026-08-16" } }),
  procedure("1.000012", "Cấp, đổi, cấp lại thẻ căn cước", {
    domain: "Căn cước",
    replaces: [{ code: "1.000011", from: "2026-08-17" }],
  }),
  procedure("1.000013", "Xoá đăng ký thường trú", { domain: "Cư trú" }),
  procedure("1.000014", "Đăng ký thành lập công ty TNHH", { domain: "Doanh nghiệp", level: ["tỉnh"] }),
];

const EVERYDAY = [
  everyday("1.000001", "everyday", ["làm giấy khai sanh cho con", "mới sanh em bé"], ["nước ngoài", "làm lại"]),
  everyday("1.000002", "rare", ["khai sanh cho con có cha người Hàn"]),
  everyday("1.000004", "sometimes", ["làm lại giấy khai sanh bị mất sổ gốc"]),
  everyday("1.000005", "everyday", ["cưới vợ làm giấy", "lấy giấy hôn thú"], ["nước ngoài"]),
  everyday("1.000006", "rare", ["cưới vợ Đài Loan", "lấy chồng nước ngoài"]),
  everyday("1.000007", "everyday", ["xin phép cất nhà", "xây nhà mới xin giấy"], ["gia hạn"]),
  everyday("1.000008", "rare", ["giấy phép cất nhà sắp hết hạn"]),
  everyday("1.000009", "everyday", ["làm giấy ghe đi biển", "đăng ký ghe lưới"]),
  everyday("1.000010", "sometimes", ["mất sổ đỏ xin lại", "sổ hồng bị mất"]),
  everyday("1.000012", "everyday", ["làm căn cước", "đi làm thẻ chip"]),
  everyday("1.000013", "sometimes", ["cắt khẩu cho người đi xa"]),
];

/** A small base with the traps of the large one: everyday cases beside rare sisters, citizens' words, a replaced code. */
export function fixture(): Snapshot {
  return {
    procedures: new Map(PROCEDURES.map((one) => [one.code, one])),
    everyday: new Map(EVERYDAY.map((one) => [one.code, one])),
    glossary: {
      words: [{ say: ["tờ bằng khoán"], mean: ["giấy chứng nhận quyền sử dụng đất"] }],
      abbreviations: new Map([
        ["đk", ["đăng ký", "điều kiện"]],
        ["dk", ["đăng ký", "điều kiện"]],
        ["ks", ["khai sinh", "khách sạn"]],
        ["kh", ["kết hôn", "kế hoạch"]],
        ["gpxd", ["giấy phép xây dựng"]],
        ["tnhh", ["trách nhiệm hữu hạn"]],
        ["ko", ["không"]],
      ]),
    },
    offices: [],
    faq: [
      {
        id: "buu-dien",
        ask: "Nộp hồ sơ qua bưu điện được không?",
        aliases: ["gửi giấy tờ bằng bưu điện", "gửi hồ sơ qua đường bưu chính"],
        answer: "Được.",
        sources: ["Nghị định"],
        verified: "2026-11-24",
        file: "faq/buu-dien.md",
      },
    ],
    guides: new Map(),
    faults: [],
    version: "fixture",
  };
}
