import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { createSearch, LexicalSearch } from "../../src/search/index.ts";
import { anything } from "../text/vietnamese.ts";
import { fixture, procedure, TODAY } from "./fixture.ts";
import { anySnapshot, everydayOf, snapshotOf } from "./snapshots.ts";

const snapshot = fixture();
const search = new LexicalSearch(snapshot, buildIndex(snapshot));
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

  it("never throws, answers the same question the same way, and explains whatever it ranks", () => {
    fc.assert(
      fc.property(fc.oneof(anything, fc.string({ unit: "grapheme", maxLength: 200 })), (text) => {
        const once = search.find(text, { today: TODAY });
        expect(search.find(text, { today: TODAY })).toEqual(once);
        for (const { score, why } of once.hits) {
          expect(why.reduce((sum, { share }) => sum + share, 0)).toBeCloseTo(score, 6);
        }
      }),
      { numRuns: 500 },
    );
  });

  it("gives an answer to one question that does not depend on those before it", () => {
    const texts = ["cắt khẩu", "đk kh", "", "xin phép cất nhà", "🙏", "sổ hồng bị mất"];
    const alone = texts.map((text) => createSearch(snapshot).find(text, { today: TODAY }));
    const shared = [...texts].reverse().map((text) => search.find(text, { today: TODAY }));
    expect(shared.reverse()).toEqual(alone);
  });

  it("orders by score among the procedures in force", () => {
    for (const text of ["đăng ký", "giấy", "cấp lại", "khai sinh"]) {
      const { hits } = search.find(text, { today: TODAY, limit: 50 });
      const scores = hits.filter((hit) => hit.procedure.effective.to === undefined).map(({ score }) => score);
      expect(scores).toEqual([...scores].sort((a, b) => b - a));
    }
  });

  it("has no procedure twice", () => {
    const codes = search.find("đăng ký giấy", { today: TODAY, limit: 50 }).hits.map(({ procedure }) => procedure.code);
    expect(new Set(codes).size).toBe(codes.length);
  });

  it("gives the procedures of the snapshot themselves", () => {
    for (const hit of search.find("đăng ký", { today: TODAY }).hits) {
      expect(hit.procedure).toBe(snapshot.procedures.get(hit.procedure.code));
    }
  });

  it("reads a very long text in good time, by its beginning", () => {
    const long = `làm giấy khai sanh ${"cho con mới sanh ".repeat(5_000)}`;
    expect(first(long)).toBe("1.000001");
  });

  it("breaks a tie by code, so that the order is the same everywhere", () => {
    const alike = ["1.000003", "1.000001", "1.000002"].map((code) => procedure(code, "Cấp giấy đi đường"));
    const hits = createSearch(snapshotOf(alike)).find("giấy đi đường", { today: TODAY });
    expect("hits" in hits && hits.hits.map((hit) => hit.procedure.code)).toEqual(["1.000001", "1.000002", "1.000003"]);
  });

  it("looks no further than its pool, and has the best in it however large the base", () => {
    const named = new Map([
      [250, "Cấp giấy đi đường thuỷ"],
      [260, "Cấp giấy đi đường thuỷ nội địa"],
    ]);
    const many = Array.from({ length: 300 }, (_, i) =>
      procedure(`1.${String(i).padStart(6, "0")}`, named.get(i) ?? "Cấp giấy đi đường bộ dài hạn"),
    );
    const large = new LexicalSearch(snapshotOf(many), buildIndex(snapshotOf(many)));
    const { hits } = large.find("cấp giấy đi đường thuỷ", { today: TODAY, limit: 300 });
    expect(hits.slice(0, 2).map((hit) => hit.procedure.code)).toEqual(["1.000250", "1.000260"]);
    expect(hits.length).toBeLessThan(300);
  });

  it("searches a base without procedures", () => {
    const empty = new LexicalSearch(snapshotOf([]), buildIndex(snapshotOf([])));
    expect(empty.find("khai sinh", { today: TODAY })).toMatchObject({ hits: [], verdict: "none" });
  });

  it("finds a procedure whose everyday words alone say it", () => {
    const two = snapshotOf(
      [procedure("1.000001", "Xoá đăng ký thường trú"), procedure("1.000002", "Đăng ký kết hôn")],
      {
        everyday: everydayOf([{ code: "1.000001", phrases: ["cắt khẩu"] }]),
      },
    );
    const { hits } = new LexicalSearch(two, buildIndex(two)).find("cat khau", { today: TODAY });
    expect(hits.map((hit) => hit.procedure.code)).toEqual(["1.000001"]);
  });

  it("finds every procedure of any base by its own name, among those that are called no worse", () => {
    fc.assert(
      fc.property(anySnapshot, (made) => {
        const over = new LexicalSearch(made, buildIndex(made));
        for (const { code, name } of made.procedures.values()) {
          const codes = over.find(name, { today: TODAY, limit: 50 }).hits.map((hit) => hit.procedure.code);
          expect(codes).toContain(code);
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe("LexicalSearch.candidates", () => {
  it("ranks before day and level are looked at, general questions included", () => {
    const codes = search.candidates("cấp thẻ căn cước").candidates.map((one) => one.procedure.code);
    expect(codes.slice(0, 2).sort()).toEqual(["1.000011", "1.000012"]);
    const [general] = search.candidates("gửi giấy tờ bằng bưu điện").candidates;
    expect(general?.procedure.code).toBe("faq/buu-dien");
  });

  it("keeps what it gave when the next question is asked", () => {
    const { candidates } = search.candidates("cắt khẩu");
    const before = structuredClone(candidates.map(({ features, score }) => ({ features, score })));
    search.candidates("đăng ký kết hôn");
    expect(candidates.map(({ features, score }) => ({ features, score }))).toEqual(before);
  });
});
