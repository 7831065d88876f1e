import type { Fault } from "../../core/knowledge.ts";
import { HEADINGS, type Question, type Section } from "../../core/procedure.ts";
import { error, warning } from "./fault.ts";

/** The body of a procedure file: text by section, and the questions with the line of each. */
export interface Body {
  readonly sections: Partial<Record<Section, string>>;
  readonly questions: readonly Question[];
  readonly faults: readonly Fault[];
  /** Line (from 1) of each section's heading. */
  readonly lines: ReadonlyMap<Section, number>;
}

const BY_HEADING = new Map(
  Object.entries(HEADINGS).map(([section, heading]) => [heading as string, section as Section]),
);
const REQUIRED: readonly Section[] = ["papers", "steps", "where"];

interface Block {
  readonly title: string;
  readonly line: number;
  readonly text: string[];
}

/**
 * Reads the fixed `##` sections and the `###` questions of a procedure file.
 * @param firstLine line of the file on which `text` begins
 */
export function parseBody(file: string, text: string, firstLine: number): Body {
  const [before, ...blocks] = split(text.split("\n"), "## ", firstLine);
  const faults: Fault[] = [];
  const sections: Partial<Record<Section, string>> = {};
  const lines = new Map<Section, number>();
  let questions: Question[] = [];

  if (before?.text.some((line) => line.trim() !== "" && !line.startsWith("# ")))
    faults.push(
      warning(
        file,
        firstLine,
        "text-outside",
        "Có chữ đứng trước mục đầu tiên nên máy bỏ qua; hãy chuyển vào một mục ##.",
      ),
    );
  for (const block of blocks) {
    const section = BY_HEADING.get(block.title);
    if (section === undefined) faults.push(error(file, block.line, "unknown-heading", unknownHeading(block.title)));
    else if (lines.has(section))
      faults.push(error(file, block.line, "repeated-heading", `Mục "${block.title}" có hai lần; hãy gộp lại một mục.`));
    else {
      lines.set(section, block.line);
      const content = block.text.join("\n").trim();
      if (content !== "") sections[section] = content;
      if (section === "questions") questions = parseQuestions(file, block, faults);
    }
  }
  for (const section of REQUIRED)
    if (sections[section] === undefined) {
      const what = lines.has(section) ? "còn để trống" : "chưa có";
      faults.push(
        error(
          file,
          lines.get(section) ?? firstLine,
          "missing-section",
          `Mục bắt buộc "## ${HEADINGS[section]}" ${what}.`,
        ),
      );
    }
  return { sections, questions, faults, lines };
}

function parseQuestions(file: string, block: Block, faults: Fault[]): Question[] {
  const [, ...blocks] = split(block.text, "### ", block.line + 1);
  const questions: Question[] = [];
  for (const { title, line, text } of blocks) {
    const answer = text.join("\n").trim();
    if (answer === "") faults.push(error(file, line, "no-answer", `Câu hỏi "${title}" chưa có câu trả lời.`));
    else questions.push({ ask: title, answer });
  }
  return questions;
}

/** Cuts lines at a heading mark; the first block is what stands before any heading. */
function split(lines: readonly string[], mark: "## " | "### ", firstLine: number): Block[] {
  let current: Block = { title: "", line: firstLine, text: [] };
  const blocks = [current];
  for (const [index, line] of lines.entries()) {
    if (line.startsWith(mark)) {
      current = { title: line.slice(mark.length).trim(), line: firstLine + index, text: [] };
      blocks.push(current);
    } else current.text.push(line);
  }
  return blocks;
}

function unknownHeading(title: string): string {
  return `Không có mục nào tên "${title}". Chỉ dùng: ${Object.values(HEADINGS).join(", ")}.`;
}
