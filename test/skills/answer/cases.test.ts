import { describe, expect, it } from "vitest";
import { saidAlready, tellPapers } from "../../../src/skills/answer/cases.ts";
import { numbersUnsupported } from "../../../src/skills/answer/fidelity.ts";
import { birth, procedureOf, turnOf, words } from "../fixture.ts";

const papers = (answers: readonly number[], asked = "", procedure = birth) =>
  tellPapers(turnOf(""), { procedure, facets: ["papers"], asked }, answers, words.answer);
const [certificate] = birth.cases;

describe("tellPapers", () => {
  it("asks the first question, with what everybody needs", () => {
    const { reply } = papers([]);
    expect(reply.status).toBe("case");
    expect(reply.text).toContain("Tờ khai đăng ký khai sinh");
    expect(reply.text).toContain("Bé có giấy chứng sinh không?");
    expect(reply.buttons.map(({ label }) => label)).toEqual([
      "Có giấy chứng sinh",
      "Không có giấy chứng sinh",
      "Bé bị bỏ rơi",
      words.answer.allCases,
    ]);
  });

  it("asks the second question alone", () => {
    const { reply, session } = papers([1]);
    expect(reply.text).toContain("Anh/chị tự đi hay nhờ người khác?");
    expect(reply.text).not.toContain("Tờ khai đăng ký khai sinh");
    expect(reply.buttons.map(({ send }) => send)).toEqual(["#c/1.001193/1-0", "#c/1.001193/1-1", "#c/1.001193/all"]);
    expect(session.cases).toEqual([1]);
  });

  it("gives the personal list in the end", () => {
    const { reply, session } = papers([1, 1]);
    expect(reply.status).toBe("answered");
    expect(reply.text).toContain("Văn bản của 2 người làm chứng");
    expect(reply.text).toContain("Giấy uỷ quyền có chứng thực");
    expect(reply.text).not.toContain("Biên bản bỏ rơi");
    expect(session.cases).toEqual([1, 1]);
    expect(numbersUnsupported(reply)).toEqual([]);
  });

  it("does not ask what the question already says", () => {
    const { reply } = papers([], "bé bị bỏ rơi thì khai sinh cần gì");
    expect(reply.text).toContain("Anh/chị tự đi hay nhờ người khác?");
    expect(reply.text).toContain("Tờ khai đăng ký khai sinh");
    expect(reply.buttons[0]?.send).toBe("#c/1.001193/2-0");
  });

  it("keeps a way to all cases open when the buttons are full", () => {
    const options = [1, 2, 3, 4, 5].map((n) => ({ label: `Loại ${n}`, papers: [] }));
    const procedure = procedureOf({ code: "1.000001", name: "A", cases: [{ ask: "Loại nào?", options }] });
    const { reply, session } = papers([], "", procedure);
    expect(reply.buttons).toHaveLength(5);
    expect(session.offered?.at(-1)?.send).toBe("#c/1.000001/all");
  });

  it.each([[[]], [[0]], [[0, 1]], [[9, 9]], [[0, 0, 0, 0]]])("supports its numbers and never throws: %j", (answers) => {
    expect(numbersUnsupported(papers(answers).reply)).toEqual([]);
  });
});

describe("saidAlready", () => {
  const said = (text: string) => certificate && saidAlready(certificate, text);

  it("sees what only one option says", () => {
    expect(said("bé bị bỏ rơi")).toBe(2);
    expect(said("be bi bo roi")).toBe(2);
  });

  it.each(["có giấy chứng sinh", "không có giấy chứng sinh", "giấy chứng sinh", "bỏ", ""])(
    "%j is not clear",
    (text) => {
      expect(said(text)).toBeUndefined();
    },
  );

  it("does not choose between two that are both said", () => {
    const question = {
      ask: "?",
      options: [
        { label: "Xây mới", papers: [] },
        { label: "Sửa chữa", papers: [] },
      ],
    };
    expect(saidAlready(question, "xây mới hay sửa chữa")).toBeUndefined();
    expect(saidAlready(question, "sửa chữa nhà")).toBe(1);
  });
});
