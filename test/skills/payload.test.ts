import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { FACETS, type Facet } from "../../src/core/procedure.ts";
import { casePayload, MENU, PERSON, procedurePayload, QUOTE, readPayload } from "../../src/skills/payload.ts";

const code = fc.tuple(fc.integer({ min: 1, max: 9 }), fc.integer({ min: 0, max: 999_999 })).map(([a, b]) => {
  return `${a}.${String(b).padStart(6, "0")}`;
});
const facets = fc.uniqueArray(fc.constantFrom<Facet>(...FACETS), { maxLength: FACETS.length });

describe("procedurePayload", () => {
  it("is short", () => {
    expect(procedurePayload("1.001193")).toBe("#p/1.001193");
    expect(procedurePayload("1.001193", ["fee"])).toBe("#p/1.001193/fee");
    expect(procedurePayload("1.001193", ["papers", "fee"])).toBe("#p/1.001193/papers+fee");
    expect(procedurePayload("1.001193", ["papers"], 12)).toBe("#p/1.001193/papers/12");
  });

  it("fits into 64 bytes whatever it says, and reads back", () => {
    fc.assert(
      fc.property(code, facets, fc.nat(9_999), (code, wanted, from) => {
        const send = procedurePayload(code, wanted, from);
        expect(Buffer.byteLength(send)).toBeLessThanOrEqual(64);
        const shown = wanted.slice(0, 4);
        expect(readPayload(send)).toEqual({
          kind: "procedure",
          code,
          facets: shown,
          from: shown.length > 0 ? from : 0,
        });
      }),
    );
  });
});

describe("casePayload", () => {
  it("reads back", () => {
    fc.assert(
      fc.property(code, fc.array(fc.nat(99), { minLength: 1, maxLength: 4 }), (code, answers) => {
        const send = casePayload(code, answers);
        expect(Buffer.byteLength(send)).toBeLessThanOrEqual(64);
        expect(readPayload(send)).toEqual({ kind: "case", code, answers });
      }),
    );
  });

  it("can ask for all", () => {
    expect(readPayload(casePayload("1.001193", "all"))).toEqual({ kind: "case", code: "1.001193", answers: "all" });
  });
});

describe("readPayload", () => {
  it.each([
    [QUOTE, "quote"],
    [PERSON, "person"],
    [MENU, "menu"],
  ])("knows %s", (text, kind) => {
    expect(readPayload(text)).toEqual({ kind });
  });

  it.each([
    "",
    "#",
    "#p",
    "#p/",
    "#p/1.001193/nothing",
    "#p/1.001193/fee/",
    "#p/1.001193/fee/99999",
    "#p/../etc",
    "#p/1.001193 ",
    " #q",
    "#Q",
    "#c/1.001193",
    "#c/1.001193/-1",
    "#c/1.001193/0-1-2-3-4",
    "#c/1.001193/x",
    "#p/1.001193\n#q",
  ])("refuses %j", (text) => {
    expect(readPayload(text)).toBeUndefined();
  });

  it("never throws", () => {
    fc.assert(fc.property(fc.string(), (text) => void readPayload(`#${text}`)));
  });
});

describe("a rule without a national code", () => {
  it("has buttons like any procedure", () => {
    expect(readPayload(procedurePayload("phan-anh-kien-nghi", ["time"]))).toEqual({
      kind: "procedure",
      code: "phan-anh-kien-nghi",
      facets: ["time"],
      from: 0,
    });
  });
});
