import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { buildIndex } from "../../src/search/build.ts";
import { FEATURES, features, traitsOf } from "../../src/search/features.ts";
import { Scorer } from "../../src/search/score.ts";
import { Understanding } from "../../src/search/understand.ts";
import { fixture, procedure } from "./fixture.ts";
import { position } from "./questions.ts";
import { anySnapshot, everydayOf } from "./snapshots.ts";

type Feature = (typeof FEATURES)[number];

const snapshot = fixture();
const index = buildIndex(snapshot);
const scorer = new Scorer(index);
const understanding = new Understanding(index, snapshot.glossary);

/** The features of a procedure of the fixture for a question, by name. */
function featuresOf(code: string, text: string): Readonly<Record<Feature, number>> {
  const question = understanding.read(text);
  const one = snapshot.procedures.get(code);
  if (one === undefined) throw new Error(`no procedure ${code}`);
  const traits = traitsOf(one, snapshot.everyday.get(code));
  const vector = features(position(index, code), question, scorer.score(question), index, traits);
  return Object.fromEntries(FEATURES.map((name, i) => [name, vector[i]])) as Record<Feature, number>;
}

describe("traitsOf", () => {
  it("takes from a procedure what is the same for every question", () => {
    const [everyday] = everydayOf([{ code: "1.000001", common: "rare", away: ["nước ngoài"] }]).values();
    const traits = traitsOf(procedure("1.000001", "Đăng ký khai sinh", { origin: "imported" }), everyday);
    expect(traits).toMatchObject({ common: "rare", commune: true, curated: false });
    expect(traits.away).toEqual([{ folded: "nuoc ngoai", single: undefined }]);
  });

  it("does without everyday words", () => {
    const traits = traitsOf(procedure("1.000001", "Đăng ký khai sinh", { level: ["tỉnh"] }), undefined);
    expect(traits).toMatchObject({ common: undefined, commune: false, curated: true });
    expect(traits.away).toEqual([]);
  });

  it("keeps the modifiers of the name apart from those that people add", () => {
    const [everyday] = everydayOf([{ code: "1.000001", phrases: ["cưới vợ nước ngoài"] }]).values();
    const { named, called } = traitsOf(procedure("1.000001", "Đăng ký kết hôn"), everyday);
    expect(named.narrowing).toBe(0);
    expect(called.narrowing).not.toBe(0);
  });
});

