import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACETS, type Facet, type Procedure } from "../../../../src/core/procedure.ts";
import { compose } from "../../../../src/skills/answer/compose/compose.ts";
import { linksUnsupported, numbersUnsupported } from "../../../../src/skills/answer/fidelity.ts";
import { again, birth, card, marriage, procedureOf, TODAY, words } from "../../fixture.ts";

const options = { today: TODAY, words: words.answer, offices: [] };

describe("compose", () => {
  it("tells name, facet, doubts and source, in this order", () => {
    expect(compose(birth, ["fee"], options).text).toBe(
      [
        "Đăng ký khai sinh",
        "",
        "Lệ phí:",
        "• Đúng hạn 60 ngày: không thu tiền (theo 60/2014/QH13)",
        "• Trễ hạn: chưa biết (tỉnh quy định, hỏi lại quầy)",
        "• Bản sao: 8.000 đồng/bản (theo 281/2016/TT-BTC)",
        "",
        "Chưa chắc: Mức trễ hạn của Cà Mau chưa tìm thấy.",
        "",
        "Nguồn: procedures/ho-tich/1.001193.md › Lệ phí · 60/2014/QH13, 281/2016/TT-BTC · kiểm ngày 24/11/2026",
      ].join("\n"),
    );
  });

  it("tells several facets under their labels", () => {
    const { text } = compose(birth, ["time", "result"], options);
    expect(text.indexOf("Thời hạn:")).toBeLessThan(text.indexOf("Kết quả nhận:"));
  });

  it("puts a notice before the name, and an answer to the very question before the facets", () => {
    const line = (text: string) => ({ text, heading: "Đầu tệp", quote: text });
    const { text } = compose(birth, ["fee"], { ...options, notice: [line("Thay mã cũ.")], before: [line("Được.")] });
    expect(text).toMatch(/^Thay mã cũ\.\n\nĐăng ký khai sinh\n\nĐược\.\n\nLệ phí:/);
  });

  it("can tell no facet at all", () => {
    expect(compose(marriage, [], options).text.split("\n\n")).toHaveLength(2);
  });

  it("ends with the source line", () => {
    for (const facet of FACETS) expect(compose(birth, [facet], options).text.split("\n").at(-1)).toMatch(/^Nguồn: /);
  });
});

describe("a facet too long for one message", () => {
  const steps = Array.from({ length: 60 }, (_, i) => `${i + 1}. ${"Nộp hồ sơ ".repeat(8)}`);
  const long = procedureOf({ code: "1.000001", name: "A", sections: { steps: steps.join("\n") } });

  it("is told piece by piece, nothing left out and nothing twice", () => {
    const told: string[] = [];
    let from: number | undefined = 0;
    for (let piece = 0; from !== undefined; piece++) {
      const composed = compose(long, ["steps"], { ...options, from });
      expect(composed.text.length).toBeLessThan(2_000);
      told.push(...composed.text.split("\n").filter((line) => /^\d+\. /.test(line)));
      from = composed.next;
      expect(piece).toBeLessThan(60);
    }
    expect(told).toEqual(steps.map((step) => step.trim()));
  });

  it("shows at least one line, however long", () => {
    const huge = procedureOf({
      code: "1.000001",
      name: "A",
      sections: { steps: `1. ${"a ".repeat(3_000)}\n2. Xong.` },
    });
    expect(compose(huge, ["steps"], options)).toMatchObject({ next: 1 });
    expect(compose(huge, ["steps"], { ...options, from: 1 }).next).toBeUndefined();
  });

  it("says that it is cut when told beside others", () => {
    expect(compose(long, ["steps", "fee"], options).text).toContain(words.answer.cut);
    expect(compose(long, ["steps", "fee"], options).next).toBeUndefined();
  });

  it("begins at the end without harm", () => {
    expect(() => compose(long, ["steps"], { ...options, from: 9_999 })).not.toThrow();
  });
});

describe("every number and link in an answer stands in a quote", () => {
  const all = [birth, again, marriage, card];

  it.each(all.flatMap((procedure) => FACETS.map((facet) => [procedure.name, facet, procedure] as const)))(
    "%s: %s",
    (_, facet, procedure) => {
      const composed = compose(procedure, [facet], options);
      expect(numbersUnsupported(composed)).toEqual([]);
      expect(linksUnsupported(composed)).toEqual([]);
    },
  );

  const day = fc.date({ min: new Date("2015-01-01"), max: new Date("2030-12-31"), noInvalidDate: true }).map((date) => {
    return date.toISOString().slice(0, 10);
  });
  const phrase = fc.oneof(
    fc.constantFrom("Nộp trực tiếp", "trong 60 ngày", "theo Mẫu số 01", "từ 05/10/2026", "3,5 m²", "07:00–11:00"),
    fc.tuple(fc.constantFrom("mẫu", "điều", "khoản"), fc.nat(5_000)).map(([word, n]) => `${word} ${n}`),
  );
  const procedure: fc.Arbitrary<Procedure> = fc
    .record({
      name: phrase,
      who: phrase,
      agency: phrase,
      result: phrase,
      fees: fc.array(
        fc.record({ when: phrase, amount: fc.option(fc.nat(99_000_000)), note: phrase, to: day, condition: phrase }),
        { maxLength: 5 },
      ),
      time: fc.array(fc.record({ when: phrase, value: fc.option(phrase), note: phrase }), { maxLength: 4 }),
      legalBasis: fc.array(
        fc.record({ number: fc.constantFrom("60/2014/QH13", "66.7/2025/NQ-CP"), title: phrase, to: day }),
      ),
      uncertain: fc.array(fc.record({ about: fc.constantFrom("general" as const, "fee" as const), text: phrase })),
      papers: fc.array(phrase, { maxLength: 5 }),
      verified: day,
    })
    .map(({ papers, ...fields }) =>
      procedureOf({ code: "1.000001", ...fields, sections: { papers: papers.map((one) => `- ${one}`).join("\n") } }),
    );

  it("whatever stands in the fields, on whatever day", () => {
    fc.assert(
      fc.property(procedure, fc.subarray<Facet>([...FACETS], { minLength: 1 }), day, (given, facets, today) => {
        const composed = compose(given, facets, { ...options, today });
        expect(numbersUnsupported(composed)).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});
