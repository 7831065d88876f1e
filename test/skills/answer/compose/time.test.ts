import { describe, expect, it } from "vitest";
import { timeLines } from "../../../../src/skills/answer/compose/time.ts";
import { procedureOf, TODAY, words } from "../../fixture.ts";

const composing = { today: TODAY, words: words.answer, offices: [] };
const texts = (time: Parameters<typeof procedureOf>[0]["time"], sections = {}) =>
  timeLines(procedureOf({ code: "1.000001", name: "A", time: time ?? [], sections }), composing).map(
    ({ text }) => text,
  );

describe("timeLines", () => {
  it("tells each limit with its case and note", () => {
    expect(
      texts([
        { when: "Đủ hồ sơ", value: "3 ngày làm việc" },
        { when: "Phải xác minh", value: "10 ngày", note: "có giấy hẹn" },
      ]),
    ).toEqual(["• Đủ hồ sơ: 3 ngày làm việc", "• Phải xác minh: 10 ngày (có giấy hẹn)"]);
  });

  it("says that a limit is not known", () => {
    expect(texts([{ when: "Mọi trường hợp", value: null }])).toEqual(["• Mọi trường hợp: chưa biết"]);
    expect(texts([])).toEqual([words.answer.timeMissing]);
  });

  it("adds what the file explains", () => {
    expect(texts([], { time: "Tính từ khi đủ hồ sơ." })).toContain("Tính từ khi đủ hồ sơ.");
  });

  it("quotes the fields", () => {
    const [line] = timeLines(procedureOf({ code: "1.000001", name: "A" }), composing);
    expect(line).toMatchObject({ heading: "Thời hạn", quote: "Mọi trường hợp · 5 ngày làm việc" });
  });
});
