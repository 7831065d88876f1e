import type { z } from "zod";
import type { Fault } from "../../core/knowledge.ts";
import { error, type LineOf } from "./fault.ts";
import { fieldName } from "./sentences.ts";

type Issue = z.core.$ZodIssue;

/** Fields whose faults have a code of their own. */
const CODES: Readonly<Record<string, string>> = {
  amount: "fee-unit",
  unit: "fee-unit",
  url: "bad-link",
  portalUrl: "bad-link",
};

/**
 * The faults of a value that does not fit its schema, one per field, as sentences for an officer.
 * @param value the value that was checked
 * @param line where each field stands
 */
export function issueFaults(file: string, issues: readonly Issue[], value: unknown, line: LineOf): Fault[] {
  return issues.flatMap((issue) => {
    if (issue.code === "unrecognized_keys")
      return issue.keys.map((key) =>
        error(
          file,
          line([...issue.path, key]),
          "unknown-field",
          `Không có dòng nào tên "${key}"; kiểm lại chính tả hoặc chỗ thụt dòng.`,
        ),
      );
    const found = at(value, issue.path);
    const at_ = line(issue.path);
    if (found === undefined) return [error(file, at_, missingCode(issue.path), missing(issue.path))];
    const { code, message } = wrong(issue, found);
    return [error(file, at_, code, message)];
  });
}

function at(value: unknown, path: readonly PropertyKey[]): unknown {
  let current = value;
  for (const step of path) {
    if (typeof current !== "object" || current === null) return undefined;
    current = (current as Record<PropertyKey, unknown>)[step];
  }
  return current;
}

function missingCode(path: readonly PropertyKey[]): string {
  return path[0] === "fees" ? "missing-fee" : "missing-field";
}

function missing(path: readonly PropertyKey[]): string {
  if (path.length === 0) return "Tệp chưa có nội dung.";
  const field = fieldName(lastField(path));
  if (path[0] === "fees")
    return `Thiếu ${field}: không thu thì viết amount: 0, chưa biết thì viết amount: null và nói rõ trong note.`;
  return `Thiếu dòng ${field}.`;
}

function wrong(issue: Issue, found: unknown): { code: string; message: string } {
  const last = issue.path.at(-1);
  const field = fieldName(lastField(issue.path));
  if (last === "amount" && typeof found === "string") return { code: "fee-unit", message: moneySentence(found) };
  if (issue.path[0] === "fees" && issue.path.length === 1) return { code: "missing-fee", message: missing(issue.path) };
  if (found === null || found === "")
    return {
      code: "empty-field",
      message: `Dòng ${field} đang để trống; hãy điền vào (dòng không bắt buộc thì xoá đi).`,
    };
  if (issue.code === "invalid_value")
    return {
      code: "wrong-value",
      message: `Dòng ${field} chỉ được viết: ${issue.values.join(", ")}. Tệp đang viết "${shown(found)}".`,
    };
  const kind = CODES[String(last)] ?? "wrong-value";
  const how = issue.message.startsWith("Invalid") ? "viết chưa đúng chỗ hoặc thụt dòng lệch" : issue.message;
  return { code: kind, message: `Dòng ${field} ${how}. Tệp đang viết "${shown(found)}".` };
}

function moneySentence(found: string): string {
  const digits = /^\s*(\d{1,3}(?:[.,\s]\d{3})+|\d+)\s*(?:đồng|đ|vnđ|vnd)?\s*$/i.exec(found)?.[1]?.replace(/\D/g, "");
  if (digits) return `Số tiền "${found}" phải viết liền thành số, không dấu nháy: amount: ${digits}`;
  return `Số tiền "${found}" phải là một con số đồng, như 8000; chữ thì viết vào note, đơn vị thì viết vào unit.`;
}

function lastField(path: readonly PropertyKey[]): PropertyKey | undefined {
  return path.findLast((step) => typeof step !== "number");
}

function shown(value: unknown): string {
  const text = typeof value === "string" ? value : JSON.stringify(value);
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}
