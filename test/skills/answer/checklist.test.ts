import { describe, expect, it } from "vitest";
import { createAnswer } from "../../../src/skills/answer/index.ts";
import { snapshotOf, turnOf, words } from "../fixture.ts";

const PUBLIC = "https://hoi.example.vn";
const answer = createAnswer(words.answer, { publicUrl: PUBLIC });
const press = async (payload: string, skill = answer) => (await skill.handle(turnOf(payload))).reply;

describe("the personal list of papers", () => {
  it("holds just the papers of the case, to tick off", async () => {
    const { status, text } = await press("#k/1.001193/0-0");
    expect(status).toBe("answered");
    expect(text.match(/^☐ .*$/gm)).toEqual(["☐ Tờ khai đăng ký khai sinh", "☐ Giấy tờ tuỳ thân", "☐ Giấy chứng sinh"]);
    expect(text).toContain("Trường hợp của anh/chị: Có giấy chứng sinh; Tự đi");
  });

  it("holds the papers of another case instead", async () => {
    const { text } = await press("#k/1.001193/1-1");
    expect(text).toContain("☐ Văn bản của 2 người làm chứng");
    expect(text).toContain("☐ Giấy uỷ quyền có chứng thực");
    expect(text).not.toContain("☐ Giấy chứng sinh");
  });

  it("says what is not known, and what is doubtful", async () => {
    const { text } = await press("#k/1.001193/0-0");
    expect(text).toContain("Trễ hạn: chưa biết, hỏi lại quầy");
    expect(text).toContain("Mức trễ hạn của Cà Mau chưa tìm thấy.");
  });

  const dated = async (off: readonly string[], undecided: readonly string[]) => {
    const knowledge = snapshotOf(undefined, { holidays: { off, undecided, until: "2026-12-31" } });
    return (await answer.handle(turnOf("#k/1.000894", { knowledge }))).reply.text;
  };

  it("works out the last day over a week-end, from the day in Vietnam", async () => {
    // 24/11/2026 is a Tuesday: five working days on is the next Tuesday.
    expect(await dated([], [])).toContain("nộp hôm nay (24/11/2026) thì dự kiến chậm nhất thứ Ba 1/12/2026");
  });

  it("gives no day where the days off are not known", async () => {
    expect((await press("#k/1.000894")).text).toContain("• Mọi trường hợp: 5 ngày làm việc\n");
  });

  it("leaves out days off, and says when some are not decided yet", async () => {
    const text = await dated(["2026-11-25"], ["2026-12-01"]);
    expect(text).toContain("chậm nhất thứ Tư 2/12/2026");
    expect(text).toContain("có thể thêm ngày nghỉ lễ");
  });

  it("asks the questions first when they are not answered, or the answers do not fit", async () => {
    for (const payload of ["#k/1.001193", "#k/1.001193/0", "#k/1.001193/9-9"]) {
      expect((await press(payload)).status).toBe("case");
    }
  });

  it("names the page to print, where people can reach it", async () => {
    expect((await press("#k/1.001193/0-1")).text).toContain(`${PUBLIC}/giay-to/1.001193?cases=0-1`);
    expect((await press("#k/1.001193/0-1", createAnswer(words.answer))).text).not.toContain("/giay-to/");
  });

  it("is offered beside the papers of a case", async () => {
    const { buttons } = await press("#c/1.001193/0-0");
    expect(buttons).toContainEqual({ label: "Danh sách giấy tờ của tôi", send: "#k/1.001193/0-0" });
  });
});
