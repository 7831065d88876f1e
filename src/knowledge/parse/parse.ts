import type { z } from "zod";
import type { Parsed } from "./fault.ts";
import { issueFaults } from "./issues.ts";
import { parseYaml } from "./yaml.ts";

/**
 * Reads YAML and checks it against a schema.
 * @param firstLine line of the file (from 1) on which `text` begins
 * @returns the value when nothing is wrong with it, else every fault with its line
 */
export function parseWith<T>(schema: z.ZodType<T>, file: string, text: string, firstLine = 1): Parsed<T> {
  const { value, faults, line } = parseYaml(file, text, firstLine);
  if (faults.length > 0) return { faults, line };
  const result = schema.safeParse(value);
  if (result.success) return { value: result.data, faults: [], line };
  return { faults: issueFaults(file, result.error.issues, value, line), line };
}
