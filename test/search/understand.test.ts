import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { Understanding } from "../../src/search/understand.ts";
import { anything } from "../text/vietnamese.ts";
import { fixture } from "./fixture.ts";

const snapshot = fixture();
const index = buildIndex(snapshot);
const understanding = new Understanding(index, snapshot.glossary);
const read = (text: string) => understanding.read(text);
const typed = (text: string) => read(text).runs[0] ?? [];
const weightOf = (text: string, folded: string) => typed(text).find((word) => word.folded === folded)?.weight;

describe("Understanding", () => {
  it.each([
    ["Đăng ký khai sinh", "dang ky khai sinh"],
    ["DANG KY KHAI SINH!!!", "dang ky khai sinh"],
    ["đk ks", "dang ky khai sinh"],
    ["đk kh", "dang ky ket hon"],
    ["xin gpxd", "xin giay phep xay dung"],
    ["ddawng kys khai sinh", "dang ky khai sinh"],
    ["d9ang8 ky1 khai sinh", "dang ky khai sinh"],
    ["dangky khaisinh", "dang ky khai sinh"],
    ["đăng ký khai snih", "dang ky khai sinh"],
    ["đăng ký khai sinhhhh", "dang ky khai sinh"],
    ["đăng\u200b ký\u00a0khai\nsinh", "dang ky khai sinh"],
  ])("%s reads as %s", (text, meant) => {
    expect(read(text).understood).toBe(meant);
  });

  it("chooses between two readings of an abbreviation by what stands beside it", () => {
    expect(read("đk kh").understood).toBe("dang ky ket hon");
    expect(read("giấy ks").understood).toContain("khai sinh");
  });

  it("reads a question with and without marks as the same words", () => {
    for (const [marked, plain] of [
      ["làm giấy khai sanh cho con", "lam giay khai sanh cho con"],
      ["cấp lại giấy chứng nhận quyền sử dụng đất", "cap lai giay chung nhan quyen su dung dat"],
    ] as const) {
      expect(read(plain).understood).toBe(read(marked).understood);
    }
  });

  it("weighs greetings and particles far below what is asked for", () => {
    const text = "dạ cho em hỏi cắt khẩu nha";
    for (const word of ["da", "hoi", "nha"]) expect(weightOf(text, word)).toBeLessThan(0.3);
    expect(weightOf(text, "cat")).toBe(1);
    expect(weightOf(text, "khau")).toBe(1);
  });

  it("weighs the side that is asked about below the thing", () => {
    const text = "cắt khẩu tốn bao nhiêu tiền";
    const fee = weightOf(text, "nhieu") ?? Number.NaN;
    expect(fee).toBeLessThan(weightOf(text, "khau") ?? Number.NaN);
    expect(fee).toBeGreaterThan(0);
  });

  it("counts only what says what is wanted", () => {
    expect(read("cắt khẩu").content).toBe(2);
    expect(read("dạ cho em hỏi cắt khẩu mất bao lâu ạ").content).toBe(2);
    expect(read("mất bao lâu").content).toBe(0);
    expect(read("").content).toBe(0);
  });

  it("knows what share of the question the base has never read", () => {
    expect(read("cắt khẩu").unknown).toBe(0);
    expect(read("qwxzqw bvcxzb").unknown).toBe(1);
    expect(read("cắt khẩu qwxzqw").unknown).toBeCloseTo(1 / 3);
  });

  it("puts the official words beside a citizen's own, lighter than what was typed", () => {
    const { runs } = read("tờ bằng khoán bị mất");
    expect(runs).toHaveLength(2);
    expect(runs[1]?.map((word) => word.folded).join(" ")).toBe("giay chung nhan quyen su dung dat");
    for (const { weight } of runs[1] ?? []) expect(weight).toBeLessThan(1);
  });

  it("leaves the glossary aside for words that titles and everyday phrases use themselves", () => {
    const words = [{ say: ["cắt khẩu"], mean: ["xoá đăng ký thường trú"] }];
    const other = new Understanding(index, { ...snapshot.glossary, words });
    expect(other.read("cắt khẩu").runs).toHaveLength(1);
  });

  it("puts every meaning of a glossary word beside it", () => {
    const glossary = { ...snapshot.glossary, words: [{ say: ["gà vịt"], mean: ["giấy phép", "giấy chứng nhận"] }] };
    const { runs } = new Understanding(buildIndex({ ...snapshot, glossary }), glossary).read("gà vịt");
    expect(runs.slice(1).map((run) => run.map(({ folded }) => folded).join(" "))).toEqual([
      "giay phep",
      "giay chung nhan",
    ]);
  });

  it("keeps the marks that were typed, and none that it supplied", () => {
    expect(read("mất sổ do").marked).toEqual(["mất", "sổ"]);
    expect(read("đk ks").marked).toEqual([]);
    expect(read("mat so do").marked).toEqual([]);
  });

  it("keeps how each syllable was typed beside the folded ones", () => {
    const { folded, written } = read("đk khai sinh ở xã");
    expect(written).toHaveLength(folded.length);
    expect(written.at(-1)).toBe("xã");
    expect(written[0]).toBeUndefined();
  });

  it("does not take how long it takes for a loss", () => {
    expect(read("cắt khẩu mất bao lâu").modifiers.narrowing).toBe(read("cắt khẩu").modifiers.narrowing);
    expect(read("mất sổ đỏ").modifiers.narrowing).not.toBe(0);
  });

  it("keeps a particle that belongs to a title", () => {
    expect(weightOf("đang ký khai sinh", "dang")).toBe(1);
  });

  it("reads anything that can arrive, the same way each time, into words with sensible weights", () => {
    fc.assert(
      fc.property(anything, (text) => {
        const question = read(text);
        expect(read(text)).toEqual(question);
        expect(question.content).toBeLessThanOrEqual(question.folded.length);
        expect(question.unknown >= 0 && question.unknown <= 1).toBe(true);
        for (const { folded, weight } of question.runs.flat()) {
          expect(folded).not.toBe("");
          expect(weight > 0 && weight <= 1).toBe(true);
        }
      }),
      { numRuns: 300 },
    );
  });

  it("reads what it understood as itself", () => {
    for (const text of ["đk ks mất bao lâu", "dangky khaisinh", "ddawng kys khai sinh", "xin phép cất nhà"]) {
      const { folded } = read(text);
      expect(read(folded.join(" ")).folded).toEqual(folded);
    }
  });
});
