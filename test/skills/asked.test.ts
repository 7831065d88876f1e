import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { askedFacets, facetsFor } from "../../src/skills/asked.ts";
import { fold } from "../../src/text/fold.ts";

const facets = (text: string) => [...new Set(askedFacets(text).map(({ facet }) => facet))];

const ASKED: readonly (readonly [string, readonly string[]])[] = [
  ["làm giấy khai sinh cần giấy tờ gì", ["papers"]],
  ["đăng ký kết hôn mất bao lâu", ["time"]],
  ["đăng ký kết hôn bao nhiêu tiền", ["fee"]],
  ["nộp ở đâu", ["where"]],
  ["làm online được không", ["online"]],
  ["ai được làm", ["who"]],
  ["căn cứ pháp lý", ["law"]],
  ["mẫu đơn", ["form"]],
  ["các bước ra sao", ["steps"]],
  ["được cấp gì", ["result"]],
  ["cần giấy tờ gì, bao lâu, lệ phí bao nhiêu", ["papers", "time", "fee"]],
  ["gồm những bước nào", ["steps"]],
  ["qua mấy bước và nộp hồ sơ ở đâu", ["steps", "where"]],
  ["hồ sơ như thế nào", ["papers"]],
  ["sổ đỏ mất thì làm sao", ["steps"]],
  ["nộp hồ sơ gì", ["papers"]],
];

describe("askedFacets", () => {
  it.each(ASKED)("%s → %j", (text, expected) => {
    expect(facets(text)).toEqual(expected);
  });

  it.each(ASKED)("the same without marks: %s → %j", (text, expected) => {
    expect(facets(fold(text))).toEqual(expected);
  });

  it.each([
    "đăng ký khai sinh",
    "thủ tục khai tử",
    "cấp thẻ lần đầu",
    "cap the lan dau",
    "xin bản sao giấy khai sinh",
    "đất phi nông nghiệp",
    "làm hộ chiếu",
    "lam ho chieu",
    "",
  ])("%j asks for nothing in particular", (text) => {
    expect(facets(text)).toEqual([]);
  });

  it("does not take the way of the papers for the papers", () => {
    expect(facets("nộp hồ sơ ở đâu")).toEqual(["where"]);
    expect(facets("thời hạn giải quyết hồ sơ")).toEqual(["time"]);
    expect(facets("kinh doanh nhà nghỉ nộp hồ sơ xin giấy phép ở đâu")).toEqual(["where"]);
  });

  it("lets a plain question outweigh a vague one", () => {
    expect(facets("lệ phí như thế nào")).toEqual(["fee"]);
    expect(facets("như thế nào")).toEqual(["steps"]);
  });

  it("says where the words stand", () => {
    expect(askedFacets("xin hỏi nộp ở đâu")).toEqual([{ facet: "where", phrase: "nop o dau", start: 2, end: 5 }]);
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string({ unit: "grapheme" }), (text) => void askedFacets(text)));
  });
});

describe("facetsFor", () => {
  it("leaves out words that are the procedure's name", () => {
    const asked = askedFacets("khai lệ phí trước bạ nộp ở đâu");
    expect(facetsFor(asked, { name: "Khai lệ phí trước bạ" })).toEqual(["where"]);
    expect(facetsFor(asked, { name: "Đăng ký khai sinh" })).toEqual(["fee", "where"]);
  });

  it("names each facet once", () => {
    expect(facetsFor(askedFacets("lệ phí, bao nhiêu tiền"), { name: "Tách hộ" })).toEqual(["fee"]);
  });
});
