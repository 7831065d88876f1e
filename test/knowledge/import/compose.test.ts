import { describe, expect, it } from "vitest";
import { composeFile } from "../../../src/knowledge/import/compose.ts";
import { readRecord } from "../../../src/knowledge/import/read.ts";
import type { PortalRecord } from "../../../src/knowledge/import/record.ts";
import { parsePlain } from "../../../src/knowledge/parse/plain-yaml.ts";
import { parseProcedure } from "../../../src/knowledge/parse/procedure.ts";
import { detail, scrape } from "./samples.ts";

function record(value: unknown = scrape(), changes: Partial<PortalRecord> = {}): PortalRecord {
  const read = readRecord("x.json", JSON.stringify(value));
  if (!("methods" in read)) throw new Error(read.message);
  return { ...read, ...changes };
}

function parse(given: PortalRecord) {
  const { value, faults } = parseProcedure("x", `procedures/a/${given.code}.md`, composeFile(given, "2026-07-20"));
  expect(faults).toEqual([]);
  if (!value) throw new Error("unusable");
  return value;
}

describe("composeFile", () => {
  it("writes a file that says where it is from and when", () => {
    expect(parse(record())).toMatchObject({
      code: "1.001193",
      origin: "imported",
      confidence: "low",
      verified: "2026-07-20",
      portalUrl: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
      online: "partial",
      sources: [
        {
          title: "Cổng Dịch vụ công quốc gia, trang thủ tục 1.001193",
          url: "https://dichvucong.gov.vn/thu-tuc-hanh-chinh/019d2bfd",
          date: "2026-07-20",
        },
        { title: "Quyết định công bố thủ tục số 163/QĐ-BTP" },
      ],
      legalBasis: [{ number: "60/2014/QH13", title: "Luật Hộ tịch" }],
      result: "Giấy khai sinh",
    });
  });

  it("can be read by the fast reader", () => {
    const yaml = composeFile(record(), "2026-07-20").split("---\n")[1] ?? "";
    expect(parsePlain(yaml)).toBeDefined();
  });

  it("writes steps as a numbered list, papers as bullets, methods as places", () => {
    const { sections } = parse(record(detail()));
    expect(sections.steps).toBe("1. Nộp đơn.\n2. Trong 10 ngày làm việc, xã xét.");
    expect(sections.papers).toBe("- Văn bản đề nghị (1 bản chính) [mẫu trên Cổng: Mau 01.docx]");
    expect(sections.where).toBe(
      [
        "- Trực tuyến qua Cổng Dịch vụ công quốc gia: 10 ngày",
        "- Trực tiếp: tại xã",
        "- Cơ quan thực hiện: Ủy ban nhân dân cấp xã, Phòng Văn hoá – Xã hội",
      ].join("\n"),
    );
    expect(sections.notes).toBe("Yêu cầu, điều kiện:\n\nTừ đủ 75 tuổi trở lên");
  });

  it("indents what belongs to a step, and unglues steps", () => {
    const steps = "Mở đầu\nBước 1: Nộp\n- trực tiếp\nb) Bước 2. Xét.Bước 10: Trả";
    expect(parse(record(scrape(), { steps })).sections.steps).toBe("Mở đầu\n1. Nộp\n   - trực tiếp\n2. Xét.\n10. Trả");
  });

  it("keeps steps without numbers as they are", () => {
    expect(parse(record(scrape(), { steps: "+ Nộp đơn\n+ Chờ" })).sections.steps).toBe("+ Nộp đơn\n+ Chờ");
  });

  it("moves remarks among the papers to the notes", () => {
    const paper = (name: string) => ({ name, forms: [], originals: 1, copies: 2 });
    const { sections } = parse(
      record(scrape(), {
        papers: [
          { title: "Giấy tờ phải nộp:", papers: [paper("Tờ khai;")] },
          { title: "Lưu ý:", papers: [{ ...paper("Mang bản chính"), originals: 0, copies: 0 }] },
          { title: "", papers: [] },
        ],
        remark: "Chỉ tại xã",
      }),
    );
    expect(sections.papers).toBe("Giấy tờ phải nộp:\n\n- Tờ khai (1 bản chính, 2 bản sao)");
    expect(sections.notes).toBe("- Mang bản chính\n\nChỉ tại xã");
  });

  it("says openly what the page does not say", () => {
    const empty = record(scrape(), {
      agency: "",
      who: "",
      methods: [],
      papers: [],
      steps: "",
      results: [],
      laws: [],
      decision: "",
      url: "",
    });
    const value = parse(empty);
    expect(value).toMatchObject({
      online: "unknown",
      agency: "Trang Cổng không ghi rõ cơ quan; thủ tục cấp xã",
      who: "Trang Cổng không ghi rõ đối tượng",
      result: "Trang Cổng không ghi kết quả",
      legalBasis: [],
      sources: [{ title: "Cổng Dịch vụ công quốc gia, trang thủ tục 1.001193", date: "2026-07-20" }],
    });
    expect(value.portalUrl).toBeUndefined();
    expect(Object.values(value.sections).join()).toMatch(/hỏi lại quầy/);
  });

  it("is done in person when no method is online", () => {
    const methods = record().methods.filter(({ kind }) => kind === "direct");
    expect(parse(record(scrape(), { methods })).online).toBe("none");
  });

  it.each([
    ["Tổ chức hành nghề công chứng", "tỉnh"],
    ["Ủy ban nhân dân xã", "xã"],
    ["Toà án nhân dân tối cao", "bộ"],
  ])("guesses the level of %j from its name, and says so", (agency, level) => {
    const value = parse(record(scrape(), { levels: [], agency }));
    expect(value.level).toEqual([level]);
    expect(value.uncertain[0]?.text).toContain("Cơ quan khác");
  });

  it("keeps quotes, colons and number signs of the page", () => {
    const name = 'Cấp giấy "A": loại #1 \\ 2';
    expect(parse(record(scrape(), { name })).name).toBe(name);
  });
});
