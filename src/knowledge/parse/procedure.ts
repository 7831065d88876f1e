import type { Fault } from "../../core/knowledge.ts";
import type { Procedure } from "../../core/procedure.ts";
import { type Body, parseBody } from "./body.ts";
import { error, type LineOf, type Parsed } from "./fault.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { bodyLinks } from "./links.ts";
import { parseWith } from "./parse.ts";
import { procedureSchema } from "./procedure-schema.ts";
import { fieldName } from "./sentences.ts";

const QUESTIONS_AT_LEAST = 3;

/**
 * Reads one procedure file. A fault in the front matter makes the file unusable; one in the body is only reported.
 * @param file name shown in faults
 * @param path path inside the knowledge folder, kept in the procedure
 */
export function parseProcedure(file: string, path: string, text: string): Parsed<Procedure> {
  const parts = splitFrontMatter(text);
  if (typeof parts === "string") return { faults: [frontMatterFault(file, parts)], line: () => 1 };
  const head = parseWith(procedureSchema, file, parts.yaml, parts.yamlLine);
  const body = parseBody(file, parts.body, parts.bodyLine);
  const faults = [...head.faults, ...body.faults, ...bodyLinks(file, parts.body, parts.bodyLine)];
  if (!head.value) return { faults, line: head.line };

  const { effectiveFrom, effectiveTo, ...fields } = head.value;
  const effective = {
    ...(effectiveFrom !== undefined && { from: effectiveFrom }),
    ...(effectiveTo !== undefined && { to: effectiveTo }),
  };
  if (effectiveFrom && effectiveTo && effectiveTo < effectiveFrom)
    faults.push(
      error(file, head.line(["effectiveTo"]), "wrong-value", "Ngày hết hiệu lực nằm trước ngày có hiệu lực."),
    );
  if (path.slice(path.lastIndexOf("/") + 1) !== `${fields.code}.md`)
    faults.push(
      error(file, head.line(["code"]), "file-name", `Tên tệp phải là "${fields.code}.md", trùng với mã trong tệp.`),
    );
  if (fields.origin === "curated") faults.push(...curatedFaults(file, fields, head.line, body, parts.bodyLine));
  return {
    value: { ...fields, effective, sections: body.sections, questions: body.questions, file: path },
    faults,
    line: head.line,
  };
}

/** The fault of a file whose front matter cannot be found. */
export function frontMatterFault(file: string, problem: "no-start" | "no-end"): Fault {
  const message =
    problem === "no-start"
      ? 'Dòng đầu tiên của tệp phải là "---", sau đó mới tới phần khai báo.'
      : 'Thiếu dòng "---" kết thúc phần khai báo.';
  return error(file, 1, "yaml-syntax", message);
}

/** What an officer's file must have and an imported one may lack. */
function curatedFaults(
  file: string,
  { legalBasis }: { legalBasis: readonly unknown[] },
  line: LineOf,
  { questions, lines }: Body,
  bodyLine: number,
): Fault[] {
  const faults: Fault[] = [];
  if (legalBasis.length === 0)
    faults.push(
      error(
        file,
        line(["legalBasis"]),
        "missing-field",
        `Dòng ${fieldName("legalBasis")} phải có ít nhất một văn bản.`,
      ),
    );
  if (questions.length < QUESTIONS_AT_LEAST)
    faults.push(
      error(
        file,
        lines.get("questions") ?? bodyLine,
        "few-questions",
        `Cần ít nhất ${QUESTIONS_AT_LEAST} câu hỏi (###) trong mục Câu hỏi thường gặp; mới có ${questions.length}.`,
      ),
    );
  return faults;
}
