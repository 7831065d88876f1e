import { z } from "zod";
import type { Fault } from "../../core/knowledge.ts";
import type { Everyday } from "../../core/procedure.ts";
import { error, type LineOf } from "./fault.ts";
import { any, code, some, text } from "./fields.ts";
import { issueFaults } from "./issues.ts";
import { parsePlainList } from "./plain-list.ts";
import { parseYaml } from "./yaml.ts";

const everydaySchema = z.strictObject({
  code,
  common: z.enum(["everyday", "sometimes", "rare"]),
  event: text,
  phrases: some(text),
  away: any(text),
});

/** One entry of an everyday file and where its fields stand. */
export interface EverydayEntry {
  readonly value: Everyday;
  readonly line: LineOf;
}

/** Reads a file of `everyday/`. A faulty entry is left out; the others count. */
export function parseEveryday(file: string, source: string): { entries: EverydayEntry[]; faults: Fault[] } {
  const plain = parsePlainList(source);
  const { value, faults, line } = plain ? { ...plain, faults: [] } : parseYaml(file, source);
  if (faults.length > 0) return { entries: [], faults: [...faults] };
  if (!Array.isArray(value)) return { entries: [], faults: [error(file, 1, "wrong-value", NOT_A_LIST)] };
  const entries: EverydayEntry[] = [];
  const found: Fault[] = [];
  for (const [index, item] of value.entries()) {
    const within: LineOf = (path) => line([index, ...path]);
    const result = everydaySchema.safeParse(item);
    if (result.success) entries.push({ value: result.data, line: within });
    else found.push(...issueFaults(file, result.error.issues, item, within));
  }
  return { entries, faults: found };
}

const NOT_A_LIST = 'Tệp phải là danh sách, mỗi thủ tục bắt đầu bằng dòng "- code:".';
