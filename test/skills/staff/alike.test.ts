import { describe, expect, it } from "vitest";
import { alikeLine, alikesOf, candidatesOf, tellingQuestion } from "../../../src/skills/staff/alike.ts";
import { again, birth, marriage, words } from "../fixture.ts";
import { hitsOf, residence, snapshot } from "./fixture.ts";

const codes = (list: readonly { readonly procedure: { readonly code: string } }[]) =>
  list.map(({ procedure }) => procedure.code);

describe("alikesOf", () => {
  it("gives the look-alikes of the file that the base has", () => {
    expect(codes(alikesOf(residence, snapshot, []))).toEqual([birth.code, marriage.code]);
  });

  it("gives those first that search thought of", () => {
    expect(codes(alikesOf(residence, snapshot, hitsOf([marriage, 0.5])))).toEqual([marriage.code, birth.code]);
  });

  it("does not give the procedure itself", () => {
    const self = { ...residence, related: [{ code: residence.code, ask: "?" }] };
    expect(alikesOf(self, snapshot, [])).toEqual([]);
  });
});

describe("candidatesOf", () => {
  it("says when to choose each, from the files of the others, or whom it is for", () => {
    expect(candidatesOf(hitsOf([birth, 0.4], [again, 0.4]))).toEqual([
      { procedure: birth, who: birth.who },
      { procedure: again, choose: "đã làm mà mất bản chính" },
    ]);
  });
});

describe("tellingQuestion", () => {
  it.each([[hitsOf([birth, 0.4], [again, 0.4])], [hitsOf([again, 0.4], [birth, 0.4])]])(
    "comes from the file of either",
    (hits) => {
      expect(tellingQuestion(hits)).toMatchObject({
        text: "Trước đây đã làm khai sinh lần nào chưa?",
        file: birth.file,
      });
    },
  );

  it("is only about the first two, and may be missing", () => {
    expect(tellingQuestion(hitsOf([birth, 0.4], [marriage, 0.3], [again, 0.3]))).toBeUndefined();
    expect(tellingQuestion(hitsOf([birth, 0.4]))).toBeUndefined();
    expect(tellingQuestion([])).toBeUndefined();
  });
});

describe("alikeLine", () => {
  it("names it and says what is known of telling it apart", () => {
    const line = (more: object) => alikeLine({ procedure: again, ...more }, words.staff).text;
    expect(line({})).toBe("• Đăng ký lại khai sinh (1.004884).");
    expect(line({ ask: "Mất chưa?", choose: "đã mất" })).toBe(
      "• Đăng ký lại khai sinh (1.004884). Hỏi: “Mất chưa?” Chọn khi: đã mất.",
    );
    expect(line({ who: "mọi người" })).toContain("Dành cho: mọi người.");
  });
});
