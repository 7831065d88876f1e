import { describe, expect, it } from "vitest";
import { parseProcedure } from "../../../src/knowledge/parse/procedure.ts";
import { BODY, lineOf, procedureFile } from "../folder.ts";

const PATH = "procedures/ho-tich/1.001193.md";
const parse = (text: string, path = PATH) => parseProcedure(`knowledge/${path}`, path, text);

describe("parseProcedure", () => {
  it("reads a correct file", () => {
    const { value, faults } = parse(procedureFile());
    expect(faults).toEqual([]);
    expect(value).toEqual({
      code: "1.001193",
      name: "Đăng ký khai sinh",
      aliases: [],
      domain: "Hộ tịch",
      level: ["xã"],
      agency: "Uỷ ban nhân dân cấp xã",
      who: "Cha hoặc mẹ của trẻ",
      online: "full",
      time: [{ when: "Nộp trước 15 giờ", value: "trong ngày làm việc" }],
      fees: [{ when: "Đúng hạn", amount: 0 }],
      result: "Giấy khai sinh",
      legalBasis: [{ number: "60/2014/QH13", title: "Luật Hộ tịch" }],
      effective: {},
      verified: "2026-11-20",
      confidence: "medium",
      origin: "curated",
      sources: [{ title: "Cổng Dịch vụ công quốc gia, trang thủ tục 1.001193" }],
      replaces: [],
      related: [],
      cases: [],
      uncertain: [],
      sections: expect.objectContaining({ papers: "- Tờ khai đăng ký khai sinh" }),
      questions: expect.arrayContaining([{ ask: "Mất bao lâu?", answer: "Trong ngày." }]),
      file: PATH,
    });
  });

  it("reads every optional field", () => {
    const { value, faults } = parse(
      procedureFile({
        aliases: "[làm giấy khai sanh, khai sinh cho con]",
        portalUrl: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/1",
        time: "\n  - {when: Trực tuyến, value: null, note: chưa biết}",
        fees: "\n  - {when: Bản sao, amount: 8000, unit: đồng/bản, from: 2025-07-01, to: 2026-12-31, condition: nộp trực tuyến, law: 281/2016/TT-BTC, note: mỗi bản}",
        legalBasis: "\n  - {number: 60/2014/QH13, from: 2016-01-01, to: 2027-02-28}",
        effectiveFrom: "2026-08-17",
        effectiveTo: "2027-02-28",
        confidence: "high",
        sources: '\n  - {title: Cổng, url: "https://dichvucong.gov.vn", date: 2026-07-20}',
        replaces: '\n  - {code: "1.014061", from: 2026-08-17}',
        related: '\n  - {code: "3.000722", ask: Chỉ cần giấy khai sinh?, choose: làm luôn một lần}',
        cases:
          "\n  - ask: Có giấy chứng sinh không?\n    options:\n      - {label: Có, papers: [Giấy chứng sinh]}\n      - {label: Không, papers: [Giấy cam đoan], note: nói rõ}",
        uncertain: "\n  - {about: fee, text: Chưa tìm thấy mức của Cà Mau}",
      }),
    );
    expect(faults).toEqual([]);
    expect(value).toMatchObject({
      aliases: ["làm giấy khai sanh", "khai sinh cho con"],
      time: [{ value: null, note: "chưa biết" }],
      fees: [{ amount: 8000, unit: "đồng/bản", from: "2025-07-01", to: "2026-12-31", law: "281/2016/TT-BTC" }],
      effective: { from: "2026-08-17", to: "2027-02-28" },
      replaces: [{ code: "1.014061", from: "2026-08-17" }],
      related: [{ code: "3.000722", choose: "làm luôn một lần" }],
      cases: [{ options: [{ papers: ["Giấy chứng sinh"] }, { note: "nói rõ" }] }],
      uncertain: [{ about: "fee" }],
    });
  });

  it.each<[string, Record<string, string | undefined>, string, string, string]>([
    ["a code without quotes", { code: "1.001193" }, "wrong-value", "code:", "đặt trong dấu nháy kép"],
    ["a code with a digit too few", { code: '"1.01193"' }, "wrong-value", "code:", "một số, dấu chấm, sáu số"],
    ["a level of its own", { level: "[huyện]" }, "wrong-value", "level:", "chỉ được viết: xã, tỉnh, bộ"],
    ["a level that is no list", { level: "xã" }, "wrong-value", "level:", "phải là danh sách"],
    ["no level", { level: "[]" }, "wrong-value", "level:", "ít nhất một dòng"],
    ["an empty field", { who: "" }, "empty-field", "who:", "đang để trống"],
    ["an empty optional field", { portalUrl: "" }, "empty-field", "portalUrl:", "đang để trống"],
    ["a number for a text", { who: "123" }, "wrong-value", "who:", "dấu nháy kép"],
    ["an unknown field", { phi: "0" }, "unknown-field", "phi:", 'Không có dòng nào tên "phi"'],
    ["a field in a wrong place", { result: "\n  what: x" }, "wrong-value", "result:", "phải là chữ"],
    ["no fees", { fees: undefined }, "missing-fee", "code:", 'Thiếu "fees" (lệ phí)'],
    ["an empty list of fees", { fees: "[]" }, "missing-fee", "fees:", "không thu thì viết amount: 0"],
    ["a fee without amount", { fees: "\n  - when: Trễ hạn" }, "missing-fee", "- when: Trễ", 'Thiếu "amount" (số tiền)'],
    ["an amount with dots", { fees: '\n  - when: a\n    amount: "8.000"' }, "fee-unit", "amount:", "amount: 8000"],
    ["an amount with words", { fees: "\n  - when: a\n    amount: 8.000 đồng" }, "fee-unit", "amount:", "amount: 8000"],
    ["an amount in words only", { fees: "\n  - when: a\n    amount: miễn phí" }, "fee-unit", "amount:", "con số đồng"],
    ["a broken amount", { fees: "\n  - when: a\n    amount: 8.5" }, "fee-unit", "amount:", "số đồng viết liền"],
    ["a negative amount", { fees: "\n  - when: a\n    amount: -1" }, "fee-unit", "amount:", "không thể nhỏ hơn 0"],
    [
      "foreign money",
      { fees: "\n  - {when: a, amount: 5, unit: USD}" },
      "fee-unit",
      "- {when: a",
      'bắt đầu bằng "đồng"',
    ],
    ["a time without unit", { time: "\n  - when: a\n    value: 3" }, "wrong-value", "value:", "phải có đơn vị"],
    ["a time of digits only", { time: '\n  - when: a\n    value: "3-5"' }, "wrong-value", "value:", "phải có đơn vị"],
    ["a day written the other way", { verified: "24/11/2026" }, "wrong-value", "verified:", "năm-tháng-ngày"],
    ["a day that is not", { verified: "2026-02-30" }, "wrong-value", "verified:", "không có trên lịch"],
    [
      "a period the wrong way round",
      { legalBasis: "\n  - {number: a, from: 2026-02-01, to: 2026-01-01}" },
      "wrong-value",
      "- {number",
      "trước ngày bắt đầu",
    ],
    [
      "a rule that ends before it starts",
      { effectiveFrom: "2026-02-01", effectiveTo: "2026-01-01" },
      "wrong-value",
      "effectiveTo:",
      "nằm trước",
    ],
    ["a link without http", { portalUrl: "dichvucong.gov.vn" }, "bad-link", "portalUrl:", "https:// hoặc http://"],
    [
      "a script as a link",
      { sources: "\n  - title: a\n    url: javascript:alert(1)" },
      "bad-link",
      "url:",
      "https:// hoặc http://",
    ],
    ["no law", { legalBasis: "[]" }, "missing-field", "legalBasis:", "ít nhất một văn bản"],
    ["no source", { sources: "[]" }, "wrong-value", "sources:", "ít nhất một dòng"],
    ["an unknown origin", { origin: "mạng" }, "wrong-value", "origin:", "curated, imported"],
    [
      "an uncertain point about nothing",
      { uncertain: "\n  - {about: tien, text: x}" },
      "wrong-value",
      "- {about",
      "fee",
    ],
    ["a fault of YAML", { who: "cha: mẹ" }, "yaml-syntax", "who:", "dấu hai chấm"],
  ])("tells of %s, and where", (_, changes, code, place, words) => {
    const text = procedureFile(changes);
    const fault = parse(text).faults.find((one) => one.code === code);
    expect(fault?.message).toContain(words);
    expect(fault?.line).toBe(lineOf(text, place));
    expect(fault).toMatchObject({ file: `knowledge/${PATH}`, severity: "error" });
  });

  it.each([
    "code",
    "name",
    "domain",
    "level",
    "agency",
    "who",
    "online",
    "time",
    "result",
    "legalBasis",
    "verified",
    "origin",
    "sources",
  ])("misses %s", (field) => {
    const { value, faults } = parse(procedureFile({ [field]: undefined }));
    expect(value).toBeUndefined();
    expect(faults).toMatchObject([{ code: "missing-field", line: 2 }]);
    expect(faults[0]?.message).toContain(`"${field}"`);
  });

  it("tells every fault at once, one per field", () => {
    const { faults } = parse(procedureFile({ who: "", verified: "24/11/2026", online: "có", phi: "1" }));
    expect(faults.map(({ code }) => code).sort()).toEqual([
      "empty-field",
      "unknown-field",
      "wrong-value",
      "wrong-value",
    ]);
  });

  it("uses a file whose body alone is faulty", () => {
    const { value, faults } = parse(procedureFile({}, BODY.replace("## Các bước", "## Trình tự")));
    expect(value?.code).toBe("1.001193");
    expect(faults.map(({ code }) => code)).toEqual(["unknown-heading", "missing-section"]);
  });

  it("wants three questions of an officer, none of an import", () => {
    const body = BODY.slice(0, BODY.indexOf("### Ai đi"));
    const text = procedureFile({}, body);
    expect(parse(text).faults).toMatchObject([{ code: "few-questions", line: lineOf(text, "## Câu hỏi") }]);
    expect(parse(procedureFile({ origin: "imported" }, body)).faults).toEqual([]);
    expect(parse(procedureFile({ origin: "imported", legalBasis: "[]" }, body)).faults).toEqual([]);
  });

  it("wants the file to bear the code's name", () => {
    expect(parse(procedureFile(), "procedures/ho-tich/khai-sinh.md").faults).toMatchObject([
      { code: "file-name", line: 2, message: 'Tên tệp phải là "1.001193.md", trùng với mã trong tệp.' },
    ]);
  });

  it("finds bad links in the body on their line", () => {
    const text = procedureFile({}, BODY.replace("Trong ngày.", "Xem [đây](tep.pdf)."));
    expect(parse(text).faults).toMatchObject([{ code: "bad-link", line: lineOf(text, "[đây]") }]);
  });

  it.each([
    ["code: 1", "Dòng đầu tiên"],
    ["---\ncode: 1", 'Thiếu dòng "---"'],
  ])("tells of front matter that %j lacks", (text, words) => {
    const { value, faults } = parse(text);
    expect(value).toBeUndefined();
    expect(faults).toMatchObject([{ code: "yaml-syntax", line: 1 }]);
    expect(faults[0]?.message).toContain(words);
  });

  it("joins a text that runs over lines", () => {
    expect(parse(procedureFile({ who: ">\n  Cha hoặc\n  mẹ" })).value?.who).toBe("Cha hoặc mẹ");
  });
});
