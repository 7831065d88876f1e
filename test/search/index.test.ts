import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { LexicalSearch } from "../../src/search/index.ts";
import { fixture } from "./fixture.ts";

const snapshot = fixture();
const search = new LexicalSearch(snapshot, buildIndex(snapshot));
const TODAY = "2026-11-24";
const first = (text: string) => search.find(text, { today: TODAY }).hits[0]?.procedure.code;

describe("LexicalSearch", () => {
  it.each([
    ["Đăng ký khai sinh cần giấy tờ gì?", "1.000001"],
    ["dang ky khai sinh can giay to gi", "1.000001"],
    ["lam giay khai sanh cho con", "1.000001"],
    ["đk ks mất bao lâu", "1.000001"],
    ["ddawng kys khai sinh", "1.000001"],
    ["dangky khaisinh", "1.000001"],
    ["đăng kí khai shinh", "1.000001"],
    ["khai sinh cho con có cha người Hàn", "1.000002"],
    ["sổ gốc mất, làm lại giấy khai sanh", "1.000004"],
    ["đk kh tốn bao nhiêu", "1.000005"],
    ["lay giay hon thu", "1.000005"],
    ["cưới vợ Đài Loan", "1.000006"],
    ["xin phép cất nhà", "1.000007"],
    ["gpxd", "1.000007"],
    ["giay phep cat nha sap het han", "1.000008"],
    ["làm giấy ghe đi biển", "1.000009"],
    ["so hong bi mat", "1.000010"],
    ["cắt khẩu", "1.000013"],
    ["mở công ty trách nhiệm hữu hạn", "1.000014"],
  ])("%s → %s", (text, code) => {
    expect(first(text)).toBe(code);
  });

  it("puts the everyday case before its rare sisters when nothing points to them", () => {
    const codes = search.find("khai sinh", { today: TODAY }).hits.map(({ procedure }) => procedure.code);
    expect(codes.slice(0, 4).sort()).toEqual(["1.000001", "1.000002", "1.000003", "1.000004"]);
    expect(codes[0]).toBe("1.000001");
  });

  it("reads a glossary word that nobody in the base says", () => {
    expect(search.find("tờ bằng khoán", { today: TODAY }).understood).toContain("quyen su dung dat");
    expect(first("tờ bằng khoán bị mất")).toBe("1.000010");
  });

  it("puts a procedure that is no longer in force behind those that are, and before its end ahead", () => {
    const codes = (today: string) =>
      search.find("cấp thẻ căn cước", { today, limit: 50 }).hits.map(({ procedure }) => procedure.code);
    expect(codes(TODAY)[0]).toBe("1.000012");
    expect(codes(TODAY).at(-1)).toBe("1.000011");
    expect(codes("2026-08-16").indexOf("1.000011")).toBeLessThan(2);
  });

  it("keeps to a level when one is asked for", () => {
    const { hits } = search.find("đăng ký", { today: TODAY, level: "tỉnh" });
    expect(hits.map(({ procedure }) => procedure.code).sort()).toEqual(["1.000009", "1.000014"]);
  });

  it("keeps to the limit", () => {
    expect(search.find("đăng ký", { today: TODAY, limit: 3 }).hits).toHaveLength(3);
  });

  it("tells a general question from a procedure", () => {
    expect(search.find("gửi giấy tờ bằng bưu điện được không", { today: TODAY }).general).toBe("buu-dien");
    expect(search.find("làm giấy khai sanh cho con", { today: TODAY }).general).toBeUndefined();
  });

  it("never lists a general question among the procedures", () => {
    const { hits } = search.find("nộp hồ sơ qua bưu điện", { today: TODAY, limit: 50 });
    expect(hits.filter(({ procedure }) => procedure.code.startsWith("faq/"))).toEqual([]);
  });

  it("explains every score: the reasons add up to it", () => {
    for (const { score, why } of search.find("làm giấy khai sanh", { today: TODAY }).hits) {
      expect(why.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 6);
    }
  });

  it("finds nothing in a text without words", () => {
    expect(search.find("?! 😀", { today: TODAY })).toMatchObject({ hits: [], verdict: "none" });
  });

  it("is sure of nothing that the base does not know", () => {
    for (const text of ["giá vàng hôm nay bao nhiêu", "mua vé xem bóng đá", "thuốc trị đau đầu"]) {
      expect(search.find(text, { today: TODAY }).verdict).not.toBe("sure");
    }
  });

  it("gives confidences that are chances", () => {
    const { hits } = search.find("đăng ký khai sinh", { today: TODAY });
    const total = hits.reduce((sum, { confidence }) => sum + confidence, 0);
    for (const { confidence } of hits) expect(confidence).toBeGreaterThanOrEqual(0);
    expect(total).toBeLessThanOrEqual(1 + 1e-9);
  });

  it("never throws, and answers the same question the same way", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (text) => {
        const once = search.find(text, { today: TODAY });
        const twice = search.find(text, { today: TODAY });
        expect(twice.hits.map(({ score }) => score)).toEqual(once.hits.map(({ score }) => score));
      }),
      { numRuns: 500 },
    );
  });
});
