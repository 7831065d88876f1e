import { describe, expect, it } from "vitest";
import { overview } from "../../../../src/skills/answer/compose/overview.ts";
import { birth, marriage, procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const text = (procedure: typeof birth) =>
  overview(procedure, composing)
    .map((line) => line.text)
    .join("\n");

describe("overview", () => {
  it("tells every side of a simple procedure in one line each", () => {
    expect(text(marriage)).toBe(
      [
        "Dành cho: Mọi công dân",
        "Giấy tờ cần có: Tờ khai",
        "Thời hạn: Mọi trường hợp: 5 ngày làm việc",
        "Lệ phí: Mọi trường hợp: 8.000 đồng/bản (theo 281/2016/TT-BTC)",
        "Nơi giải quyết: Uỷ ban nhân dân cấp xã",
        `Nộp trên mạng: ${words.answer.onlineKinds.unknown}`,
      ].join("\n"),
    );
  });

  it("says that there are more papers when cases change them", () => {
    expect(text(birth)).toContain(words.answer.morePapers);
  });

  it("shows three of a long list and says that there are more", () => {
    const fees = [1, 2, 3, 4].map((n) => ({ when: `Loại ${n}`, amount: n * 1000 }));
    const shown = text(procedureOf({ code: "1.000001", name: "A", fees }));
    expect(shown).toContain("Loại 3");
    expect(shown).not.toContain("Loại 4");
    expect(shown).toContain(words.answer.moreFees);
  });

  it("cuts lines that would fill the screen", () => {
    const long = "giấy tờ ".repeat(200);
    const shown = text(
      procedureOf({ code: "1.000001", name: "A", who: long, sections: { papers: `- ${long}\n- ${long}` } }),
    );
    expect(shown.length).toBeLessThan(1_500);
  });

  it("says that no fee is known", () => {
    expect(text(procedureOf({ code: "1.000001", name: "A", fees: [] }))).toContain(words.answer.feeMissing);
  });
});
