import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Snapshot } from "../../src/core/knowledge.ts";
import { buildIndex, FIELDS, type Field, type Index } from "../../src/search/build.ts";
import { foldedSyllables } from "../../src/text/syllables.ts";
import { fixture, procedure } from "./fixture.ts";
import { idf, position, term } from "./questions.ts";
import { anySnapshot, everydayOf, snapshotOf } from "./snapshots.ts";

/** The codes of the procedures that hold a term in a field. */
function holders(index: Index, field: Field, text: string): string[] {
  const id = term(index, text);
  const { starts, docs } = index.fields[field];
  return [...docs.subarray(starts[id], starts[id + 1])].map((doc) => index.codes[doc] ?? "").sort();
}

const indexOf = (...procedures: readonly Parameters<typeof procedure>[]) =>
  buildIndex(snapshotOf(procedures.map((one) => procedure(...one))));

describe("buildIndex", () => {
  const index = buildIndex(fixture());

  it("has every procedure once, then the general questions", () => {
    expect(index.codes).toEqual([...fixture().procedures.keys(), "faq/buu-dien"]);
  });

  it("searches title, everyday words, domain, questions and text in fields of their own", () => {
    expect(holders(index, "title", "luu dong")).toEqual(["1.000003"]);
    expect(holders(index, "everyday", "cat khau")).toEqual(["1.000013"]);
    expect(holders(index, "domain", "xay dung")).toEqual(["1.000007", "1.000008"]);
    expect(holders(index, "body", "chung sinh")).toEqual(["1.000001"]);
    expect(holders(index, "title", "chung sinh")).toEqual([]);
  });

  it("searches whatever a procedure tells, wherever it tells it", () => {
    const full = indexOf([
      "1.000001",
      "Tên",
      {
        aliases: ["bíaliát"],
        domain: "lĩnhvực",
        who: "aiđược",
        agency: "cơquan",
        result: "kếtquả",
        sections: { papers: "giấytờ", notes: "lưuý", questions: "khôngtínhhailần" },
        cases: [{ ask: "hỏilại", options: [{ label: "lựachọn", papers: ["giấythêm"] }] }],
        legalBasis: [{ number: "60/2014/QH13", title: "luậthộtịch" }],
        questions: [{ ask: "câuhỏi?", answer: "trảlời" }],
      },
    ]);
    const body = [
      "aiduoc",
      "coquan",
      "ketqua",
      "giayto",
      "luuy",
      "hoilai",
      "luachon",
      "giaythem",
      "luathotich",
      "traloi",
    ];
    for (const word of [...body, "60", "2014", "qh13"]) expect(holders(full, "body", word)).toEqual(["1.000001"]);
    expect(holders(full, "everyday", "bialiat")).toEqual(["1.000001"]);
    expect(holders(full, "questions", "cauhoi")).toEqual(["1.000001"]);
    expect(full.vocabulary.syllable("khongtinhhailan")).toBe(-1);
  });

  it("makes no pair across the end of a sentence or clause", () => {
    const cut = indexOf(["1.000001", "Tên", { sections: { notes: "một hai. ba bốn; năm (sáu) bảy\ntám" } }]);
    expect(holders(cut, "body", "mot hai")).toEqual(["1.000001"]);
    for (const pair of ["hai ba", "bon nam", "nam sau", "sau bay", "bay tam"]) expect(() => term(cut, pair)).toThrow();
  });

  it("has a phrase for every name, alias, everyday phrase and asked question, with its owner", () => {
    const made = buildIndex(
      snapshotOf(
        [
          procedure("1.000001", "Tên một", { aliases: ["gọi khác"], questions: [{ ask: "Hỏi gì?", answer: "" }] }),
          procedure("1.000002", "Tên hai"),
        ],
        { everyday: everydayOf([{ code: "1.000002", phrases: ["câu một", "câu hai"], event: "chuyện đời" }]) },
      ),
    );
    const count = (owner: number, kind: number) =>
      [...made.phraseOwner].filter((one, phrase) => one === owner && made.phraseKind[phrase] === kind).length;
    expect([count(0, 0), count(0, 1), count(1, 0), count(1, 1)]).toEqual([1, 2, 1, 3]);
  });

  it("reads a title's abbreviation in full as well, when it has one reading", () => {
    expect(holders(index, "title", "trach nhiem")).toEqual(["1.000014"]);
    expect(holders(index, "title", "tnhh")).toEqual(["1.000014"]);
    const glossary = { words: [], abbreviations: new Map([["ubnd", ["uỷ ban", "ủng hộ"]]]) };
    const unclear = buildIndex(snapshotOf([procedure("1.000001", "Phép của UBND")], { glossary }));
    expect(unclear.fields.title.docs).toHaveLength(5);
  });

  it("calls rare what few procedures are called, and never less than something", () => {
    expect(idf(index, "luu")).toBeGreaterThan(idf(index, "khai"));
    expect(idf(index, "khai")).toBeGreaterThan(0);
    const common = indexOf(["1.000001", "Cấp giấy"], ["1.000002", "Cấp giấy"], ["1.000003", "Cấp giấy"]);
    expect(Math.min(...common.idf)).toBeGreaterThan(0);
  });

  it("values a word that only the text of one procedure has below one that only its name has", () => {
    const made = indexOf(["1.000001", "Hiếm"], ["1.000002", "Khác", { sections: { notes: "lạ" } }]);
    expect(idf(made, "la")).toBeLessThan(idf(made, "hiem"));
  });

  it("knows the rarity that a title holds altogether", () => {
    const at = position(index, "1.000005");
    const terms = ["dang", "ky", "ket", "hon", "dang ky", "ky ket", "ket hon"];
    expect(index.titleMass[at]).toBeCloseTo(
      terms.reduce((sum, one) => sum + idf(index, one), 0),
      4,
    );
  });

  it("keeps syllables with marks as they are written, tone placement aside", () => {
    const made = indexOf(["1.000001", "Hòa giải"], ["1.000002", "Hoà bình"]);
    const id = made.writtenIds.get("hoà");
    expect(id).toBeDefined();
    expect(made.written.docs.subarray(made.written.starts[id ?? 0], made.written.starts[(id ?? 0) + 1])).toHaveLength(
      2,
    );
    expect(made.writtenIds.has("hòa")).toBe(false);
  });

  it("has read the words of speech and of the glossary, so that they are not taken for mistakes", () => {
    for (const word of ["khong", "bao", "bang", "khoan"]) {
      expect(index.counts[term(index, word)]).toBeGreaterThan(0);
    }
    expect(index.counts[term(index, "trach nhiem")]).toBeGreaterThan(0);
  });

  it("counts a word in a name for more than one in a text", () => {
    const made = indexOf(["1.000001", "Zaza", { sections: { notes: "zozo" } }]);
    expect(made.counts[term(made, "zaza")]).toBeGreaterThan(made.counts[term(made, "zozo")] ?? Number.NaN);
  });

  it("builds over nothing", () => {
    const empty = buildIndex(snapshotOf([]));
    expect(empty.codes).toEqual([]);
    for (const field of FIELDS) expect(empty.fields[field].docs).toHaveLength(0);
  });

  it("is the same for the same snapshot", () => {
    expect(buildIndex(fixture())).toEqual(buildIndex(fixture()));
  });

  it("finds every word of every name where it stands, whatever the base", () => {
    fc.assert(
      fc.property(anySnapshot, (snapshot: Snapshot) => {
        const made = buildIndex(snapshot);
        for (const { code, name } of snapshot.procedures.values()) {
          for (const word of foldedSyllables(name)) expect(holders(made, "title", word)).toContain(code);
        }
        const size = made.vocabulary.size;
        expect([made.idf.length, made.counts.length]).toEqual([size, size]);
        for (const field of FIELDS) expect(made.fields[field].starts).toHaveLength(size + 1);
        expect(made.phraseMass.every((mass) => mass >= 0 && Number.isFinite(mass))).toBe(true);
      }),
      { numRuns: 100 },
    );
  });
});
