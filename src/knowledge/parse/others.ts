import { z } from "zod";
import type { Faq, Glossary, Holidays, Office } from "../../core/knowledge.ts";
import { error, type Parsed } from "./fault.ts";
import { any, day, some, text } from "./fields.ts";
import { splitFrontMatter } from "./front-matter.ts";
import { bodyLinks } from "./links.ts";
import { parseWith } from "./parse.ts";
import { frontMatterFault } from "./procedure.ts";

const MEANINGS = "phải là chữ đầy đủ, hoặc danh sách các nghĩa";

const glossarySchema = z.strictObject({
  words: any(z.strictObject({ say: some(text), mean: some(text) })),
  abbreviations: z.record(z.string(), z.union([text.transform((full) => [full]), some(text)], MEANINGS)).default({}),
});

const officesSchema = z.strictObject({
  offices: z.array(
    z.strictObject({
      name: text,
      address: text,
      hours: text.exactOptional(),
      phone: text.exactOptional(),
      serves: some(text),
      source: text,
    }),
  ),
});

const daysOff = z.strictObject({ day, name: text, source: text });
const holidaysSchema = z.strictObject({ until: day, off: some(daysOff), undecided: any(daysOff) });

const faqSchema = z.strictObject({ ask: text, aliases: any(text), sources: some(text), verified: day });

/** Reads `glossary.yaml`. */
export function parseGlossary(file: string, source: string): Parsed<Glossary> {
  const { value, faults, line } = parseWith(glossarySchema, file, source);
  if (!value) return { faults, line };
  return { value: { words: value.words, abbreviations: new Map(Object.entries(value.abbreviations)) }, faults, line };
}

/** Reads `offices.yaml`. */
export function parseOffices(file: string, source: string): Parsed<readonly Office[]> {
  const { value, faults, line } = parseWith(officesSchema, file, source);
  return value ? { value: value.offices, faults, line } : { faults, line };
}

/** Reads `holidays.yaml`. */
export function parseHolidays(file: string, source: string): Parsed<Holidays> {
  const { value, faults, line } = parseWith(holidaysSchema, file, source);
  if (!value) return { faults, line };
  const days = (list: readonly { readonly day: string }[]) => list.map((one) => one.day);
  return { value: { off: days(value.off), undecided: days(value.undecided), until: value.until }, faults, line };
}

/** Reads a file of `faq/`: front matter and the answer as body. The id is the file's name without its ending. */
export function parseFaq(file: string, path: string, source: string): Parsed<Faq> {
  const parts = splitFrontMatter(source);
  if (typeof parts === "string") return { faults: [frontMatterFault(file, parts)], line: () => 1 };
  const head = parseWith(faqSchema, file, parts.yaml, parts.yamlLine);
  const answer = parts.body.trim();
  const faults = [...head.faults, ...bodyLinks(file, parts.body, parts.bodyLine)];
  if (answer === "")
    faults.push(error(file, parts.bodyLine, "no-answer", "Câu hỏi này chưa có câu trả lời ở thân tệp."));
  if (!head.value || answer === "") return { faults, line: head.line };
  const id = path.slice(path.lastIndexOf("/") + 1).replace(/\.md$/, "");
  return { value: { id, ...head.value, answer, file: path }, faults, line: head.line };
}
