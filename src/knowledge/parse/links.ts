import type { Fault } from "../../core/knowledge.ts";
import { error } from "./fault.ts";

const LINK = /\[[^\]\n]*\]\(([^)\n]*)\)/g;

/**
 * Faults of Markdown links that are not plain http(s) addresses.
 * @param firstLine line of the file (from 1) on which `text` begins
 */
export function bodyLinks(file: string, text: string, firstLine: number): Fault[] {
  return text.split("\n").flatMap((row, index) =>
    [...row.matchAll(LINK)]
      .map(([, target = ""]) => target)
      .filter((target) => !/^https?:\/\/[^\s/]+\.\S+$/.test(target))
      .map((target) =>
        error(
          file,
          firstLine + index,
          "bad-link",
          `Đường dẫn "${target}" phải bắt đầu bằng https:// hoặc http:// và không có khoảng trắng.`,
        ),
      ),
  );
}