describe("features", () => {
  it("is one number a feature, all of them finite", () => {
    const vector = Object.values(featuresOf("1.000001", "làm giấy khai sanh"));
    expect(vector).toHaveLength(FEATURES.length);
    expect(vector.every(Number.isFinite)).toBe(true);
  });

  it("has no name twice", () => {
    expect(new Set(FEATURES).size).toBe(FEATURES.length);
  });

  it("sees a title that was asked in full, and what of a longer one was not", () => {
    const whole = featuresOf("1.000005", "đăng ký kết hôn");
    const longer = featuresOf("1.000006", "đăng ký kết hôn");
    expect(whole.titleCovered).toBeCloseTo(1);
    expect(whole.titleLeft).toBeCloseTo(0);
    expect(longer.titleCovered).toBeLessThan(1);
    expect(longer.titleLeft).toBeGreaterThan(0);
    expect(whole.bestName).toBeGreaterThan(longer.bestName);
  });

  it("sees how people say it apart from the official name", () => {
    const { title, bestName, everyday, bestEveryday } = featuresOf("1.000013", "cắt khẩu");
    expect(title).toBe(0);
    expect(bestName).toBe(0);
    expect(everyday).toBeGreaterThan(0);
    expect(bestEveryday).toBeGreaterThan(0.5);
  });

  it("sees domain, questions and long text", () => {
    expect(featuresOf("1.000009", "thuỷ sản").domain).toBeGreaterThan(0);
    expect(featuresOf("1.000004", "sổ gốc").body).toBeGreaterThan(0);
    expect(featuresOf("1.000001", "đăng ký khai sinh").questions).toBe(0);
  });

  it("knows how common the procedure is", () => {
    expect(featuresOf("1.000001", "khai sinh")).toMatchObject({ common: 1, sometimes: 0 });
    expect(featuresOf("1.000004", "khai sinh")).toMatchObject({ common: 0, sometimes: 1 });
    expect(featuresOf("1.000002", "khai sinh")).toMatchObject({ common: 0, sometimes: 0 });
    expect(featuresOf("1.000003", "khai sinh")).toMatchObject({ common: 0, sometimes: 0 });
  });

  it("sees a word that points away from it", () => {
    expect(featuresOf("1.000001", "khai sinh có yếu tố nước ngoài").away).toBe(1);
    expect(featuresOf("1.000001", "khai sinh co yeu to nuoc ngoai").away).toBe(1);
    expect(featuresOf("1.000001", "khai sinh cho con").away).toBe(0);
  });

  it("knows level and origin", () => {
    expect(featuresOf("1.000001", "khai sinh")).toMatchObject({ commune: 1, curated: 1 });
    expect(featuresOf("1.000009", "tàu cá")).toMatchObject({ commune: 0, curated: 1 });
  });

  it("counts marks that agree, as a share of those typed", () => {
    expect(featuresOf("1.000010", "sổ đỏ").marks).toBeCloseTo(1);
    expect(featuresOf("1.000010", "so do").marks).toBe(0);
    const half = featuresOf("1.000010", "sổ đó").marks;
    expect(half).toBeGreaterThan(0);
    expect(half).toBeLessThan(1);
  });

  it("compares the narrowing words of question and name", () => {
    const asked = featuresOf("1.000006", "kết hôn với người nước ngoài");
    expect(asked).toMatchObject({ narrowShared: 1, narrowTitleOnly: 0, narrowAskedOnly: 0, narrowAgainstPlain: 0 });
    const unasked = featuresOf("1.000006", "đăng ký kết hôn");
    expect(unasked).toMatchObject({ narrowShared: 0, narrowTitleOnly: 1, narrowAgainstPlain: 1 });
    const plain = featuresOf("1.000005", "kết hôn với người nước ngoài");
    expect(plain).toMatchObject({ narrowShared: 0, narrowTitleOnly: 0, narrowAskedOnly: 1 });
  });

  it("does not hold a narrowing word against a procedure that people call so", () => {
    expect(featuresOf("1.000004", "mất giấy khai sanh").narrowAskedOnly).toBe(0);
    expect(featuresOf("1.000001", "mất giấy khai sanh").narrowAskedOnly).toBe(1);
  });

  it("sees when question and name narrow in different ways", () => {
    expect(featuresOf("1.000003", "khai sinh có yếu tố nước ngoài").narrowConflict).toBe(1);
    expect(featuresOf("1.000002", "khai sinh có yếu tố nước ngoài").narrowConflict).toBe(0);
    expect(featuresOf("1.000001", "khai sinh có yếu tố nước ngoài").narrowConflict).toBe(0);
  });

  it("takes a short plain question for the everyday case", () => {
    expect(featuresOf("1.000001", "khai sinh")).toMatchObject({ briefCommon: 1, briefNarrow: 0 });
    expect(featuresOf("1.000003", "khai sinh")).toMatchObject({ briefCommon: 0, briefNarrow: 1 });
    const long = "khai sinh cho đứa cháu ngoại mới sanh bệnh viện huyện tuần trước";
    expect(featuresOf("1.000001", long).briefCommon).toBe(0);
    expect(featuresOf("1.000003", long).briefNarrow).toBe(0);
  });

  it("does not grow with the length of the question", () => {
    const once = featuresOf("1.000005", "đăng ký kết hôn");
    const twice = featuresOf("1.000005", "đăng ký kết hôn đăng ký kết hôn");
    for (const name of ["title", "askedInHead", "pairs", "bestName"] as const) {
      expect(Math.abs(twice[name] - once[name])).toBeLessThan(0.35);
    }
  });

  it("stays finite and within a small range for any base and any question", () => {
    fc.assert(
      fc.property(anySnapshot, fc.string({ maxLength: 60 }), (made, text) => {
        const over = buildIndex(made);
        const [name = ""] = [...made.procedures.values()].map((one) => one.name);
        for (const asked of [text, name, `${name} ${text}`]) {
          const question = new Understanding(over, made.glossary).read(asked);
          const scores = new Scorer(over).score(question);
          [...made.procedures.values()].forEach((one, doc) => {
            const vector = features(doc, question, scores, over, traitsOf(one, made.everyday.get(one.code)));
            for (const value of vector) expect(value >= -1 && value < 6).toBe(true);
          });
        }
      }),
      { numRuns: 60 },
    );
  });
});
