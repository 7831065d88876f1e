import { describe, expect, it } from "vitest";
import { Passages, tellingWords } from "../../../src/skills/staff/passages.ts";
import { birth, marriage, procedureOf, snapshotOf } from "../fixture.ts";

const family = procedureOf({
  code: "1.000001",
  name: "Ghi họ cho con",
  sections: {
    notes: "- Cha mẹ không thống nhất họ của con thì theo tập quán.\n- Bé bị bỏ rơi: niêm yết **7 ngày** liên tục.",
  },
  questions: [{ ask: "Ông bà ngoại đi thay được không?", answer: "Được.\nKhông cần uỷ quyền." }],
});
const snapshot = snapshotOf([birth, marriage, family]);
const all = new Set(snapshot.procedures.keys());
const best = (question: string, codes: ReadonlySet<string> = all) => Passages.of(snapshot).find(question, codes, 1)[0];

describe("Passages", () => {
  it.each([
    "Cha mẹ không thống nhất họ của con thì ghi theo ai?",
    "cha me khong thong nhat ho cua con",
    "CHA MẸ KHÔNG THỐNG NHẤT",
  ])("finds the line that %j is about", (question) => {
    expect(best(question)?.lines.map(({ text }) => text)).toEqual([
      "• Cha mẹ không thống nhất họ của con thì theo tập quán.",
    ]);
  });

  it("gives the line as it stands, with its heading", () => {
    expect(best("bỏ rơi niêm yết mấy ngày")?.lines).toEqual([
      {
        text: "• Bé bị bỏ rơi: niêm yết 7 ngày liên tục.",
        heading: "Lưu ý",
        quote: "- Bé bị bỏ rơi: niêm yết **7 ngày** liên tục.",
      },
    ]);
  });

  it("keeps a question of the file and its answer together", () => {
    expect(best("ông bà ngoại đi thay")?.lines.map(({ text }) => text)).toEqual([
      "Ông bà ngoại đi thay được không?",
      "Được.",
      "Không cần uỷ quyền.",
    ]);
  });

  it("keeps an option and the question of its case together", () => {
    expect(best("người làm chứng giấy cam đoan")?.lines.map(({ text }) => text)).toEqual([
      "Bé có giấy chứng sinh không?",
      "• Không có giấy chứng sinh: Văn bản của 2 người làm chứng hoặc giấy cam đoan",
    ]);
  });

  it("looks only into the procedures given", () => {
    expect(best("bỏ rơi niêm yết", new Set([birth.code]))?.code).toBe(birth.code);
    expect(best("bỏ rơi niêm yết", new Set())).toBeUndefined();
  });

  it("tells how much of the question a passage holds, and what it lacks", () => {
    expect(best("bỏ rơi niêm yết")).toMatchObject({ covered: 1, missed: [] });
    const partly = best("bỏ rơi phạt tiền");
    expect(partly?.covered).toBeLessThan(0.7);
    expect(partly?.missed).toEqual(expect.arrayContaining(["phạt"]));
  });

  it("is strict about marks where the question has them", () => {
    expect(best("hồ sơ bố rời")?.covered ?? 0).toBeLessThan(best("bỏ rơi")?.covered ?? 0);
  });

  it.each(["", "???", "zzz qqq"])("finds nothing for %j", (question) => {
    expect(best(question)).toBeUndefined();
  });

  it("reads a snapshot once", () => {
    expect(Passages.of(snapshot)).toBe(Passages.of(snapshot));
    expect(Passages.of(snapshotOf([birth]))).not.toBe(Passages.of(snapshot));
  });
});

describe("tellingWords", () => {
  it("leaves out chatter and facets", () => {
    expect(tellingWords("cho tôi hỏi bé bị bỏ rơi cần giấy tờ gì")).toEqual(["be", "bi", "bo", "roi"]);
    expect(tellingWords("lệ phí bao nhiêu vậy em")).toEqual([]);
  });
});
