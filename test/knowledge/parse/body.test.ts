import { describe, expect, it } from "vitest";
import { parseBody } from "../../../src/knowledge/parse/body.ts";
import { BODY, lineOf } from "../folder.ts";

describe("parseBody", () => {
  it("reads sections and questions", () => {
    const { sections, questions, faults } = parseBody("a.md", BODY, 1);
    expect(faults).toEqual([]);
    expect(sections.papers).toBe("- Tờ khai đăng ký khai sinh");
    expect(sections.steps).toBe("1. Nộp hồ sơ tại quầy");
    expect(sections.where).toBe("- Trung tâm Phục vụ hành chính công xã");
    expect(sections.questions).toContain("### Ai đi làm thay được?");
    expect(questions).toEqual([
      { ask: "Trễ hạn có sao không?", answer: "Vẫn đăng ký được." },
      { ask: "Ai đi làm thay được?", answer: "Ông bà, người thân." },
      { ask: "Mất bao lâu?", answer: "Trong ngày." },
    ]);
  });

  it("knows the line of every heading", () => {
    const { lines } = parseBody("a.md", BODY, 20);
    expect(lines.get("papers")).toBe(19 + lineOf(BODY, "## Giấy tờ"));
    expect(lines.get("questions")).toBe(19 + lineOf(BODY, "## Câu hỏi"));
    expect(lines.get("fee")).toBeUndefined();
  });

  it("keeps several paragraphs of an answer", () => {
    const text = BODY.replace("Trong ngày.", "Trong ngày.\n\n- trước 15 giờ\n- sau đó thì hôm sau");
    expect(parseBody("a.md", text, 1).questions[2]?.answer).toBe("Trong ngày.\n\n- trước 15 giờ\n- sau đó thì hôm sau");
  });

  it.each([
    ["## Giấy tờ cần có", "## Giấy tờ", "unknown-heading", 'Không có mục nào tên "Giấy tờ"'],
    ["## Các bước", "## Giấy tờ cần có", "repeated-heading", "có hai lần"],
    ["Vẫn đăng ký được.", "", "no-answer", '"Trễ hạn có sao không?" chưa có câu trả lời'],
  ])("finds %j written %j", (from, to, code, words) => {
    const text = BODY.replace(from, to);
    const fault = parseBody("a.md", text, 1).faults.find((one) => one.code === code);
    expect(fault?.message).toContain(words);
    expect(fault?.severity).toBe("error");
  });

  it("tells on which line an unknown heading stands", () => {
    const text = BODY.replace("## Các bước", "## Trình tự");
    const { faults } = parseBody("a.md", text, 10);
    expect(faults.find(({ code }) => code === "unknown-heading")?.line).toBe(9 + lineOf(text, "## Trình tự"));
  });

  it("tells a missing section from an empty one", () => {
    const empty = parseBody("a.md", BODY.replace("1. Nộp hồ sơ tại quầy", ""), 1).faults;
    expect(empty).toMatchObject([{ code: "missing-section", line: lineOf(BODY, "## Các bước") }]);
    expect(empty[0]?.message).toContain("còn để trống");
    const missing = parseBody("a.md", "", 7).faults;
    expect(missing.map(({ code }) => code)).toEqual(["missing-section", "missing-section", "missing-section"]);
    expect(missing[0]).toMatchObject({ line: 7, message: 'Mục bắt buộc "## Giấy tờ cần có" chưa có.' });
  });

  it("warns of text before the first section, but not of a title", () => {
    expect(parseBody("a.md", `chào\n${BODY}`, 1).faults).toMatchObject([{ code: "text-outside", severity: "warning" }]);
    expect(parseBody("a.md", `# Đăng ký khai sinh\n${BODY}`, 1).faults).toEqual([]);
  });
});
